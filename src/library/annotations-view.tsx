import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Query } from '../model/query.ts';
import type { AnnotationView } from '../model/view.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { Results } from '../ui/results.tsx';
import { useLive } from '../ui/use-live.ts';
import { useReview } from '../ui/use-review.ts';
import { message } from '../webext/i18n.ts';
import { Detail } from './detail.tsx';
import { ExportAs } from './export-as.tsx';
import { FacetsPanel } from './facets-panel.tsx';
import { ImportButton } from './import-button.tsx';
import { ListTop } from './list-top.tsx';
import { SearchHelp } from './search-help.tsx';
import { useSelection } from './use-selection.tsx';
import type { ViewProps } from './view.ts';

/** What there is to choose from, the list, and the annotation that is open: beside each other where there is room. */
export function AnnotationsView({ data, onFile, many, step, navigation: { address, go, stay } }: ViewProps) {
  const { query, id } = address;
  const held = useMemo(() => ({
    ...data,
    find: (...asked: Parameters<typeof data.find>) => many.hold.over(data.find(...asked)),
    facets: (...asked: Parameters<typeof data.facets>) => many.hold.over(data.facets(...asked)),
  }), [data, many]);
  const review = useReview(held, query, (next) => go({ ...address, query: next }));
  const selecting = useSelection(data.ids, review.found, query);
  const selected = useSelected(data, id);
  const open = (view: AnnotationView | undefined) => {
    const { id: _, ...elsewhere } = address;
    go(view ? { ...elsewhere, id: view.annotation.id } : elsewhere);
  };
  const onQuery = review.setQuery;
  const onTyped = (typed: Query) => stay({ ...address, query: typed });
  return (
    <>
      <div class="top">
        <search class="filters">
          <SearchBox query={query} onQuery={onTyped} />
          <SearchHelp />
        </search>
        <ImportButton label={message('import')} onFile={onFile} />
        <ExportButton label={message('export')} data={data} />
        <ExportAs data={data} review={review} selectedIds={[...selecting.ids]} />
      </div>
      <div class="columns">
        <FacetsPanel query={query} facets={review.facets} onQuery={onQuery} />
        <div class={selecting.ids.size > 0 ? 'middle selecting' : 'middle'} {...selecting.handlers}>
          <ListTop review={review} selecting={selecting} data={data} many={many} step={step} onQuery={onQuery} />
          <Results review={review} selected={selected} onSelect={open} mark={selecting.mark} />
        </div>
        {selected && (
          <Detail key={selected.annotation.id} view={selected} data={data} host={review.options.telegramHost} onClose={() => open(undefined)} />
        )}
      </div>
    </>
  );
}

/** What is open stays open when it is no more: a form with what was typed, or the way back from deleting. */
function useSelected(data: ViewProps['data'], id: string | undefined): AnnotationView | undefined {
  const { value } = useLive<AnnotationView | undefined>(() => (id === undefined ? (next) => {
    next(undefined);
    return () => undefined;
  } : data.view(id)), [id]);
  const last = useRef<AnnotationView | undefined>(undefined);
  const view = [value, last.current].find((each) => each?.annotation.id === id);
  useEffect(() => {
    last.current = view;
  });
  return id === undefined ? undefined : view;
}
