/** Originals that an older reader has read are read by a newer one, for the time at which they were kept. */
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { originalReader } from '../../../src/library/read-original.ts';
import { captureContent, captureId } from '../../../src/model/capture.ts';
import { stateOf, versionOf } from '../../../src/model/history.ts';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { purgeDeleted } from '../../../src/store/purge.ts';
import { type PostReader, rereadOriginals } from '../../../src/store/reread.ts';
import type { Database } from '../../../src/store/schema.ts';
import { readerVersion } from '../../../src/telegram/post.ts';
import { aPost, aSighting, day, minute, noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect, stored } from '../database.ts';

// The one thing of a page that it needs: all else of jsdom's would stand in the way of the store.
vi.stubGlobal('DOMParser', new JSDOM().window.DOMParser);

const html = `<div class="tgme_widget_message" data-post="garden_notes/42"><a class="tgme_widget_message_owner_name" href="https://t.me/garden_notes">Garden</a>
  <div class="tgme_widget_message_text">Tulips are in bloom.<br>Roses are not.</div><script>document.title = 'run'</script></div>`;
const said = 'Tulips are in bloom.\nRoses are not.';
const old = { reader: readerVersion - 1, html };

const reread = (db: Database, reader: PostReader = originalReader, signal = new AbortController().signal) => (
  rereadOriginals(db, reader, { signal, onProgress: () => undefined })
);

async function versionNow(text: string) {
  return { id: await captureId(captureContent(aPost({ text }))), canonical: 1, reader: readerVersion };
}

describe('an original that an older reader has read', () => {
  it('gives a content of this reader, at the time of the old one, which stays', async () => {
    const db = connect();
    // The old reader saw less of the post.
    const { id } = await annotate(db, { offer: old, post: { text: 'Tulips are in bloom.' } });
    expect(await reread(db)).toEqual({ originals: 1, reread: 1, otherwise: 1, unreadable: 0 });
    const row = await stored(db, id);
    const captures = await db.captures.toArray();
    expect(captures.map(({ id: each, reader, at, content }) => [each === row.captureId, reader, at, content.text]).sort()).toEqual([
      [false, readerVersion, noon, said], [true, readerVersion - 1, noon, 'Tulips are in bloom.'],
    ]);
    expect(await db.sightings.toArray()).toEqual([{
      channelRef: row.channelRef, postId: 42, seen: [{ ...aSighting(), version: await versionNow(said) }],
    }]);
    await expectSound(db);
  });

  it('is what later looks of this reader are compared with', async () => {
    const db = connect();
    const { id } = await annotate(db, { offer: old, post: { text: 'Tulips are in bloom.' } });
    const row = await stored(db, id);
    const later = { ...aSighting({ at: noon + minute }), version: await versionNow('Roses are in bloom.') };
    await db.sightings.put({ channelRef: row.channelRef, postId: 42, seen: [later] });
    const own = versionOf(await db.captures.get([row.channelRef, 42, row.captureId]) ?? expect.fail());
    expect(stateOf(own, [later])).toBe('same');
    await reread(db);
    const [{ seen, notable } = expect.fail()] = await db.sightings.toArray();
    expect(seen.map(({ at }) => at)).toEqual([noon, noon + minute]);
    expect([stateOf(own, seen), notable]).toEqual(['changed', noon + minute]);
  });

  it('that says the same gives a look alone', async () => {
    const db = connect();
    await annotate(db, { offer: old, post: { text: said } });
    expect(await reread(db)).toMatchObject({ reread: 1, otherwise: 0 });
    expect([await db.captures.count(), (await db.sightings.toArray())[0]?.seen.length]).toEqual([1, 1]);
  });

  it('is read once', async () => {
    const db = connect();
    await annotate(db, { offer: old });
    await reread(db);
    const before = await db.sightings.toArray();
    expect(await reread(db)).toEqual({ originals: 1, reread: 0, otherwise: 0, unreadable: 0 });
    expect(await db.sightings.toArray()).toEqual(before);
  });

  it('goes with the last annotation of its post, and what was read of it', async () => {
    const db = connect();
    const { id } = await annotate(db, { offer: old });
    await reread(db);
    await deleteAnnotation(db, id, noon);
    await purgeDeleted(db, noon + 31 * day);
    expect([await db.captures.count(), await db.originals.count(), await db.sightings.count()]).toEqual([0, 0, 0]);
  });
});

describe('nothing is written', () => {
  it('of what this reader has read itself', async () => {
    const db = connect();
    await annotate(db, { offer: { reader: readerVersion, html } });
    const read = vi.fn(originalReader.read);
    expect(await reread(db, { ...originalReader, read })).toEqual({ originals: 1, reread: 0, otherwise: 0, unreadable: 0 });
    expect(read).not.toHaveBeenCalled();
  });

  it.each([
    ['of HTML without a post', '<p>'], ['of another post', html.replace('/42', '/43')],
    ['of a post that hides in a form', html.replace('<script>', '<form><input name="querySelector"></form><script>')],
  ])('%s', async (_, other) => {
    const db = connect();
    await annotate(db, { offer: { ...old, html: other } });
    expect(await reread(db)).toEqual({ originals: 1, reread: 0, otherwise: 0, unreadable: 1 });
    expect(await db.sightings.count()).toBe(0);
  });

  it('of what was damaged', async () => {
    const db = connect();
    await annotate(db, { offer: old });
    await db.originals.toCollection().modify({ gzip: new Uint8Array([1, 2, 3]) });
    expect(await reread(db)).toMatchObject({ reread: 0, unreadable: 1 });
  });

  it('once it is given up', async () => {
    const db = connect();
    await annotate(db, { offer: old });
    const stop = new AbortController();
    stop.abort();
    expect(await reread(db, originalReader, stop.signal)).toMatchObject({ originals: 0 });
    expect(await db.sightings.count()).toBe(0);
  });
});

it('goes through very many, a few at a time', async () => {
  const db = connect();
  for (let postId = 1; postId <= 45; postId++) await annotate(db, { post: { postId, text: said }, offer: { ...old, html: html.replace('/42', `/${postId}`) } });
  const done: [number, number][] = [];
  await rereadOriginals(db, originalReader, { signal: new AbortController().signal, onProgress: (...progress) => done.push(progress) });
  expect(done).toEqual([[20, 45], [40, 45], [45, 45]]);
  expect(await db.sightings.count()).toBe(45);
});
