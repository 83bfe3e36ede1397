/** The search box and the filters beside it. */
import { currentHandle } from '../model/channel.ts';
import { channelFilter, tagFilter } from '../model/filters.ts';
import { postKinds } from '../model/post.ts';
import { type Query, type QueryProblem, haveable, parseQuery } from '../model/query.ts';
import { message } from '../webext/i18n.ts';
import type { Facets } from '../model/view.ts';

export interface FiltersProps {
  query: Query;
  facets: Facets | undefined;
  onQuery: (query: Query) => void;
}

/** The query with this choice in place of another of the same field. */
function withFilter(query: Query, field: string, filter: string): Query {
  return { ...query, filters: [...query.filters.filter((each) => !each.startsWith(field)), ...(filter === '' ? [] : [filter])] };
}

export function Filters({ query, facets, onQuery }: FiltersProps) {
  const { problems } = parseQuery(query);
  const chosen = (field: string) => query.filters.find((each) => each.startsWith(field));
  return (
    <search class="filters">
      <input type="search" autofocus dir="auto" aria-label={message('searchAnnotations')} placeholder={message('searchAnnotations')}
        value={query.text} onInput={(event) => onQuery({ ...query, text: event.currentTarget.value })} />
      {problems.length > 0 && <p class="error" role="status">{problems.map(problemWords).join(' ')}</p>}
      <div class="facets">
        <Facet label={message('tag')} all={message('allTags')} value={chosen('tag:')}
          options={facets?.tags.map(({ name, count }) => ({ id: tagFilter(name), name, count })) ?? []}
          onChange={(filter) => onQuery(withFilter(query, 'tag:', filter))} />
        <Facet label={message('channel')} all={message('allChannels')} value={chosen('channel:')}
          options={facets?.channels.map(({ channel, count }) => (
            { id: channelFilter(channel), name: channel.title ?? currentHandle(channel), count }
          )) ?? []}
          onChange={(filter) => onQuery(withFilter(query, 'channel:', filter))} />
      </div>
    </search>
  );
}

function problemWords({ code, value }: QueryProblem): string {
  switch (code) {
    case 'kind': return message('queryNoKind', value, postKinds.join(', '));
    case 'has': return message('queryNoHas', value, haveable.join(', '));
    case 'date': return message('queryNoDate', value);
  }
}

interface FacetProps {
  label: string;
  all: string;
  value: string | undefined;
  options: { id: string; name: string; count: number }[];
  onChange: (id: string) => void;
}

function Facet({ label, all, value, options, onChange }: FacetProps) {
  return (
    <select aria-label={label} class={value === undefined ? 'facet' : 'facet chosen'} value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{all}</option>
      {options.map(({ id, name, count }) => <option key={id} value={id}>{`${name} (${count})`}</option>)}
    </select>
  );
}
