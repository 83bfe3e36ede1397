/** How long it takes from a query to its first page of records. */
import { currentHandle } from '../../../../src/model/channel.ts';
import { type Query, noQuery } from '../../../../src/model/query.ts';
import { find } from '../../../../src/store/find.ts';
import { db } from './database.ts';

const firstPage = { offset: 0, limit: 20 };

export interface Searched {
  time: number;
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
    searched.push({ time: performance.now() - began, total });
  }
  return searched;
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
