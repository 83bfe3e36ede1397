/** A query, and what is open of what it finds, as a part of an address. Whatever stands there was typed by anybody. */
import * as v from 'valibot';
import { Id } from './id.ts';
import { type Query, noQuery, parseText, sorts } from './query.ts';

export interface QueryPlace {
  query: Query;
  /** Of the annotation that is open. */
  id?: string;
}

const maxLength = 1_000;
const maxFilters = 50;

/** Empty when there is nothing to say. */
export function placeToParams({ query: { text, filters, sort }, id }: QueryPlace): string {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  for (const filter of filters) params.append('f', filter);
  if (sort !== noQuery.sort) params.set('sort', sort);
  if (id !== undefined) params.set('id', id);
  return params.toString();
}

/** What means nothing is left out. */
export function placeFromParams(text: string): QueryPlace {
  const params = new URLSearchParams(text);
  const filters = [...new Set(params.getAll('f'))].filter(isFilter).slice(0, maxFilters);
  const id = v.safeParse(Id, params.get('id'));
  return {
    query: {
      text: (params.get('q') ?? '').slice(0, maxLength),
      filters,
      sort: sorts.find((sort) => sort === params.get('sort')) ?? noQuery.sort,
    },
    ...(id.success && { id: id.output }),
  };
}

/** One part of the language and no more. */
function isFilter(text: string): boolean {
  const { terms, problems } = parseText(text);
  return text.length <= maxLength && terms.length === 1 && problems.length === 0;
}
