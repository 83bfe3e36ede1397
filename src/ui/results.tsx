/** What a query found: how many, the list, and what to say when there is none. */
import type { ComponentChildren } from 'preact';
import type { AnnotationView } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { AnnotationList } from './annotation-list.tsx';
import { FirstSteps } from './first-steps.tsx';
import { readingFailureWords } from './reading-failure-words.ts';
import type { Review } from './use-review.ts';

export interface ResultsProps {
  review: Review;
  selected: AnnotationView | undefined;
  onSelect: (view: AnnotationView | undefined) => void;
  editor?: (view: AnnotationView) => ComponentChildren;
}

export function Results({ review, ...list }: ResultsProps) {
  const { found, filtered, error, options, query, setQuery, showMore } = review;
  if (error !== undefined) return <p class="error message" role="alert">{readingFailureWords(error)}</p>;
  if (!found) return null;
  return (
    <div class="results">
      {found.total === 0 && filtered && (
        <p class="message">
          {query.text.trim() === '' ? message('nothingFound') : message('nothingFoundFor', query.text.trim())}{' '}
          <button type="button" class="link" onClick={() => setQuery({ ...query, text: '', filters: [] })}>{message('showAll')}</button>
        </p>
      )}
      <AnnotationList views={found.views} query={query} host={options.telegramHost} empty={!filtered && <FirstSteps />} {...list} />
      {found.views.length < found.total && (
        <p class="message"><button type="button" onClick={showMore}>{message('showMore')}</button></p>
      )}
    </div>
  );
}
