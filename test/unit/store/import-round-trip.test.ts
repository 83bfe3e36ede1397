/** Export, an empty Postil, import, export: the same file. */
import * as fc from 'fast-check';
import * as v from 'valibot';
import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { exportJson } from '../../../src/formats/json.ts';
import { exportNdjson } from '../../../src/formats/ndjson.ts';
import { OfferedPost } from '../../../src/messages/table.ts';
import { Body, Target } from '../../../src/model/annotation.ts';
import { type Capture, canonicalVersion, captureContent, captureId } from '../../../src/model/capture.ts';
import { type Seen, versionOf } from '../../../src/model/history.ts';
import { Post, Sighting } from '../../../src/model/post.ts';
import { addFree } from '../../../src/store/add-free.ts';
import { unitedSeen } from '../../../src/model/united-seen.ts';
import { deleteAnnotation, saveOnPost } from '../../../src/store/annotations.ts';
import { findIds } from '../../../src/store/find.ts';
import { type CaptureRef, type Database, annotationRow, captureRef, channelRow, tagRow } from '../../../src/store/schema.ts';
import { anyHistory, anyPost, anySighting, anyTarget, anyText, anyTime } from '../arbitraries.ts';
import { aChannel, aTag, noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { connect, stored } from '../database.ts';
import { fileOf, importText } from '../importing.ts';

const anyTagName = fc.oneof(fc.constantFrom('garden', 'план/весна', 'گل', '花', '🌷 spring', '"quoted"', 'a, b', 'ПЛАН'), fc.string({ minLength: 1, maxLength: 8 }));
/** Few channels, so that they are renamed, numbered and given up. */
const anyNames = fc.record(
  { handle: fc.constantFrom('garden', 'Garden', 'orchard', 'meadow', 'brook'), telegramId: fc.constantFrom(11, 12, 13) }, { requiredKeys: ['handle'] },
);
const anyWriting = fc.record({
  post: anyPost, names: anyNames, postId: fc.integer({ min: 1, max: 400 }), sighting: anySighting, target: anyTarget, tags: fc.array(anyTagName, { maxLength: 4 }),
  note: anyText, now: anyTime, deleted: fc.integer({ min: 0, max: 9 }), history: fc.option(anyHistory, { nil: undefined, freq: 2 }),
});

type Writing = typeof anyWriting extends fc.Arbitrary<infer T> ? T : never;
type AnyHistory = NonNullable<Writing['history']>;

/** What was typed and read, as it comes through the messages. */
async function fill(db: Database, writings: readonly Writing[]): Promise<void> {
  for (const { post, names, postId, sighting, target, tags, note, now, deleted, history } of writings) {
    const { telegramId: _, ...rest } = post;
    const offered = v.parse(OfferedPost, { post: { ...rest, ...names, postId }, sighting, reader: 1 });
    const body = v.parse(Body, { tags: tags.filter((name) => name.trim() !== ''), note });
    const outcome = await saveOnPost(db, offered, v.parse(Target, target), body, 0, { now, app: '0.1.0' });
    if (history) await lookAgain(db, captureRef(await stored(db, outcome.id)), history);
    if (deleted === 0) await deleteAnnotation(db, outcome.id, now);
  }
}

/** Looks at a post that was annotated, as they are kept: at each of them it says one of the contents, or is not there. */
async function lookAgain(db: Database, [channelRef, postId]: CaptureRef, { contents, looks }: AnyHistory): Promise<void> {
  const captures = await Promise.all(contents.map(async ({ post, at, reader }): Promise<Capture> => {
    const content = captureContent(v.parse(Post, post));
    return { id: await captureId(content), channelRef, postId, canonical: canonicalVersion, reader, at, content };
  }));
  await addFree(db.captures, captures);
  const seen = looks.map(({ version, ...look }, i): Seen => {
    const capture = version && captures[i];
    return { ...v.parse(Sighting, look), ...(capture ? { version: versionOf(capture) } : version && { version }) };
  });
  const known = await db.sightings.get([channelRef, postId]);
  await db.sightings.put({ channelRef, postId, seen: unitedSeen(known?.seen ?? [], seen) });
}

function freshDatabase(): Database {
  Dexie.dependencies.indexedDB = new IDBFactory();
  return connect();
}

/** Many at once: what as many saves would leave, without their time. */
async function fillDirectly(db: Database, writings: readonly Writing[]): Promise<void> {
  const [own, other] = ['author-own', 'author-other'];
  const channels = Array.from({ length: 20 }, (_, i) => aChannel({
    id: `channel-${i}`, handles: [{ name: `Garden_${i}`, firstSeen: noon, lastSeen: noon + i }], ...(i % 3 > 0 && { telegramId: 1_000 + i }),
  }));
  const tags = Array.from({ length: 30 }, (_, i) => aTag(`план/${i}`, { id: `tag-${i}`, ...(i % 2 > 0 && { colour: '#b3261e', description: `nr ${i}` }) }));
  const captures: Capture[] = [];
  const looked: [CaptureRef, AnyHistory][] = [];
  const annotations = await Promise.all(writings.map(async ({ post, sighting, target, note, now, deleted, history }, i) => {
    const { id: channelRef } = channels[i % channels.length] ?? aChannel();
    const content = captureContent(v.parse(Post, post));
    const captureIdOfIt = await captureId(content);
    captures.push({ id: captureIdOfIt, channelRef, postId: i + 1, canonical: canonicalVersion, reader: 1, at: now, content });
    if (history) looked.push([[channelRef, i + 1, captureIdOfIt], history]);
    return annotationRow({
      id: `annotation-${i}`, authorId: i % 4 > 0 ? own : other, channelRef, postId: i + 1, captureId: captureIdOfIt,
      target: v.parse(Target, target), tagIds: tags.slice(i % 30, i % 30 + deleted).map((tag) => tag.id), note: v.parse(Body, { tags: [], note }).note,
      createdAt: now, updatedAt: now, rev: 1 + i % 7, seen: { ...v.parse(Sighting, sighting), app: '0.1.0' },
    });
  }));
  await db.authors.bulkAdd([{ id: own }, { id: other, name: 'Анна' }]);
  await db.options.add({ name: 'ownAuthorId', value: own });
  await db.channels.bulkAdd(channels.map(channelRow));
  await db.tags.bulkAdd(tags.map(tagRow));
  await db.captures.bulkAdd(captures);
  await db.annotations.bulkAdd(annotations);
  for (const [ref, history] of looked) await lookAgain(db, ref, history);
}

it('1,000 random annotations come back the same, but for when they were exported', { timeout: 120_000 }, async () => {
  const db = freshDatabase();
  await fillDirectly(db, fc.sample(anyWriting, 1_000));
  const file = await fileOf(db);
  expect(JSON.parse(file).annotations).toHaveLength(1_000);
  expect(file.match(/"history": /g)?.length).toBeGreaterThan(300);
  const empty = freshDatabase();
  const { rejections, tally, phase } = await importText(empty, file);
  expect(rejections).toEqual([]);
  expect(phase).toBe('done');
  expect(tally).toEqual({ added: 1_000, identical: 0, kept: 0, replaced: 0, joined: 0 });
  expect(await fileOf(empty)).toBe(file);
  await expectSound(empty);
});

it.each([['JSON', exportJson], ['NDJSON', exportNdjson]])('any few of them go on to another Postil as %s, and come out of it the same', { timeout: 120_000 }, async (_, write) => {
  const chosen = { text: '', filters: ['-tag:garden'], sort: 'post' as const };
  let sent = 0;
  await fc.assert(fc.asyncProperty(fc.array(anyWriting, { minLength: 1, maxLength: 8 }), async (writings) => {
    const db = freshDatabase();
    await fill(db, writings);
    const ids = await findIds(db, chosen);
    sent += ids.length;
    const file = await fileOf(db, { write, ids });
    const other = freshDatabase();
    const { rejections, tally } = await importText(other, file);
    expect({ rejections, added: tally?.added }).toEqual({ rejections: [], added: ids.length });
    expect(await fileOf(other, { write })).toBe(file);
    expect(await fileOf(other, { write, ids })).toBe(file);
  }), { numRuns: 25 });
  expect(sent).toBeGreaterThan(25);
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
