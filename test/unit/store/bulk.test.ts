import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { noQuery } from '../../../src/model/query.ts';
import { maxTagsPerAnnotation } from '../../../src/model/tag.ts';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { readBackup } from '../../../src/store/backup.ts';
import type { BulkOptions } from '../../../src/store/bulk-batches.ts';
import { tagsOf } from '../../../src/store/bulk-tags.ts';
import { type BulkChange, changeMany } from '../../../src/store/bulk.ts';
import { find } from '../../../src/store/find.ts';
import { scan } from '../../../src/store/scan.ts';
import type { AnnotationRow, Database } from '../../../src/store/schema.ts';
import { needsMaintenance, maintainIndex } from '../../../src/store/search/maintain.ts';
import { tagNames } from '../../../src/store/tags.ts';
import { minute, noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, beginAnew, connect, stored } from '../database.ts';
import { importText, never } from '../importing.ts';
import { withSteps } from '../steps.ts';

const later = noon + minute;
const afterwards = later + minute;

function at(now: number, changes: Partial<BulkOptions> = {}): BulkOptions {
  return { now, signal: never, onProgress: () => undefined, ...changes };
}

/** Annotations of one's own, on posts numbered from 1. */
function fileOf(count: number, tags: (i: number) => string[] = () => []): string {
  return JSON.stringify({
    format: 'postil', version: 1, owner: 'me', authors: [{ id: 'me', name: 'Me' }],
    annotations: Array.from({ length: count }, (_, i) => ({
      id: `own-${i}`, author: 'me', post: { channel: 'tide_table', postId: i + 1, text: `Tide ${i}` }, tags: tags(i), note: `Note ${i}`,
      updatedAt: new Date(noon + i).toISOString(),
    })),
  });
}
const theirs = JSON.stringify({
  format: 'postil', version: 1, authors: [{ id: 'ann', name: 'Ann' }],
  annotations: [{ id: 'theirs', author: 'ann', post: { channel: 'tide_table', postId: 1, text: 'Tide' }, tags: ['old'], note: 'Hers' }],
});

async function tagsIn(db: Database, id: string): Promise<string[]> {
  return tagNames(db, (await stored(db, id)).tagIds);
}

async function expectFound(db: Database): Promise<void> {
  const all = { offset: 0, limit: 10_000 };
  for (const text of ['', 'tag:ports', 'tag:old', 'note']) {
    const query = { ...noQuery, text };
    expect(await find(db, query, all), text).toEqual(await scan(db, query, all));
  }
}

async function rowsOf(db: Database): Promise<AnnotationRow[]> {
  return db.annotations.toArray();
}

const withoutRev = (rows: readonly AnnotationRow[]) => rows.map(({ rev: _, ...row }) => row);

describe('tags of many', () => {
  let db: Database;
  beforeEach(() => {
    db = connect();
  });

  it('are added and removed in one step, with one time and a revision of its own for each', async () => {
    await importText(db, fileOf(3, (i) => (i === 2 ? ['Ports'] : ['old', 'tide'])));
    const { tally, left, error } = await changeMany(db, ['own-0', 'own-1', 'own-2'], { add: ['ports', 'Ports'], remove: ['OLD'] }, at(later));
    expect({ tally, left, error }).toEqual({ tally: { changed: 2, same: 1, others: 0, full: 0, gone: 0 }, left: 0, error: undefined });
    expect(await tagsIn(db, 'own-0')).toEqual(['tide', 'Ports']);
    expect(await stored(db, 'own-0')).toMatchObject({ updatedAt: later, rev: 2, note: 'Note 0' });
    expect(await stored(db, 'own-2')).toMatchObject({ updatedAt: noon + 2, rev: 1 });
    expect((await readBackup(db)).changes).toBe(2);
    await expectFound(db);
    await expectSound(db);
  });

  it('take the place of each other where both are named: whoever had none of those that go gets none', async () => {
    await importText(db, fileOf(2, (i) => (i === 0 ? ['old'] : ['tide'])));
    const { tally } = await changeMany(db, ['own-0', 'own-1'], { add: ['new'], remove: ['old'] }, at(later));
    expect(tally).toMatchObject({ changed: 1, same: 1 });
    expect([await tagsIn(db, 'own-0'), await tagsIn(db, 'own-1')]).toEqual([['new'], ['tide']]);
  });

  it('of others, of what is deleted and of what is not there are left', async () => {
    await importText(db, theirs, { ownership: 'theirs' });
    const { id } = await annotate(db, { tags: ['old'] });
    const gone = await annotate(db, { post: { postId: 43 }, tags: ['old'] });
    await deleteAnnotation(db, gone.id, later);
    const before = await stored(db, 'theirs');
    const { tally } = await changeMany(db, ['theirs', id, gone.id, 'nowhere'], { add: ['ports'], remove: ['old'] }, at(later));
    expect(tally).toEqual({ changed: 1, same: 0, others: 1, full: 0, gone: 2 });
    expect(await stored(db, 'theirs')).toEqual(before);
    await expectSound(db);
  });

  it('that would be too many for one annotation are given to the others alone', async () => {
    const full = Array.from({ length: maxTagsPerAnnotation }, (_, i) => `tag ${i}`);
    await importText(db, fileOf(2, (i) => (i === 0 ? full : [])));
    const { tally } = await changeMany(db, ['own-0', 'own-1'], { add: ['ports'], remove: [] }, at(later));
    expect(tally).toMatchObject({ changed: 1, full: 1 });
    expect(await tagsIn(db, 'own-0')).toEqual(full);
    const exchanged = await changeMany(db, ['own-0'], { add: ['ports'], remove: ['tag 7'] }, at(later));
    expect(exchanged.tally).toMatchObject({ changed: 1, full: 0 });
    expect(await tagsIn(db, 'own-0')).toHaveLength(maxTagsPerAnnotation);
  });

  it('that nobody gets are not made', async () => {
    await importText(db, theirs, { ownership: 'theirs' });
    await changeMany(db, ['theirs', 'nowhere'], { add: ['ports'], remove: [] }, at(later));
    expect((await db.tags.toArray()).map(({ name }) => name)).toEqual(['old']);
  });

  it('are meant by what they are called now: one that was merged goes with the tag that it became', async () => {
    await importText(db, fileOf(2, (i) => (i === 0 ? ['harbours'] : ['ports'])));
    const tags = await db.tags.toArray();
    const [merged, into] = ['harbours', 'ports'].map((name) => tags.find((tag) => tag.name === name));
    if (!merged || !into) throw new Error('no tags');
    const { key: _, ...gone } = merged;
    await db.tags.put({ ...gone, mergedInto: into.id, rev: 2 });
    expect((await changeMany(db, ['own-0'], { add: ['ports'], remove: [] }, at(later))).tally).toMatchObject({ same: 1 });
    const step = await changeMany(db, ['own-0', 'own-1'], { add: [], remove: ['ports'] }, at(later));
    expect((await rowsOf(db)).map(({ tagIds }) => tagIds)).toEqual([[], []]);
    await step.undo(at(afterwards));
    expect((await rowsOf(db)).map(({ tagIds }) => tagIds)).toEqual([[merged.id], [into.id]]);
  });

  it('can be counted: those of one\'s own, what most have first', async () => {
    await importText(db, theirs, { ownership: 'theirs' });
    const one = await annotate(db, { tags: ['ports', 'quay'] });
    const two = await annotate(db, { post: { postId: 43 }, tags: ['quay'] });
    expect(await tagsOf(db, [one.id, two.id, 'theirs', 'nowhere'])).toEqual([{ name: 'quay', count: 2 }, { name: 'ports', count: 1 }]);
  });
});

describe('taking tags back', () => {
  it('brings back order, time and tags of each, in a revision of its own, and drops what the step made', async () => {
    const db = connect();
    await importText(db, fileOf(600, (i) => (i % 2 === 0 ? ['old', 'tide'] : ['old'])));
    const [rows, tags] = [await rowsOf(db), await db.tags.toArray()];
    const step = await changeMany(db, rows.map(({ id }) => id), { add: ['ports'], remove: ['old'] }, at(later));
    expect(await step.undo(at(afterwards))).toEqual({ restored: 600, stay: 0, left: 0 });
    expect(withoutRev(await rowsOf(db))).toEqual(withoutRev(rows));
    expect((await rowsOf(db)).every(({ rev }) => rev === 3)).toBe(true);
    expect(await db.tags.toArray()).toEqual(tags);
    await expectFound(db);
    await expectSound(db);
  });

  it('where somebody wrote since takes back the tags alone', async () => {
    const db = connect();
    const { id } = await annotate(db, { tags: ['old', 'tide'], note: 'Before' });
    const step = await changeMany(db, [id], { add: ['ports'], remove: ['old'] }, at(later));
    await saveById(db, id, { tags: ['ports', 'tide', 'quay'], note: 'After' }, 2, later);
    await step.undo(at(afterwards));
    expect(await tagsIn(db, id)).toEqual(['tide', 'quay', 'old']);
    expect(await stored(db, id)).toMatchObject({ note: 'After', rev: 4, updatedAt: afterwards });
    await expectSound(db);
  });

  it('keeps a tag that it made when something else has it by now', async () => {
    const db = connect();
    const { id } = await annotate(db);
    const step = await changeMany(db, [id], { add: ['ports'], remove: [] }, at(later));
    const other = await annotate(db, { post: { postId: 43 }, tags: ['ports'] });
    await step.undo(at(afterwards));
    expect(await tagsIn(db, id)).toEqual([]);
    expect(await tagsIn(db, other.id)).toEqual(['ports']);
    await expectSound(db);
  });

  it('does not bring back a tag that is gone for good', async () => {
    const db = connect();
    const { id } = await annotate(db, { tags: ['old'] });
    const [tag] = await db.tags.toArray();
    const step = await changeMany(db, [id], { add: [], remove: ['old'] }, at(later));
    await db.tags.delete(tag?.id ?? '');
    await step.undo(at(afterwards));
    expect((await stored(db, id)).tagIds).toEqual([]);
    await expectSound(db);
  });

  it('makes a form that edited what the step made ask', async () => {
    const db = connect();
    const { id } = await annotate(db, { tags: ['old'] });
    const step = await changeMany(db, [id], { add: ['ports'], remove: [] }, at(later));
    await step.undo(at(afterwards));
    expect(await saveById(db, id, { tags: [], note: 'Typed' }, 2, afterwards)).toMatchObject({ status: 'conflict' });
  });
});

describe('many deleted', () => {
  it('are gone as one alone is, whoever wrote them, and come back as they were', async () => {
    const db = connect();
    await importText(db, theirs, { ownership: 'theirs' });
    const { id } = await annotate(db, { note: 'kept', tags: ['old'] });
    const before = await rowsOf(db);
    const step = await changeMany(db, [id, 'theirs', 'nowhere'], 'delete', at(later));
    expect(step.tally).toEqual({ changed: 2, same: 0, others: 0, full: 0, gone: 1 });
    for (const row of await rowsOf(db)) {
      expect(row).toMatchObject({ deletedAt: later, rev: 2 });
      expect(row).not.toHaveProperty('slot');
    }
    await expectFound(db);
    expect(await step.undo(at(afterwards))).toEqual({ restored: 2, stay: 0, left: 0 });
    expect(withoutRev(await rowsOf(db))).toEqual(withoutRev(before));
    await expectFound(db);
    await expectSound(db);
  });

  it('and annotated anew meanwhile hold both texts when it is taken back', async () => {
    const db = connect();
    const old = await annotate(db, { note: 'old', tags: ['a'] });
    const other = await annotate(db, { post: { postId: 43 }, note: 'other' });
    const step = await changeMany(db, [old.id, other.id], 'delete', at(later));
    const anew = await annotate(db, { note: 'new', tags: ['c'], rev: 0 });
    expect(await step.undo(at(afterwards))).toMatchObject({ restored: 2 });
    expect((await stored(db, anew.id)).note).toBe('new\n\nold');
    expect(await tagsIn(db, anew.id)).toEqual(['c', 'a']);
    expect(await stored(db, other.id)).not.toHaveProperty('deletedAt');
    await expectSound(db);
  });

  it('of which one was restored and deleted again since: that deletion stays', async () => {
    const db = connect();
    const { id } = await annotate(db);
    const step = await changeMany(db, [id], 'delete', at(later));
    await restoreAnnotation(db, id, later);
    await deleteAnnotation(db, id, later + 1);
    expect(await step.undo(at(afterwards))).toMatchObject({ restored: 0, stay: 1 });
    expect(await stored(db, id)).toMatchObject({ deletedAt: later + 1 });
  });
});

describe('a step over many', () => {
  const ids = Array.from({ length: 600 }, (_, i) => `own-${i}`);

  it.each<[string, BulkChange, (row: AnnotationRow) => boolean]>([
    ['tags', { add: ['ports'], remove: [] }, ({ tagIds }) => tagIds.length > 0], ['deletion', 'delete', ({ deletedAt }) => deletedAt !== undefined],
  ])('(%s) that is cancelled stops between two batches, and what was done is taken back', async (_, change, isChanged) => {
    const db = connect();
    await importText(db, fileOf(600));
    const before = await rowsOf(db);
    const stop = new AbortController();
    const seen: number[] = [];
    const step = await changeMany(db, ids, change, at(later, {
      signal: stop.signal, onProgress: (done) => {
        seen.push(done);
        if (done > 0) stop.abort();
      },
    }));
    expect(seen).toEqual([0, 600 - step.left]);
    expect(step.left).toBeGreaterThan(0);
    expect((await rowsOf(db)).filter(isChanged)).toHaveLength(step.tally.changed);
    expect(step.tally.changed).toBe(600 - step.left);
    await expectFound(db);
    expect(await step.undo(at(afterwards))).toMatchObject({ restored: step.tally.changed, left: 0 });
    expect(withoutRev(await rowsOf(db))).toEqual(withoutRev(before));
    await expectSound(db);
  });

  it.each<[string, BulkChange]>([['tags', { add: ['ports'], remove: ['old'] }], ['deletion', 'delete']])(
    '(%s) that fails before any one use of the database leaves whole batches, of which it knows, and so does taking it back', async (_, change) => {
      let [steps, total] = [Infinity, 0];
      const db = withSteps(connect('strict'), () => {
        if (steps-- <= 0) throw new Error('the disk is full');
        total++;
      });
      await importText(db, fileOf(600, () => ['old']));
      const before = withoutRev(await rowsOf(db));
      for (let allowed = 0, isWhole = false; !isWhole; allowed += 3) {
        steps = allowed;
        const step = await changeMany(db, ids, change, at(later));
        steps = Infinity;
        isWhole = step.left === 0;
        expect(step.error === undefined).toBe(isWhole);
        const written = (await rowsOf(db)).filter(({ updatedAt, deletedAt }) => updatedAt === later || deletedAt === later);
        expect(written).toHaveLength(step.tally.changed);
        steps = Math.floor(allowed / 2);
        const first = await step.undo(at(afterwards));
        steps = Infinity;
        const second = await step.undo(at(afterwards));
        expect(first.restored + second.restored).toBe(step.tally.changed);
        expect(withoutRev(await rowsOf(db))).toEqual(before);
        expect((await db.tags.toArray()).map(({ name }) => name)).toEqual(['old']);
      }
      expect(total).toBeGreaterThan(0);
      await expectSound(db);
    }, 60_000,
  );

  it('has the index kept up to date along the way, and says nothing when that fails', async () => {
    const db = connect();
    await importText(db, fileOf(5_100));
    const many = Array.from({ length: 5_100 }, (_, i) => `own-${i}`);
    const noted: number[] = [];
    const index = async () => {
      noted.push(await db.changed.count());
      await maintainIndex(db, later);
    };
    const step = await changeMany(db, many, { add: ['ports'], remove: [] }, at(later, { index }));
    await expect.poll(() => noted).toEqual([4, 4, 4, 4, 4, 1]);
    await expect.poll(() => needsMaintenance(db, later)).toBe(false);
    expect((await find(db, { ...noQuery, text: 'tag:ports' }, { offset: 0, limit: 1 })).total).toBe(5_100);
    const failing = await step.undo(at(afterwards, { index: () => Promise.reject(new Error('nobody answers')) }));
    expect(failing).toEqual({ restored: 5_100, stay: 0, left: 0 });
    await expectSound(db);
  }, 60_000);
});

/** What else happens between a step and its Undo. */
type Between = { kind: 'save'; at: number; tags: string[] } | { kind: 'delete'; at: number } | { kind: 'restore'; at: number } | { kind: 'maintain' };
const names = ['old', 'ports', 'Ports', 'tide', 'quay'];
const between: fc.Arbitrary<Between> = fc.oneof(
  fc.record({ kind: fc.constant('save' as const), at: fc.nat(5), tags: fc.subarray(['old', 'ports', 'tide'], { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(5) }),
  fc.record({ kind: fc.constant('restore' as const), at: fc.nat(5) }),
  fc.constant({ kind: 'maintain' as const }),
);
const aChange: fc.Arbitrary<BulkChange> = fc.oneof(
  fc.record({ add: fc.subarray(names), remove: fc.subarray(names) }), fc.constant('delete' as const),
);

it('whatever the step, taking it back gives every annotation that nobody touched since as it was, and all is found as it is', { timeout: 120_000 }, async () => {
  const tagging = fc.array(fc.subarray(['old', 'ports', 'tide']), { minLength: 6, maxLength: 6 });
  await fc.assert(fc.asyncProperty(tagging, aChange, fc.subarray([0, 1, 2, 3, 4, 5]), fc.array(between, { maxLength: 4 }), async (tags, change, chosen, events) => {
    beginAnew();
    const db = connect();
    await importText(db, fileOf(6, (i) => tags[i] ?? []));
    const [before, tagsBefore] = [await rowsOf(db), await db.tags.toArray()];
    const step = await changeMany(db, chosen.map((i) => `own-${i}`), change, at(later));
    await expectFound(db);
    const touched = new Set<string>();
    for (const event of events) {
      if (event.kind === 'maintain') {
        await maintainIndex(db, later);
        continue;
      }
      const id = `own-${event.at}`;
      touched.add(id);
      const row = await stored(db, id);
      if (event.kind === 'delete') await deleteAnnotation(db, id, later + 7);
      else if (event.kind === 'restore') await restoreAnnotation(db, id, later + 7);
      else await saveById(db, id, { tags: event.tags, note: 'Since' }, row.rev, later + 7);
    }
    const revs = new Map((await rowsOf(db)).map(({ id, rev }) => [id, rev]));
    await step.undo(at(afterwards));
    const after = await rowsOf(db);
    const untouched = (rows: readonly AnnotationRow[]) => withoutRev(rows.filter(({ id }) => !touched.has(id)));
    expect(untouched(after)).toEqual(untouched(before));
    for (const { id, rev } of after) expect(rev).toBeGreaterThanOrEqual(revs.get(id) ?? 0);
    if (touched.size === 0) expect(await db.tags.toArray()).toEqual(tagsBefore);
    await expectFound(db);
    await expectSound(db);
    db.close();
  }), { numRuns: 60 });
});
