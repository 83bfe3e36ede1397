/** What is kept of annotated posts when they pass again. */
import { describe, expect, it } from 'vitest';
import { canonicalVersion, captureContent, captureId } from '../../../src/model/capture.ts';
import { maxVersions } from '../../../src/model/history.ts';
import { type OfferedPost, deleteAnnotation, saveOnPost } from '../../../src/store/annotations.ts';
import { annotationsOfPosts } from '../../../src/store/posts.ts';
import type { Database } from '../../../src/store/schema.ts';
import { type Look, changedSince, recordContent, recordGaps, recordLooks } from '../../../src/store/sightings.ts';
import { aPost, aSighting, anOffer, minute, noon, wholePost } from '../builders.ts';
import { beginAnew, connect } from '../database.ts';

const hour = 60 * minute;
const key = { handle: 'garden_notes', postId: 42 };

async function annotated(offer: OfferedPost = anOffer()): Promise<Database> {
  const db = connect();
  await saveOnPost(db, offer, wholePost, { tags: [], note: 'Why' }, 0, { now: noon, app: '0.1.0' });
  return db;
}

async function lookAt({ post, reader, sighting }: OfferedPost): Promise<Look> {
  const { handle, postId, memberIds } = post;
  const version = { id: await captureId(captureContent(post)), canonical: canonicalVersion, reader };
  return { key: { handle, postId, ...(memberIds && { memberIds }) }, version, sighting };
}

/** The post as it stands hours later. */
function later(hours: number, text = 'Tulips are in bloom.', reader = 1): OfferedPost {
  return anOffer({ text }, { reader, sighting: aSighting({ at: noon + hours * hour, views: `${hours}K` }) });
}

async function isChanged(db: Database): Promise<boolean[]> {
  const views = (await annotationsOfPosts(db, [key])).flat();
  const changed = await changedSince(db, views);
  return views.map((view) => changed.has(view));
}

describe('a look at a post', () => {
  it('that says the same is kept with its time and counts', async () => {
    const db = await annotated();
    expect(await recordLooks(db, [await lookAt(later(1)), await lookAt(later(3))])).toEqual({ wanted: [], changed: false });
    const [row] = await db.sightings.toArray();
    expect(row?.seen.map(({ at, views }) => [at, views])).toEqual([[noon + hour, '1K'], [noon + 3 * hour, '3K']]);
    expect(row?.notable).toBeUndefined();
    expect(await isChanged(db)).toEqual([false]);
  });

  it('leaves no trace when nobody annotated the post', async () => {
    const db = await annotated();
    const other = anOffer({ postId: 43 });
    expect(await recordLooks(db, [await lookAt(other)])).toEqual({ wanted: [], changed: false });
    expect(await recordContent(db, other)).toBe(false);
    expect(await db.sightings.count()).toBe(0);
    expect(await db.captures.count()).toBe(1);
  });

  it('leaves no trace when all that was written is deleted', async () => {
    const db = await annotated();
    const [row] = await db.annotations.toArray();
    await deleteAnnotation(db, row?.id ?? '', noon);
    expect(await recordContent(db, later(1, 'Tulips are over.'))).toBe(false);
    expect(await db.sightings.count()).toBe(0);
  });

  it('with words that are new asks for them, and then the post is changed', async () => {
    const db = await annotated();
    const edited = later(2, 'Tulips are over.');
    expect(await recordLooks(db, [await lookAt(edited)])).toEqual({ wanted: [0], changed: false });
    expect(await db.sightings.count()).toBe(0);
    expect(await recordContent(db, { ...edited, html: '<div>Tulips are over.</div>' })).toBe(true);
    expect(await isChanged(db)).toEqual([true]);
    const { id } = (await lookAt(edited)).version;
    expect((await db.captures.toArray()).find((capture) => capture.id === id)).toMatchObject({ at: edited.sighting.at, content: { text: 'Tulips are over.' } });
    expect(await db.originals.toArray()).toMatchObject([{ id }]);
    expect(await db.sightings.orderBy('notable').count()).toBe(1);
    // The annotation stands where it was made.
    const [view] = (await annotationsOfPosts(db, [key])).flat();
    expect(view?.capture.content.text).toBe('Tulips are in bloom.');
  });

  it('tells when the words are as they were again', async () => {
    const db = await annotated();
    await recordContent(db, later(2, 'Tulips are over.'));
    expect(await recordLooks(db, [await lookAt(later(4))])).toEqual({ wanted: [], changed: true });
    expect(await isChanged(db)).toEqual([false]);
    expect(await db.sightings.orderBy('notable').count()).toBe(0);
  });

  it('by another reader is no change', async () => {
    const db = await annotated();
    expect(await recordContent(db, later(2, 'Tulips are in bloom.\n', 2))).toBe(false);
    expect(await isChanged(db)).toEqual([false]);
    await recordContent(db, later(4, 'Tulips are over.', 2));
    expect(await isChanged(db)).toEqual([true]);
  });

  it('of an album says nothing of one of its pictures that was annotated alone, nor the other way round', async () => {
    const photo = { kind: 'photo' as const };
    const alone = anOffer({ postId: 43, media: [photo] });
    const album = anOffer({ postId: 42, memberIds: [42, 43], media: [photo, photo] });
    const one = await annotated(alone);
    expect(await recordContent(one, album)).toBe(false);
    expect((await recordLooks(one, [await lookAt(album)])).wanted).toEqual([]);
    expect(await one.sightings.count()).toBe(0);
    beginAnew();
    const whole = await annotated(album);
    expect(await recordContent(whole, alone)).toBe(false);
    expect(await recordContent(whole, anOffer({ postId: 42, memberIds: [42, 43], media: [photo, photo], text: 'Others.' }))).toBe(true);
    expect(await whole.sightings.toArray()).toMatchObject([{ postId: 42 }]);
  });

  it('by a page that makes up ever new words has an end, and the first and the latest stay', async () => {
    const db = await annotated();
    const last = maxVersions + 10;
    for (let i = 1; i <= last; i++) await recordContent(db, later(i, `Made up ${i}.`));
    const texts = (await db.captures.toArray()).map(({ content }) => content.text);
    expect(texts).toHaveLength(maxVersions);
    expect(texts).toContain('Tulips are in bloom.');
    expect(texts).toContain('Made up 1.');
    expect(texts).toContain(`Made up ${last}.`);
    expect(await isChanged(db)).toEqual([true]);
  });
});

describe('a gap', () => {
  const gap = { handle: 'Garden_Notes', from: 40, to: 44 };

  it('is an observation about the annotated posts in it', async () => {
    const db = await annotated();
    await saveOnPost(db, anOffer({ postId: 45 }), wholePost, { tags: [], note: '' }, 0, { now: noon, app: '0.1.0' });
    expect(await recordGaps(db, [gap], aSighting({ at: noon + hour }))).toBe(true);
    const rows = await db.sightings.toArray();
    expect(rows).toMatchObject([{ postId: 42, notable: noon + hour, seen: [{ at: noon + hour }] }]);
    expect(rows[0]?.seen[0]).not.toHaveProperty('version');
  });

  it('says nothing of other channels, and nothing once the post is there again', async () => {
    const db = await annotated();
    expect(await recordGaps(db, [{ ...gap, handle: 'northern_herald' }], aSighting({ at: noon + hour }))).toBe(false);
    await recordGaps(db, [gap], aSighting({ at: noon + hour }));
    expect((await recordLooks(db, [await lookAt(later(2))])).changed).toBe(true);
    expect(await db.sightings.orderBy('notable').count()).toBe(0);
  });
});

it('views and reactions are no content', async () => {
  expect(await captureId(captureContent(aPost({ edited: true })))).toBe(await captureId(captureContent(aPost())));
});
