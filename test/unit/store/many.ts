/** Many annotations, and what is compared of them. */
import { expect } from 'vitest';
import { noQuery } from '../../../src/model/query.ts';
import type { BulkOptions } from '../../../src/store/bulk-batches.ts';
import { find } from '../../../src/store/find.ts';
import { scan } from '../../../src/store/scan.ts';
import type { AnnotationRow, Database } from '../../../src/store/schema.ts';
import { minute, noon } from '../builders.ts';
import { never } from '../importing.ts';

export const later = noon + minute;
export const afterwards = later + minute;

export function at(now: number, changes: Partial<BulkOptions> = {}): BulkOptions {
  return { now, signal: never, onProgress: () => undefined, ...changes };
}

/** Annotations of one's own, on posts numbered from 1. */
export function fileOf(count: number, tags: (i: number) => string[] = () => []): string {
  return JSON.stringify({
    format: 'postil', version: 1, owner: 'me', authors: [{ id: 'me', name: 'Me' }],
    annotations: Array.from({ length: count }, (_, i) => ({
      id: `own-${i}`, author: 'me', post: { channel: 'tide_table', postId: i + 1, text: `Tide ${i}` }, tags: tags(i), note: `Note ${i}`,
      updatedAt: new Date(noon + i).toISOString(),
    })),
  });
}

export async function expectFound(db: Database): Promise<void> {
  const all = { offset: 0, limit: 10_000 };
  for (const text of ['', 'tag:ports', 'tag:old', 'note']) {
    const query = { ...noQuery, text };
    expect(await find(db, query, all), text).toEqual(await scan(db, query, all));
  }
}

export async function rowsOf(db: Database): Promise<AnnotationRow[]> {
  return db.annotations.toArray();
}

export const withoutRev = (rows: readonly AnnotationRow[]) => rows.map(({ rev: _, ...row }) => row);
