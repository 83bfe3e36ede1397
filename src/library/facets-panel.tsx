/** What the list can be narrowed to, in sight: a press chooses, another takes it back. */
import type { ComponentChildren } from 'preact';
import { nextMonth } from '../model/calendar.ts';
import { currentHandle } from '../model/channel.ts';
import { authorFilter, channelFilter, dayFilter, kindFilter, withFilter, withPeriod, withoutFilter } from '../model/filters.ts';
import type { Query } from '../model/query.ts';
import type { Facets } from '../model/view.ts';
import { authorWords } from '../ui/filter-words.ts';
import { kindWords } from '../ui/kind-words.ts';
import { month } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { FacetList } from './facet-list.tsx';
import { rangeOf } from './histogram.ts';
import { HistogramChart } from './histogram-chart.tsx';
import { TagFacets } from './tag-facets.tsx';
import { useMedia } from './use-media.ts';

export interface FacetsPanelProps {
  query: Query;
  facets: Facets | undefined;
  onQuery: (query: Query) => void;
}

export function FacetsPanel(props: FacetsPanelProps) {
  const isNarrow = useMedia('(max-width: 600px)');
  const sections = props.facets && <Sections {...props} facets={props.facets} />;
  if (isNarrow) return <details class="facets folded"><summary>{message('narrowBy')}</summary>{sections}</details>;
  return <aside class="facets" aria-label={message('narrowBy')}>{sections}</aside>;
}

function Sections({ query, facets, onQuery }: FacetsPanelProps & { facets: Facets }) {
  const { filters } = query;
  const choose = (next: string[]) => onQuery({ ...query, filters: next });
  const toggle = (filter: string) => choose(filters.includes(filter) ? withoutFilter(filters, filter) : withFilter(filters, filter));
  const item = (filter: string, name: string, count: number) => (
    { key: filter, name, count, chosen: filters.includes(filter), onPress: () => toggle(filter) }
  );
  const authors = facets.authors.length > 1 ? facets.authors : [];
  return (
    <>
      <HistogramChart facets={facets} range={rangeOf(query)} onRange={(range) => choose(withPeriod(filters, range))} />
      <Section title={message('tags')} shown={facets.tags.length > 0}>
        <TagFacets tags={facets.tags} filters={filters} onToggle={toggle} />
      </Section>
      <Section title={message('channels')} shown={facets.channels.length > 0}>
        <FacetList label={message('channels')} items={facets.channels.map(({ channel, count }) => (
          item(channelFilter(channel), channel.title ?? currentHandle(channel), count)
        ))} />
      </Section>
      <Section title={message('kinds')} shown={facets.kinds.length > 0}>
        <FacetList label={message('kinds')} items={facets.kinds.map(({ kind, count }) => item(kindFilter(kind), kindWords(kind), count))} />
      </Section>
      <Section title={message('authors')} shown={authors.length > 0}>
        <FacetList label={message('authors')} items={authors.map(({ author, mine, count }) => (
          item(authorFilter(author), authorWords(author, mine), count)
        ))} />
      </Section>
      <Section title={message('months')} shown={facets.months.length > 1}>
        <FacetList label={message('months')} items={facets.months.toReversed().map(({ start, count }) => {
          const period = { from: start, to: nextMonth(start) };
          const chosen = filters.includes(dayFilter('after', period.from)) && filters.includes(dayFilter('before', period.to));
          return { key: String(start), name: month(start), count, chosen, onPress: () => choose(withPeriod(filters, chosen ? undefined : period)) };
        })} />
      </Section>
    </>
  );
}

function Section({ title, shown, children }: { title: string; shown: boolean; children: ComponentChildren }) {
  return shown ? <section><h2>{title}</h2>{children}</section> : null;
}
