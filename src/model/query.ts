/**
 * What a person looks for. One language for popup, library and export:
 *
 *     tariff qua            words, each of which must begin a word of the annotation, wherever in it
 *     "low tide"            these words side by side
 *     tag:ports             this tag and all that are nested under it
 *     channel:harbour_news  by its name or in its title
 *     kind:photo            what the post is made of
 *     by:ann   by:me        who annotated
 *     has:note              note, quote, media or link
 *     after:2026-03 before:2026-04-15     the post's day, from its first moment on, and before it
 *     -tag:done             not
 */
import { words } from './words.ts';
import { handleKey } from './identity.ts';
import { type PostKind, postKinds } from './post.ts';
import { tagKey } from './tag.ts';

export interface Query {
  /** As typed. */
  text: string;
  tagId?: string;
  channelRef?: string;
}

export const haveable = ['note', 'quote', 'media', 'link'] as const;
export type Haveable = (typeof haveable)[number];

/** Folded words side by side; when they are `open`, the last may be the beginning of a longer one. */
export interface Wording {
  words: string[];
  open: boolean;
}

/** Times are epoch milliseconds. */
export type Condition =
  | ({ is: 'words' } & Wording)
  | { is: 'tag'; key: string }
  | ({ is: 'channel'; handle: string } & Wording)
  | { is: 'kind'; kind: PostKind }
  | ({ is: 'by'; me: boolean } & Wording)
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

const part = new RegExp(`(?=\\S)(-)?(?:(${fields.join('|')}):)?(?:"([^"]*)"?|([^\\s"]*))`, 'giu');

/** Nothing that can be typed is refused. What has no word in it, and a field still without a value, ask for nothing. */
export function parseQuery(text: string): ParsedQuery {
  const parsed: ParsedQuery = { terms: [], problems: [] };
  for (const [, not, name, quoted, bare] of text.replace(/[“”„«»]/g, '"').matchAll(part)) {
    const field = fields.find((each) => each === name?.toLowerCase());
    const wording = { words: words(quoted ?? bare ?? ''), open: quoted === undefined };
    if (wording.words.length === 0) continue;
    const condition = field === undefined ? { is: 'words' as const, ...wording } : ofField(field, quoted ?? bare ?? '', wording);
    if ('code' in condition) parsed.problems.push(condition);
    else parsed.terms.push({ ...condition, not: not !== undefined });
  }
  return parsed;
}

function ofField(field: Field, value: string, wording: Wording): Condition | QueryProblem {
  switch (field) {
    case 'tag': return { is: field, key: tagKey(value) };
    case 'channel': return { is: field, handle: handleKey(value.replace(/^@/, '')), ...wording };
    case 'by': return { is: field, me: value.toLowerCase() === 'me', ...wording };
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
