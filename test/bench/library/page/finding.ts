/** How long it takes from a query to its first page of records. */
import { currentHandle } from '../../../../src/model/channel.ts';
import { type Query, noQuery } from '../../../../src/model/query.ts';
import { find } from '../../../../src/store/find.ts';
import { captureRef } from '../../../../src/store/schema.ts';
import { db } from './database.ts';

const firstPage = { offset: 0, limit: 20 };

export interface Searched {
  time: number;
  /** Of a bare read of as many records, right after it. */
  bare: number;
  total: number;
}

/**
 * Like a page that is open: it has shown the first rows of everything.
 * @param warm each is asked once before it is measured
 */
export async function search(texts: readonly string[], warm: boolean): Promise<Searched[]> {
  await find(db, noQuery, firstPage);
  if (warm) for (const text of texts) await find(db, asking(text), firstPage);
  const searched: Searched[] = [];
  for (const text of texts) {
    const began = performance.now();
    const { total } = await find(db, asking(text), firstPage);
    const found = performance.now();
    await readBare();
    searched.push({ time: found - began, bare: performance.now() - found, total });
  }
  return searched;
}

/** The least that any first page takes: the newest annotations and what their posts said, unparsed. */
async function readBare(): Promise<void> {
  const rows = await db.annotations.orderBy('updatedAt').reverse().limit(firstPage.limit).toArray();
  await db.captures.bulkGet(rows.map(captureRef));
}

/** Which posts must come first, for each text: `handle/id`. */
export async function expectedPaths(texts: readonly string[], count: number): Promise<string[][]> {
  const expected: string[][] = [];
  for (const text of texts) {
    const { views } = await find(db, asking(text), { offset: 0, limit: count });
    expected.push(views.map(({ channel, annotation }) => `${currentHandle(channel)}/${annotation.postId}`));
  }
  return expected;
}

function asking(text: string): Query {
  return { ...noQuery, text };
}
