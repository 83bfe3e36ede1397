/** Menus of what the list can be narrowed to, so that nobody must learn the language of queries. */
import { nextMonth } from '../model/calendar.ts';
import { currentHandle } from '../model/channel.ts';
import { authorFilter, channelFilter, dayFilter, hasFilter, kindFilter, tagFilter, withFilter, withPeriod } from '../model/filters.ts';
import { haveable } from '../model/haveable.ts';
import type { Facets, TagNode } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { authorWords } from './filter-words.ts';
import { haveableWords, kindWords } from './kind-words.ts';
import { Menu } from './menu.tsx';
import { count as number, month } from './words.ts';

export interface FilterMenusProps {
  filters: readonly string[];
  facets: Facets | undefined;
  onFilters: (filters: string[]) => void;
}

/** More than anybody looks through; whoever has more types their beginning into the search. */
const maxOptions = 200;
const dayLength = 24 * 60 * 60 * 1_000;
const spans = [{ days: 7, name: 'lastWeek' }, { days: 30, name: 'lastMonth' }, { days: 365, name: 'lastYear' }] as const;

function allTags(nodes: readonly TagNode[]): TagNode[] {
  return nodes.flatMap((node) => [node, ...allTags(node.children)]);
}

export function FilterMenus({ filters, facets, onFilters }: FilterMenusProps) {
  const add = (filter: string) => onFilters(withFilter(filters, filter));
  const tags = allTags(facets?.tags ?? []).sort((a, b) => b.count - a.count)
    .map(({ name, count }) => ({ value: tagFilter(name), name: `${name} (${number(count)})` }))
    .filter(({ value }) => !filters.includes(value)).slice(0, maxOptions);
  const channels = (facets?.channels ?? []).slice(0, maxOptions)
    .map(({ channel, count }) => ({ value: channelFilter(channel), name: `${channel.title ?? currentHandle(channel)} (${number(count)})` }));
  const months = (facets?.months ?? []).slice(-maxOptions).reverse()
    .map(({ start, count }) => ({ value: String(start), name: `${month(start)} (${number(count)})` }));
  const authors = facets && facets.authors.length > 1 ? facets.authors : [];
  return (
    <>
      <Menu title={message('tag')} options={tags} onChoose={add} />
      <Menu title={message('channel')} options={channels} onChoose={add} />
      <Menu title={message('date')} onChoose={(value) => {
        const span = spans.find(({ name }) => name === value);
        onFilters(span ? [...withPeriod(filters), dayFilter('after', Date.now() - span.days * dayLength)]
          : withPeriod(filters, { from: Number(value), to: nextMonth(Number(value)) }));
      }} options={spans.map(({ name }) => ({ value: name, name: message(name) }))} groups={[{ name: message('months'), options: months }]} />
      <Menu title={message('more')} options={[]} onChoose={add} groups={[
        {
          name: message('kindOfPost'),
          options: (facets?.kinds ?? []).map(({ kind, count }) => ({ value: kindFilter(kind), name: `${kindWords(kind)} (${number(count)})` })),
        },
        { name: message('withWhat'), options: haveable.map((what) => ({ value: hasFilter(what), name: haveableWords(what) })) },
        {
          name: message('writtenBy'),
          options: authors.map(({ author, mine, count }) => ({ value: authorFilter(author), name: `${authorWords(author, mine)} (${number(count)})` })),
        },
      ]} />
    </>
  );
}
