import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Query } from '../model/query.ts';
import type { BulkChange } from '../store/bulk.ts';
import type { LibraryData } from '../store/library.ts';
import { FilterBar } from '../ui/filters.tsx';
import { Count } from '../ui/heading.tsx';
import { OrderMenu } from '../ui/order-menu.tsx';
import { useLater } from '../ui/use-later.ts';
import type { Review } from '../ui/use-review.ts';
import { plural } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { ManyStep } from './many-step.tsx';
import type { Many, ManyState } from './many.ts';
import type { Selecting } from './use-selection.tsx';

export interface ListTopProps {
  review: Review;
  selecting: Selecting;
  data: LibraryData;
  many: Many;
  step: ManyState;
  onQuery: (query: Query) => void;
}

/**
 * How many there are and in which order; in the same place, so that no row moves away from under the mouse, what can be
 * done with those that are selected. Below it what was done.
 */
export function ListTop({ review, selecting, data, many, step, onQuery }: ListTopProps) {
  const { query, facets, found } = review;
  const { ids } = selecting;
  const isAny = ids.size > 0;
  const bar = useLater(loadBar, isAny);
  const before = useRef({ isAny, step });
  useLayoutEffect(() => {
    // The bar, or the notice, goes with the button in it that was pressed.
    const isGone = (before.current.isAny && !isAny) || (before.current.step.name !== 'idle' && step.name === 'idle');
    before.current = { isAny, step };
    if (isGone && document.activeElement === document.body) selecting.focusBack();
  });
  function onChange(change: BulkChange) {
    void many.change([...ids], change).then((outcome) => {
      if (change === 'delete' && outcome?.left === 0) selecting.clear();
    });
  }
  return (
    <>
      <div class="list-top">
        <div class="list-head">
          <Count review={review} />
          <OrderMenu query={query} onQuery={onQuery} />
          <FilterBar query={query} facets={facets} onQuery={onQuery} />
        </div>
        <div class="selection" {...(isAny && { role: 'group', 'aria-label': message('selection') })}>
          <span role="status">{isAny ? plural('selectedCount', ids.size) : ''}</span>
          {isAny && bar && (
            <bar.SelectionBar ids={ids} total={found?.total ?? 0} data={data} busy={step.name === 'running'}
              onChange={onChange} onAll={selecting.selectAll} onClear={selecting.clear} />
          )}
        </div>
      </div>
      {step.name !== 'idle' && <div class="step"><ManyStep state={step} many={many} onClose={() => many.close()} /></div>}
    </>
  );
}

const loadBar = () => import('./selection-bar.tsx');
