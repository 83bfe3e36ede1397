import { useState } from 'preact/hooks';
import type { AnnotationView } from '../model/view.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { Filters } from '../ui/filters.tsx';
import { Count } from '../ui/heading.tsx';
import { Results } from '../ui/results.tsx';
import { useReview } from '../ui/use-review.ts';
import { message } from '../webext/i18n.ts';
import { Detail } from './detail.tsx';
import { ImportButton } from './import-button.tsx';
import type { ViewProps } from './view.ts';

/** The list, with the annotation that is open beside it. */
export function AnnotationsView({ data, onFile }: ViewProps) {
  const review = useReview(data);
  const [selected, setSelected] = useState<AnnotationView>();
  // What is open stays open when it is no longer found: a form with what was typed, or the way back from deleting.
  const view = review.found?.views.find(({ annotation }) => annotation.id === selected?.annotation.id) ?? selected;
  return (
    <>
      <div class="top">
        <Filters query={review.query} facets={review.facets} onQuery={review.setQuery} />
        <Count review={review} />
        <ImportButton label={message('import')} onFile={onFile} />
        <ExportButton label={message('export')} data={data} />
      </div>
      <div class="columns">
        <Results review={review} selected={selected} onSelect={setSelected} />
        {view && (
          <Detail key={view.annotation.id} view={view} data={data} host={review.options.telegramHost}
            onClose={() => setSelected(undefined)} />
        )}
      </div>
    </>
  );
}
