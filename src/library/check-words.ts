/** What a check found, in words. */
import type { Counts } from '../store/check.ts';
import type { CheckedTable, Problem, ProblemKind } from '../store/check-rows.ts';
import { count } from '../ui/words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';

const countNames: [keyof Counts, MessageKey][] = [
  ['annotations', 'annotations'], ['deleted', 'recentlyDeleted'], ['captures', 'keptPosts'], ['channels', 'channels'], ['tags', 'tags'],
  ['authors', 'authors'], ['drafts', 'drafts'],
];

const tableNames: Record<CheckedTable, MessageKey> = {
  annotations: 'annotations', captures: 'keptPosts', originals: 'keptOriginals', sightings: 'postHistories', channels: 'channels', tags: 'tags',
  authors: 'authors', drafts: 'drafts', options: 'settings', worklist: 'worklist',
};

const kindNames: Record<ProblemKind, MessageKey> = {
  unreadable: 'problemUnreadable', 'no-capture': 'problemNoCapture', 'no-channel': 'problemNoChannel', 'no-author': 'problemNoAuthor',
  'no-tag': 'problemNoTag', unused: 'problemUnused', 'wrong-slot': 'problemWrongSlot', 'deleted-with-slot': 'problemDeletedWithSlot',
  'wrong-handle-keys': 'problemWrongName', 'wrong-key': 'problemWrongName',
  'not-indexed': 'problemNotIndexed', 'wrongly-indexed': 'problemWronglyIndexed',
};

/** So many of a group are named; the rest are counted. */
const namedIds = 3;

export function countWords(counts: Counts): [name: string, count: string][] {
  return countNames.map(([key, name]) => [message(name), count(counts[key])]);
}

export interface ProblemGroup {
  words: string;
  count: number;
  ids: string[];
}

/** Problems of one kind in one table together, in the order in which they were found. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const { kind, table, id, detail } of problems) {
    const words = `${message(tableNames[table])}: ${message(kindNames[kind])}`;
    const group = groups.get(words) ?? { words, count: 0, ids: [] };
    group.count += 1;
    if (group.ids.length < namedIds) group.ids.push(detail === undefined ? id : `${id} (${detail})`);
    groups.set(words, group);
  }
  return [...groups.values()];
}
