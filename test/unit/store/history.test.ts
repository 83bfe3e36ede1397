import { describe, expect, it, vi } from 'vitest';
import { targetKey } from '../../../src/model/annotation.ts';
import { captureContent, captureId } from '../../../src/model/capture.ts';
import type { Seen, Version } from '../../../src/model/history.ts';
import { quoteOf } from '../../../src/model/quote.ts';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { changedPosts, readHistory } from '../../../src/store/history.ts';
import { moveAnnotation, undoMove } from '../../../src/store/move.ts';
import type { Database } from '../../../src/store/schema.ts';
import { aPost, aSighting, day, noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect, stored } from '../database.ts';

const rest = 'are in bloom along the old canal, says the head gardener.';
const first = `Tulips ${rest}`;
const second = `Lilacs and Tulips ${rest}`;
const third = 'Nothing grows.';

function quote(text: string, start: number, end: number) {
  const target = quoteOf(text, start, end);
  if (!target) throw new Error('No words are there.');
  return target;
}

async function versionOf(text: string): Promise<Version> {
  return { id: await captureId(captureContent(aPost({ text }))), canonical: 1, reader: 1 };
}

/** Days after it was annotated the post was seen to say these texts; undefined: it was not there. */
async function seeAgain(db: Database, id: string, ...texts: (string | undefined)[]): Promise<Seen[]> {
  const { channelRef, postId } = await stored(db, id);
  const seen: Seen[] = [];
  for (const [i, text] of texts.entries()) {
    const at = noon + (i + 1) * day;
    const version = text === undefined ? undefined : await versionOf(text);
    if (version) await db.captures.put({ ...version, channelRef, postId, at, content: captureContent(aPost({ text: text ?? '' })) });
    seen.push({ ...aSighting({ at, views: `${i + 1}K` }), ...(version && { version }) });
  }
  await db.sightings.put({ channelRef, postId, seen, notable: seen.at(-1)?.at ?? 0 });
  return seen;
}

async function historyOf(db: Database, id: string) {
  return readHistory(db, await stored(db, id));
}

describe('the history of a post', () => {
  it('has every content with its first and last look, and the look at which it was annotated', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: { text: first }, offer: { sighting: aSighting({ serverTime: noon - 5 }) } });
    expect(await historyOf(db, id)).toMatchObject({ state: 'same', seen: [{ at: noon }], versions: [{ firstSeen: noon, lastSeen: noon, serverTime: noon - 5 }] });
    await seeAgain(db, id, first, second, second);
    const { state, seen, versions } = await historyOf(db, id);
    expect(state).toBe('changed');
    expect(seen.map(({ at }) => (at - noon) / day)).toEqual([0, 1, 2, 3]);
    expect(versions.map(({ capture, firstSeen, lastSeen }) => [capture.content.text, (firstSeen - noon) / day, (lastSeen - noon) / day]))
      .toEqual([[first, 0, 1], [second, 2, 3]]);
  });

  it('leaves out what cannot be read, and says so', async () => {
    const db = connect();
    const { id } = await annotate(db);
    await seeAgain(db, id, second);
    const said = vi.spyOn(console, 'error').mockReturnValue();
    await db.sightings.toCollection().modify((row) => Reflect.set(row, 'seen', 'often'));
    await db.captures.toCollection().modify((row) => Reflect.set(row, 'reader', 'mine'));
    expect(await historyOf(db, id)).toEqual({ versions: [], seen: [], state: 'same' });
    expect(said).toHaveBeenCalledTimes(3);
    said.mockRestore();
  });
});

describe('the list of changed posts', () => {
  it('has those that changed or are missing, the one looked at last first, and no deleted annotation', async () => {
    const db = connect();
    const ids: string[] = [];
    for (const [i, texts] of [[second], [first], [second, undefined], [third, second, third]].entries()) {
      const { id } = await annotate(db, { post: { postId: i + 1, text: first } });
      await seeAgain(db, id, ...texts);
      ids.push(id);
    }
    const said = async (limit = 10) => (await changedPosts(db, limit)).changes.map(({ view, state, now }) => [ids.indexOf(view.annotation.id), state, now?.content.text]);
    expect(await said()).toEqual([[3, 'changed', third], [2, 'missing', undefined], [0, 'changed', second]]);
    expect(await said(1)).toEqual([[3, 'changed', third]]);
    expect([(await changedPosts(db, 1)).more, (await changedPosts(db, 4)).more]).toEqual([true, false]);
    await deleteAnnotation(db, ids[3] ?? '', noon);
    expect(await said()).toEqual([[2, 'missing', undefined], [0, 'changed', second]]);
  });
});

describe('moving to another version', () => {
  it('stands on it from then on, as one change, and nothing is lost; Undo brings it back', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: { text: first }, note: 'Which?' });
    await seeAgain(db, id, second);
    const before = await stored(db, id);
    const { id: to } = await versionOf(second);
    const now = noon + 9 * day;
    const outcome = await moveAnnotation(db, id, to, 1, now);
    expect(await stored(db, id)).toMatchObject({ captureId: to, note: 'Which?', rev: 2, updatedAt: now, seen: { at: noon + day, views: '1K' } });
    const { state, versions, seen } = await historyOf(db, id);
    expect([state, versions.length, seen.map(({ at }) => at)]).toEqual(['same', 2, [noon, noon + day]]);
    expect((await changedPosts(db, 9)).changes).toEqual([]);
    expect((await db.sightings.toArray())[0]?.notable).toBeUndefined();
    expect((await db.changed.toArray()).at(-1)).toMatchObject({ ids: [id] });
    if (outcome.status !== 'moved') throw new Error(outcome.status);
    expect(await undoMove(db, outcome.moved, now + 1)).toMatchObject({ status: 'moved' });
    expect(await stored(db, id)).toEqual({ ...before, rev: 3 });
    expect((await historyOf(db, id)).state).toBe('changed');
    expect(await undoMove(db, outcome.moved, now + 2)).toEqual({ status: 'conflict' });
    await expectSound(db);
  });

  it('takes the quoted words along, or stays when they are not there', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: { text: first }, target: quote(first, 7, 19) });
    await seeAgain(db, id, third, second);
    const [missing, there] = [await versionOf(third), await versionOf(second)];
    expect(await moveAnnotation(db, id, missing.id, 1, noon)).toEqual({ status: 'unplaced' });
    expect(await stored(db, id)).toMatchObject({ rev: 1, target: { start: 7 } });
    await db.drafts.put({ tags: [], pending: '', note: 'typed', rev: 1, channelRef: (await stored(db, id)).channelRef, postId: 42, targetKey: targetKey(quote(first, 7, 19)), updatedAt: noon });
    expect(await moveAnnotation(db, id, there.id, 1, noon)).toMatchObject({ status: 'moved' });
    expect(await stored(db, id)).toMatchObject({ target: quote(second, 18, 30), slot: expect.stringMatching(/quote 18 30 are in bloom$/) });
    expect(await db.drafts.toArray()).toMatchObject([{ note: 'typed', rev: 2, targetKey: targetKey(quote(second, 18, 30)) }]);
  });

  it('is refused when it was changed meanwhile, is not there, is not ours, or its place is taken', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: { text: first }, target: quote(first, 7, 19) });
    await annotate(db, { post: { text: second }, target: quote(second, 18, 30) });
    const { id: to } = await versionOf(second);
    const move = (rev = 1, captureOf = to) => moveAnnotation(db, id, captureOf, rev, noon);
    expect(await move(2)).toEqual({ status: 'conflict' });
    expect(await move(1, 'f'.repeat(64))).toEqual({ status: 'gone' });
    expect(await move()).toEqual({ status: 'taken' });
    await db.annotations.update(id, { authorId: 'somebody' });
    expect(await move()).toEqual({ status: 'gone' });
    await deleteAnnotation(db, id, noon);
    expect(await move(2)).toEqual({ status: 'gone' });
  });

  it('counts on from what was deleted in its new place', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: { text: first }, target: quote(first, 7, 19) });
    const other = await annotate(db, { post: { text: second }, target: quote(second, 18, 30) });
    await annotate(db, { post: { text: second }, target: quote(second, 18, 30), note: 'more', rev: 1 });
    await deleteAnnotation(db, other.id, noon);
    const { id: to } = await versionOf(second);
    expect(await moveAnnotation(db, id, to, 1, noon)).toMatchObject({ status: 'moved', moved: { after: { rev: 4 } } });
  });
});
