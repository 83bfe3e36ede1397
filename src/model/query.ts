/**
 * What a person looks for. One language for popup, library and export:
 *
 *     tariff qua            words, each of which must begin a word of the annotation, wherever in it
 *     "low tide"            these words side by side
 *     tag:ports             this tag and all that are nested under it
 *     channel:harbour_news  by its name or in its title; with @, by its name alone
 *     kind:photo            what the post is made of
 *     by:ann   by:me        who annotated
 *     has:note              note, quote, media or link
 *     after:2026-03 before:2026-04-15     the post's day, from its first moment on, and before it
 *     -tag:done             not
 *
 * A value with spaces stands in quotes; in these, a backslash takes a quote or a backslash as it is.
 */
import { words } from './words.ts';
import { type Haveable, haveable } from './haveable.ts';
import { handleKey } from './identity.ts';
import { type PostKind, postKinds } from './post.ts';
import { tagKey } from './tag.ts';

/** What the list is ordered by: when it was last changed, or made; the post's day; the channel's name. */
export const sorts = ['changed', 'created', 'post', 'channel'] as const;
export type Sort = (typeof sorts)[number];

export interface Query {
  /** As typed. */
  text: string;
  /** Chosen from menus, each a part of the same language (`filters.ts` writes them). */
  filters: readonly string[];
  sort: Sort;
}

export const noQuery: Query = { text: '', filters: [], sort: 'changed' };

/** Folded words side by side; when they are `open`, the last may be the beginning of a longer one. */
export interface Wording {
  words: string[];
  open: boolean;
}

/** Times are epoch milliseconds. */
export type Condition =
  | ({ is: 'words' } & Wording)
  | { is: 'tag'; key: string }
  /** `handle` alone when `exact`; else also words of the title. */
  | ({ is: 'channel'; handle: string; exact: boolean } & Wording)
  | { is: 'kind'; kind: PostKind }
  /** By words of the name, or by `id`. */
  | ({ is: 'by'; me: boolean; id: string } & Wording)
  | { is: 'has'; what: Haveable }
  | { is: 'after' | 'before'; time: number };

/** All of a query's terms must hold. */
export type Term = Condition & { not: boolean };

/** A part of the query that means nothing: it is left out, and said to be. */
export interface QueryProblem {
  code: 'kind' | 'has' | 'date';
  /** As typed. */
  value: string;
}

export interface ParsedQuery {
  terms: Term[];
  problems: QueryProblem[];
}

const fields = ['tag', 'channel', 'kind', 'by', 'has', 'after', 'before'] as const;
type Field = (typeof fields)[number];

/** Typographic quotes, which some keyboards make of straight ones, end at any quote. */
const part = new RegExp(
  `(?=\\S)(-)?(?:(${fields.join('|')}):)?(?:"((?:\\\\.|[^"\\\\])*)(?:"|$)|[“”„«»]([^“”„«»"]*)[“”„«»"]?|([^\\s"“”„«»]*))`, 'giu',
);

/** What is typed and what was chosen, together. */
export function parseQuery({ text, filters }: Pick<Query, 'text' | 'filters'>): ParsedQuery {
  const parts = [text, ...filters].map(parseText);
  return { terms: parts.flatMap(({ terms }) => terms), problems: parts.flatMap(({ problems }) => problems) };
}

/** Nothing that can be typed is refused. What has no word in it, and a field still without a value, ask for nothing. */
export function parseText(text: string): ParsedQuery {
  const parsed: ParsedQuery = { terms: [], problems: [] };
  for (const [, not, name, straight, curly, bare = ''] of text.matchAll(part)) {
    const field = fields.find((each) => each === name?.toLowerCase());
    const quoted = straight?.replace(/\\(.)/gs, '$1') ?? curly;
    const wording = { words: words(quoted ?? bare), open: quoted === undefined };
    const condition = field === undefined ? ofWords(wording) : ofField(field, (quoted ?? bare).trim(), wording);
    if (!condition) continue;
    if ('code' in condition) parsed.problems.push(condition);
    else parsed.terms.push({ ...condition, not: not !== undefined });
  }
  return parsed;
}

function ofWords(wording: Wording): Condition | undefined {
  return wording.words.length > 0 ? { is: 'words', ...wording } : undefined;
}

function ofField(field: Field, value: string, wording: Wording): Condition | QueryProblem | undefined {
  if (value === '') return undefined;
  switch (field) {
    case 'tag': return { is: field, key: tagKey(value) };
    case 'channel': {
      const handle = handleKey(value.replace(/^@/, ''));
      return handle === '' ? undefined : { is: field, handle, exact: value.startsWith('@'), ...wording };
    }
    case 'by': return { is: field, me: value.toLowerCase() === 'me', id: value, ...wording };
    case 'kind': {
      const kind = postKinds.find((each) => each === value.toLowerCase());
      return kind ? { is: field, kind } : { code: field, value };
    }
    case 'has': {
      const what = haveable.find((each) => each === value.toLowerCase());
      return what ? { is: field, what } : { code: field, value };
    }
    case 'after':
    case 'before': {
      const time = startOf(value);
      return time === undefined ? { code: 'date', value } : { is: field, time };
    }
  }
}

/** The first moment of a year, month or day, where the reader is: `2026`, `2026-03`, `2026-03-09`. */
function startOf(value: string): number | undefined {
  const [, year, month = 1, day = 1] = /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?$/.exec(value) ?? [];
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  // The 30th of February would be a day in March.
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date.getTime() : undefined;
}
