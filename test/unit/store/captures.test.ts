import { gunzipSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gzipOriginal } from '../../../src/store/originals.ts';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { noon } from '../builders.ts';
import { annotate, connect, stored } from '../database.ts';

describe('captures', () => {
  it('of equal content on two posts have one id and stay apart', async () => {
    const db = connect();
    const a = await stored(db, (await annotate(db, { post: { postId: 1, publishedAt: noon } })).id);
    const b = await stored(db, (await annotate(db, { post: { postId: 2, publishedAt: noon + 1 } })).id);
    expect(a.captureId).toBe(b.captureId);
    expect((await db.captures.toArray()).map(({ postId, content }) => [postId, content.publishedAt])).toEqual([[1, noon], [2, noon + 1]]);
  });

  it('of one post are one while it says the same, and the first one stays', async () => {
    const db = connect();
    const { id } = await annotate(db, { offer: { reader: 1 } });
    await deleteAnnotation(db, id, noon);
    await annotate(db, { offer: { reader: 2 } });
    expect((await db.captures.toArray()).map((capture) => capture.reader)).toEqual([1]);
  });

  it('of one post are two when it was annotated anew after an edit', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: { text: 'before' } });
    await deleteAnnotation(db, id, noon);
    await annotate(db, { post: { text: 'after' } });
    expect((await db.captures.toArray()).map((capture) => capture.content.text).sort()).toEqual(['after', 'before']);
  });
});

describe('the post\'s HTML', () => {
  it('is kept gzipped, beside the capture', async () => {
    const db = connect();
    const row = await stored(db, (await annotate(db, { offer: { html: '<div>Тюльпаны</div>' } })).id);
    const original = await db.originals.get([row.channelRef, row.postId, row.captureId]);
    expect(gunzipSync(original?.gzip ?? new Uint8Array()).toString()).toBe('<div>Тюльпаны</div>');
  });

  it('may be absent', async () => {
    const db = connect();
    await annotate(db);
    expect(await db.originals.count()).toBe(0);
  });

  it('is dropped when it is larger than 64 kB gzipped, and the annotation is saved all the same', async () => {
    const db = connect();
    expect((await annotate(db, { offer: { html: randomBytes(70_000).toString('hex') } })).status).toBe('saved');
    expect([await db.annotations.count(), await db.originals.count()]).toEqual([1, 0]);
  });

  it('is measured after gzipping', async () => {
    expect((await gzipOriginal('<p>tulip</p>'.repeat(50_000)))?.length).toBeLessThan(64 * 1024);
    expect((await gzipOriginal(randomBytes(60_000).toString('hex')))?.length).toBeGreaterThan(60_000);
    expect(await gzipOriginal(randomBytes(66_000).toString('hex'))).toBeUndefined();
  });
});
