/**
 * What a term asks of a segment. Names are looked through once for all segments: what they mean is ids, and segments
 * know only these.
 */
import { channelNames, contains, isAuthorMeant, isChannelMeant, isTagMeant } from '../../model/query-match.ts';
import type { Term, Wording } from '../../model/query.ts';
import { createSplitter } from '../../model/words.ts';
import type { Names } from '../names.ts';
import { haveTrait, kindTrait } from './document.ts';
import type { ListName } from './segment.ts';

/** A document is meant when any of these holds for it. */
export interface Meaning {
  wording?: Wording;
  tags?: ReadonlySet<string>;
  channels?: ReadonlySet<string>;
  authors?: ReadonlySet<string>;
  trait?: number;
  /** From this time of the post on, or before it. */
  from?: number;
  before?: number;
}

export function meaningOf(term: Term, { tags, channels, authors, own }: Names): Meaning {
  switch (term.is) {
    case 'words': return {
      wording: term,
      tags: idsOf(tags, ({ name }) => isSaid(name, term)),
      channels: idsOf(channels, (each) => channelNames(each).some((name) => isSaid(name, term))),
      authors: idsOf(authors, ({ name = '' }) => isSaid(name, term)),
    };
    case 'tag': return { tags: idsOf(tags, ({ name }) => isTagMeant(name, term)) };
    case 'channel': return { channels: idsOf(channels, (each) => isChannelMeant(each, term)) };
    case 'by': return { authors: idsOf(authors, (each) => isAuthorMeant(each, each.id === own, term)) };
    case 'kind': return { trait: kindTrait(term.kind) };
    case 'has': return { trait: haveTrait(term.what) };
    case 'after': return { from: term.time };
    case 'before': return { before: term.time };
  }
}

/** What must be loaded to tell. What nobody is named by need not be. */
export function listsFor({ wording, tags, channels, authors, trait, from, before }: Meaning): ListName[] {
  return [
    ...(wording ? ['firstWords'] as const : []),
    ...(tags && tags.size > 0 ? ['tagIds', 'tagCount', 'tag'] as const : []),
    ...(channels && channels.size > 0 ? ['channelIds', 'channel'] as const : []),
    ...(authors && authors.size > 0 ? ['authorIds', 'author'] as const : []),
    ...(trait === undefined ? [] : ['traits'] as const),
    ...(from === undefined && before === undefined ? [] : ['postTime'] as const),
  ];
}

const split = createSplitter();

function isSaid(name: string, wording: Wording): boolean {
  return contains(split(name), wording);
}

function idsOf<Row>(rows: ReadonlyMap<string, Row | undefined>, isMeant: (row: Row) => boolean): Set<string> {
  return new Set([...rows].filter(([, row]) => row !== undefined && isMeant(row)).map(([id]) => id));
}
