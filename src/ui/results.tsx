/** What a query found: the list, and what to say when there is none. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { AnnotationView } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { AnnotationList } from './annotation-list.tsx';
import { FirstSteps } from './first-steps.tsx';
import { IndexingLine } from './indexing-line.tsx';
import { readingFailureWords } from './reading-failure-words.ts';
import { maxRows } from './row-limits.ts';
import { useFocusReturn } from './use-focus-return.ts';
import type { Review } from './use-review.ts';
import { count } from './words.ts';

export interface ResultsProps {
  review: Review;
  selected: AnnotationView | undefined;
  onSelect: (view: AnnotationView | undefined) => void;
  editor?: (view: AnnotationView) => ComponentChildren;
  mark?: (view: AnnotationView) => ComponentChildren;
}

export function Results({ review, ...list }: ResultsProps) {
  const { found, filtered, error, options, query, setQuery, show, indexing } = review;
  const scroller = useRef<HTMLDivElement>(null);
  const nothing = useRef<HTMLParagraphElement>(null);
  useFocusReturn(nothing);
  return (
    <div class="results" ref={scroller}>
      {/* What was read before stays: somebody may be typing in one of the rows. */}
      {error !== undefined && <p class="error message" role="alert">{readingFailureWords(error)}</p>}
      {indexing && <IndexingLine {...indexing} />}
      {found?.total === 0 && filtered && (
        <p ref={nothing} class="message">
          <span role="status">{query.text.trim() === '' ? message('nothingFound') : message('nothingFoundFor', query.text.trim())}</span>{' '}
          <button type="button" class="link" onClick={() => setQuery({ ...query, text: '', filters: [] })}>{message('showAll')}</button>
        </p>
      )}
      {found && (
        <AnnotationList found={found} scroller={scroller} host={options.telegramHost} onShow={show} empty={!filtered && <FirstSteps />} {...list} />
      )}
      {found && found.total > maxRows() && <p class="message">{message('narrowDown', count(maxRows()))}</p>}
    </div>
  );
}
