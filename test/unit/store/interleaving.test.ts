/**
 * Several tabs save, delete and take back on the same posts, at once and by turns, each knowing only what it last saw. Whatever
 * happens at once must have the outcome of some order, one after the other, in the plain model below.
 */
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Body, type SaveOutcome, joinBodies, sameBody } from '../../../src/model/annotation.ts';
import { tagKey } from '../../../src/model/tag.ts';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { type Database, annotationRow } from '../../../src/store/schema.ts';
import { tagNames } from '../../../src/store/tags.ts';
import { noon } from '../builders.ts';
import { annotate, connect } from '../database.ts';

interface Version {
  id: string;
  rev: number;
  body: Body;
}

/** What is there about one post: one annotation at most, and those that were deleted. */
interface Place {
  living?: Version;
  gone: Version[];
}

type Change =
  | { kind: 'save'; body: Body; rev: number }
  | { kind: 'saveById'; id: string; body: Body; rev: number }
  | { kind: 'delete' | 'restore'; id: string };
type Outcome = SaveOutcome | string | undefined;

/** The rules. A new annotation gets the id that the store gave it. */
function apply(place: Place, change: Change, newId: string): { place: Place; outcome: Outcome } {
  const { living, gone } = place;
  const lastRev = Math.max(0, ...gone.map(({ rev }) => rev));
  switch (change.kind) {
    case 'save': case 'saveById': {
      const { body, rev } = change;
      if (change.kind === 'saveById' && living?.id !== change.id) return { place, outcome: undefined };
      const saved = (id: string, as: number) => ({ place: { gone, living: { id, rev: as, body } }, outcome: { status: 'saved' as const, id, rev: as } });
      if (!living) return saved(newId, lastRev + 1);
      const { id } = living;
      if (sameBody(body, living.body)) return { place, outcome: { status: 'saved', id, rev: living.rev } };
      if (living.rev !== rev) return { place, outcome: { status: 'conflict', id, rev: living.rev, theirs: living.body } };
      return saved(id, rev + 1);
    }
    case 'delete': {
      if (living?.id !== change.id) return { place, outcome: undefined };
      return { place: { gone: [...gone, { ...living, rev: living.rev + 1 }] }, outcome: undefined };
    }
    case 'restore': {
      if (living?.id === change.id) return { place, outcome: change.id };
      const back = gone.find(({ id }) => id === change.id);
      if (!back) return { place, outcome: undefined };
      const others = gone.filter((each) => each !== back);
      if (!living) return { place: { gone: others, living: { ...back, rev: lastRev + 1 } }, outcome: back.id };
      const body = joinBodies(living.body, back.body);
      const rev = living.rev + (sameBody(body, living.body) ? 0 : 1);
      return { place: { gone, living: { ...living, body, rev } }, outcome: living.id };
    }
  }
}

async function perform(db: Database, postId: number, change: Change): Promise<Outcome> {
  if (change.kind === 'save') return annotate(db, { post: { postId }, ...change.body, rev: change.rev });
  if (change.kind === 'saveById') return saveById(db, change.id, change.body, change.rev, noon);
  if (change.kind === 'restore') return restoreAnnotation(db, change.id, noon);
  await deleteAnnotation(db, change.id, noon);
  return undefined;
}

async function placeIn(db: Database, postId: number): Promise<Place> {
  const rows = (await db.annotations.toArray()).filter((row) => row.postId === postId);
  const versions = await Promise.all(rows.map(async ({ id, rev, note, tagIds, deletedAt }) => (
    { deletedAt, version: { id, rev, body: { tags: await tagNames(db, tagIds), note } } }
  )));
  const living = versions.filter(({ deletedAt }) => deletedAt === undefined).map(({ version }) => version);
  expect(living.length, 'living annotations in one place').toBeLessThanOrEqual(1);
  const gone = versions.filter(({ deletedAt }) => deletedAt !== undefined).map(({ version }) => version);
  return inOrder({ ...(living[0] && { living: living[0] }), gone });
}

function inOrder({ gone, ...rest }: Place): Place {
  return { ...rest, gone: gone.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

async function expectInvariants(db: Database): Promise<void> {
  for (const row of await db.annotations.toArray()) {
    expect(row.slot).toBe(annotationRow({ ...row }).slot);
    expect(await db.captures.get([row.channelRef, row.postId, row.captureId]), 'its capture').toBeDefined();
    expect(await db.channels.get(row.channelRef), 'its channel').toBeDefined();
    expect(await db.authors.get(row.authorId), 'its author').toBeDefined();
    expect(await db.tags.bulkGet(row.tagIds), 'its tags').not.toContain(undefined);
  }
  for (const tag of await db.tags.toArray()) expect(tag.key).toBe(tag.deletedAt === undefined ? tagKey(tag.name) : undefined);
}

/** All orders in which things can come one after the other. */
function orders<T>(things: readonly T[]): T[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((first, i) => orders(things.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

const posts = [1, 2];
const tabs = [0, 1, 2];
const anyBody: fc.Arbitrary<Body> = fc.record(
  { tags: fc.subarray(['a', 'b', 'сад']), note: fc.constantFrom('', 'one', 'two', 'three') }, { noNullPrototype: true },
);
const anyWish = fc.record({
  tab: fc.constantFrom(...tabs),
  kind: fc.constantFrom('look', 'save', 'save', 'saveById', 'delete', 'delete', 'restore'),
  body: anyBody,
});
type Wish = typeof anyWish extends fc.Arbitrary<infer T> ? T : never;
/** What happens at once on one post; a single thing may be sent twice. */
const anyWave = fc.record({
  postId: fc.constantFrom(...posts), wishes: fc.array(anyWish, { minLength: 1, maxLength: 3 }), isSentTwice: fc.boolean(),
});

/** What a tab shows of a post: the annotation, and one that it offers to take back. */
interface View {
  id?: string;
  rev: number;
  deleted?: string;
}

function lookAt({ living }: Place): View {
  return living ? { id: living.id, rev: living.rev } : { rev: 0 };
}

function changeFor({ kind, body }: Wish, { id, rev, deleted }: View): Change | undefined {
  if (kind === 'save') return { kind, body, rev };
  if (kind === 'saveById') return id === undefined ? undefined : { kind, id, body, rev };
  if (kind === 'delete') return id === undefined ? undefined : { kind, id };
  return kind === 'restore' && deleted !== undefined ? { kind, id: deleted } : undefined;
}

function viewAfter(view: View, change: Change, outcome: Outcome): View {
  if (change.kind === 'delete') return { rev: 0, deleted: change.id };
  if (typeof outcome === 'object' && outcome.status === 'saved') return { ...view, id: outcome.id, rev: outcome.rev };
  return view;
}

interface Done {
  change: Change;
  outcome: Outcome;
}

/** Whether the changes, in some order, lead from what was there to what is there with the outcomes that were told. */
function isExplained(before: Place, done: readonly Done[], after: Place): boolean {
  return orders(done).some((order) => {
    let place = before;
    for (const { change, outcome } of order) {
      const newId = typeof outcome === 'object' ? outcome.id : '';
      const result = apply(place, change, newId);
      if (!isDeepStrictEqual(result.outcome, outcome)) return false;
      place = result.place;
    }
    return isDeepStrictEqual(inOrder(place), after);
  });
}

it('tabs that write on the same posts lose nothing without being told, and what is sent twice is done once', async () => {
  await fc.assert(fc.asyncProperty(fc.array(anyWave, { minLength: 5, maxLength: 20 }), async (waves) => {
    const db = connect('strict');
    const connections = [db, connect(), connect()];
    const places = new Map(posts.map((postId): [number, Place] => [postId, { gone: [] }]));
    const views = new Map<string, View>();
    for (const { postId, wishes, isSentTwice } of waves) {
      const before = places.get(postId) ?? { gone: [] };
      const viewIn = (tab: number) => views.get(`${tab} ${postId}`) ?? { rev: 0 };
      const show = (tab: number, view: View) => views.set(`${tab} ${postId}`, view);
      for (const { tab } of wishes.filter(({ kind }) => kind === 'look')) show(tab, { ...viewIn(tab), ...lookAt(before) });
      const sent = wishes.flatMap((wish) => {
        const change = changeFor(wish, viewIn(wish.tab));
        return change ? [{ tab: wish.tab, change }] : [];
      });
      const isTwice = isSentTwice && sent.length === 1;
      const done = await Promise.all((isTwice ? [...sent, ...sent] : sent).map(async ({ tab, change }) => (
        { tab, change, outcome: await perform(connections[tab] ?? db, postId, change) }
      )));

      const after = await placeIn(db, postId);
      expect(isExplained(before, done, after), JSON.stringify({ before, done, after })).toBe(true);
      if (isTwice) expect(isExplained(before, done.slice(1), after), `not as sent once: ${JSON.stringify(done)}`).toBe(true);
      places.set(postId, after);
      for (const { tab, change, outcome } of done) show(tab, viewAfter(viewIn(tab), change, outcome));
    }
    await expectInvariants(db);
    for (const connection of connections.slice(1)) connection.close();
    await db.delete();
  }), { numRuns: 60 });
});
