import { useState } from 'preact/hooks';
import { placeToParams } from '../model/query-address.ts';
import { noQuery } from '../model/query.ts';
import type { AnnotationView } from '../model/view.ts';
import { EditAnnotation } from '../ui/edit-annotation.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { FilterBar, SearchBox } from '../ui/filters.tsx';
import { Count, Heading } from '../ui/heading.tsx';
import { OnPagesSwitch } from '../ui/on-pages-switch.tsx';
import { OrderMenu } from '../ui/order-menu.tsx';
import { Results } from '../ui/results.tsx';
import type { ReviewData } from '../ui/review-data.ts';
import { useLater } from '../ui/use-later.ts';
import { useReview } from '../ui/use-review.ts';
import { message } from '../webext/i18n.ts';
import { openOwnPage } from '../webext/tabs.ts';
import { BesideButton } from './beside-button.tsx';

const loadHints = () => import('./hints.tsx');

export function Popup({ data }: { data: ReviewData }) {
  const [query, setQuery] = useState(noQuery);
  const review = useReview(data, query, setQuery);
  const [edited, setEdited] = useState<AnnotationView>();
  const later = useLater(loadHints);
  const params = placeToParams({ query });
  return (
    <>
      <div class="top">
        <Heading><Count review={review} /><OrderMenu query={query} onQuery={setQuery} /><BesideButton /></Heading>
        <search class="filters">
          <SearchBox query={query} onQuery={setQuery} />
          <FilterBar query={query} facets={review.facets} onQuery={setQuery} />
        </search>
        {later && <later.Hints data={data} />}
      </div>
      <Results review={review} selected={edited} onSelect={setEdited}
        editor={(view) => <EditAnnotation view={view} data={data} onClose={() => setEdited(undefined)} />} />
      <footer class="bottom">
        <ExportButton label={message('exportJson')} data={data} />
        <button type="button" onClick={() => void openOwnPage(`library.html${params && `#annotations?${params}`}`)}>{message('openLibrary')}</button>
        <OnPagesSwitch value={review.options.onPages} />
      </footer>
    </>
  );
}
