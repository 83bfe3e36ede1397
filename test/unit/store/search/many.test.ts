/** Words that many documents have and words that few have, in dictionaries of many blocks, before and after merging. */
import { beforeAll, describe, expect, it } from 'vitest';
import { queryMatcher } from '../../../../src/model/query-match.ts';
import { noQuery, parseText } from '../../../../src/model/query.ts';
import type { AnnotationView } from '../../../../src/model/view.ts';
import { find } from '../../../../src/store/find.ts';
import { scan } from '../../../../src/store/scan.ts';
import { Database } from '../../../../src/store/schema.ts';
import { checkIndex } from '../../../../src/store/search/check-index.ts';
import { readySegments } from '../../../../src/store/search/commit.ts';
import { indexChanges } from '../../../../src/store/search/index-changes.ts';
import { maintainIndex } from '../../../../src/store/search/maintain.ts';
import { minute, noon } from '../../builders.ts';
import { beginAnew } from '../../database.ts';
import { importText } from '../../importing.ts';

const [perFile, files, wordsPerText] = [220, 3, 40];
let seed = 7;
/** https://en.wikipedia.org/wiki/Linear_congruential_generator */
const random = () => (seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
/** A few words are very common and most are rare. */
const word = (rank: number) => `${'кмнрст'[rank % 6]}${rank.toString(36)}`;
const anyWord = () => word(Math.floor(2_000 ** random()));

function fileOf(number: number): string {
  const annotations = Array.from({ length: perFile }, (_, i) => ({
    id: `annotation-${number}-${i}`, post: { channel: `channel_${i % 7}`, postId: number * perFile + i + 1, text: Array.from({ length: wordsPerText }, anyWord).join(' ') },
    tags: [`tag ${i % 40}`], note: i % 3 === 0 ? `${anyWord()} ${anyWord()}` : '', updatedAt: new Date(noon + Math.floor(random() * 500) * minute).toISOString(),
  }));
  return JSON.stringify({ format: 'postil', version: 1, annotations });
}

const state = {} as { db: Database; views: AnnotationView[] };
beforeAll(async () => {
  beginAnew();
  state.db = new Database('relaxed');
  for (let number = 0; number < files; number++) {
    await importText(state.db, fileOf(number), {}, async () => undefined);
    await indexChanges(state.db, noon);
  }
  state.views = (await scan(state.db, noQuery, { offset: 0, limit: 10_000 })).views;
}, 60_000);

const queries = [
  word(1), word(2), word(1_500), word(1_900), 'к', 'м1', 'тz', `${word(1)} ${word(2)}`, `"${word(1)} ${word(2)}"`, `"${word(2)} ${word(1)} ${word(1)}"`, `"${word(1)} ${word(1)}"`,
  `${word(1)}-${word(3)[0]}`, `-${word(1)}`, `tag:"tag 7" ${word(1)}`, 'channel:channel_3', 'has:note', '',
  ...Array.from({ length: 12 }, () => `"${anyWord()} ${anyWord()}"`), ...Array.from({ length: 6 }, () => `${anyWord()} -${anyWord()}`),
];

describe.each([['in three segments', false], ['in one', true]])('%s', (_, isMerged) => {
  it('every query finds what it must', { timeout: 60_000 }, async () => {
    const { db, views } = state;
    if (isMerged) await maintainIndex(db, noon);
    expect(await readySegments(db)).toHaveLength(isMerged ? 1 : files);
    expect(await checkIndex(db)).toEqual([]);
    for (const text of queries) {
      const wanted = views.filter(queryMatcher(parseText(text))).map(({ annotation: { id } }) => id);
      const found = await find(db, { ...noQuery, text }, { offset: 0, limit: 30 });
      expect(found.total, text).toBe(wanted.length);
      expect(found.views.map(({ annotation: { id } }) => id), text).toEqual(wanted.slice(0, 30));
    }
  });
});
