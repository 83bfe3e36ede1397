/** The search box and the filters beside it. */
import { currentHandle } from '../model/channel.ts';
import { postKinds } from '../model/post.ts';
import { type Query, type QueryProblem, haveable, parseQuery } from '../model/query.ts';
import { message } from '../webext/i18n.ts';
import type { Facets } from '../model/view.ts';

export interface FiltersProps {
  query: Query;
  facets: Facets | undefined;
  onQuery: (query: Query) => void;
}

function withChoice(query: Query, field: 'tagId' | 'channelRef', id: string): Query {
  const { [field]: _, ...rest } = query;
  return id === '' ? rest : { ...rest, [field]: id };
}

export function Filters({ query, facets, onQuery }: FiltersProps) {
  const { problems } = parseQuery(query.text);
  return (
    <search class="filters">
      <input type="search" autofocus dir="auto" aria-label={message('searchAnnotations')} placeholder={message('searchAnnotations')}
        value={query.text} onInput={(event) => onQuery({ ...query, text: event.currentTarget.value })} />
      {problems.length > 0 && <p class="error" role="status">{problems.map(problemWords).join(' ')}</p>}
      <div class="facets">
        <Facet label={message('tag')} all={message('allTags')} value={query.tagId}
          options={facets?.tags.map(({ tag, count }) => ({ id: tag.id, name: tag.name, count })) ?? []}
          onChange={(id) => onQuery(withChoice(query, 'tagId', id))} />
        <Facet label={message('channel')} all={message('allChannels')} value={query.channelRef}
          options={facets?.channels.map(({ channel, count }) => (
            { id: channel.id, name: channel.title ?? currentHandle(channel), count }
          )) ?? []}
          onChange={(id) => onQuery(withChoice(query, 'channelRef', id))} />
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
