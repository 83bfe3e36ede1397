/** Export, an empty Postil, import, export: the same file. */
import * as fc from 'fast-check';
import * as v from 'valibot';
import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { OfferedPost } from '../../../src/messages/table.ts';
import { Body, Target } from '../../../src/model/annotation.ts';
import { deleteAnnotation, saveOnPost } from '../../../src/store/annotations.ts';
import type { Database } from '../../../src/store/schema.ts';
import { anyPost, anySighting, anyTarget, anyText, anyTime } from '../arbitraries.ts';
import { connect } from '../database.ts';
import { fileOf, importText } from '../importing.ts';

const anyTagName = fc.oneof(fc.constantFrom('garden', 'план/весна', 'گل', '花', '🌷 spring', '"quoted"', 'a, b', 'ПЛАН'), fc.string({ minLength: 1, maxLength: 8 }));
/** Few channels, so that they are renamed, numbered and given up. */
const anyNames = fc.record(
  { handle: fc.constantFrom('garden', 'Garden', 'orchard', 'meadow', 'brook'), telegramId: fc.constantFrom(11, 12, 13) }, { requiredKeys: ['handle'] },
);
const anyWriting = fc.record({
  post: anyPost, names: anyNames, postId: fc.integer({ min: 1, max: 400 }), sighting: anySighting, target: anyTarget, tags: fc.array(anyTagName, { maxLength: 4 }),
  note: anyText, now: anyTime, deleted: fc.integer({ min: 0, max: 9 }),
});

type Writing = typeof anyWriting extends fc.Arbitrary<infer T> ? T : never;

/** What was typed and read, as it comes through the messages. */
async function fill(db: Database, writings: readonly Writing[]): Promise<void> {
  for (const { post, names, postId, sighting, target, tags, note, now, deleted } of writings) {
    const { telegramId: _, ...rest } = post;
    const offered = v.parse(OfferedPost, { post: { ...rest, ...names, postId }, sighting, reader: 1 });
    const body = v.parse(Body, { tags: tags.filter((name) => name.trim() !== ''), note });
    const outcome = await saveOnPost(db, offered, v.parse(Target, target), body, 0, { now, app: '0.1.0' });
    if (deleted === 0) await deleteAnnotation(db, outcome.id, now);
  }
}

function freshDatabase(): Database {
  Dexie.dependencies.indexedDB = new IDBFactory();
  return connect();
}

it('1,000 random annotations come back the same, but for when they were exported', { timeout: 120_000 }, async () => {
  const db = freshDatabase();
  await fill(db, fc.sample(anyWriting, { numRuns: 1_500, seed: 7 }));
  const file = await fileOf(db);
  expect(JSON.parse(file).annotations.length).toBeGreaterThan(1_000);
  const empty = freshDatabase();
  const { rejections, tally, phase } = await importText(empty, file);
  expect(rejections).toEqual([]);
  expect(phase).toBe('done');
  expect(tally).toEqual({ added: JSON.parse(file).annotations.length, identical: 0, kept: 0, replaced: 0, joined: 0 });
  expect(await fileOf(empty)).toBe(file);
});

it('any few annotations come back the same, and a second import finds nothing to do', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(anyWriting, { maxLength: 8 }), async (writings) => {
    const db = freshDatabase();
    await fill(db, writings);
    const file = await fileOf(db);
    const empty = freshDatabase();
    await importText(empty, file);
    expect(await fileOf(empty)).toBe(file);
    const { plan } = await importText(empty, file);
    expect({ added: plan.added, conflicts: plan.conflicts }).toEqual({ added: 0, conflicts: [] });
    expect(await fileOf(empty)).toBe(file);
  }), { numRuns: 25 });
});
