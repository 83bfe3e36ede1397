/** What writers may do to annotations and tags, and what comes of it: the rules of the store without a database. */
import { type Body, type SaveOutcome, joinBodies, sameBody } from '../../../src/model/annotation.ts';
import { type Tag, tagKey, tagMeanings, tagsMeant, uniteTags } from '../../../src/model/tag.ts';

/** One annotation. `place` is its post and target: one living annotation in each. */
export interface PlainRow {
  id: string;
  place: string;
  note: string;
  tagIds: readonly string[];
  rev: number;
  updatedAt: number;
  deletedAt?: number;
}

export interface PlainStore {
  rows: ReadonlyMap<string, PlainRow>;
  tags: ReadonlyMap<string, Tag>;
}

export const emptyStore: PlainStore = { rows: new Map(), tags: new Map() };

/** What a step over many did to one annotation. */
interface Retagged {
  id: string;
  rev: number;
  before: readonly string[];
  after: readonly string[];
  updatedAt: number;
}

/** All that a step over many must know to be taken back. */
export type Journal = { retagged: readonly Retagged[]; made: readonly Tag[] } | { deleted: readonly string[]; at: number };

/** Each is done at one blow, at its time. */
export type Change = { now: number } & (
  | { kind: 'save'; place: string; body: Body; rev: number }
  | { kind: 'saveById'; id: string; body: Body; rev: number }
  | { kind: 'delete' | 'restore'; id: string }
  | { kind: 'tags'; wanted: readonly Tag[] }
  | { kind: 'retag'; ids: readonly string[]; add: readonly string[]; remove: readonly string[] }
  | { kind: 'deleteMany'; ids: readonly string[] }
  | { kind: 'takeBack'; journal: Journal }
  | { kind: 'dropUnused'; made: readonly Tag[] }
);

/** Ids are made up by the store: here they are told. */
export interface NewIds {
  annotation: string;
  tag: (name: string) => string;
}

/** What whoever asked for a change is told. */
export type Outcome = SaveOutcome | { counts: Readonly<Record<string, number>> } | string | boolean | undefined;

export interface Applied {
  store: PlainStore;
  outcome: Outcome;
  journal?: Journal;
}

export function apply(store: PlainStore, change: Change, ids: NewIds): Applied {
  const { now } = change;
  switch (change.kind) {
    case 'save': return save(store, change, ids);
    case 'saveById': {
      const row = store.rows.get(change.id);
      return row && row.deletedAt === undefined ? revise(store, row, change, ids) : { store, outcome: undefined };
    }
    case 'delete': return { ...remove(store, [change.id], now), outcome: undefined };
    case 'restore': return restore(store, change.id, now, ids);
    case 'tags': return writeTags(store, change.wanted);
    case 'retag': return retag(store, change, ids);
    case 'deleteMany': {
      const { store: after, deleted } = remove(store, change.ids, now);
      const counts = { changed: deleted.length, same: 0, others: 0, full: 0, gone: change.ids.length - deleted.length };
      return { store: after, outcome: { counts }, journal: { deleted, at: now } };
    }
    case 'takeBack': return 'deleted' in change.journal ? undelete(store, change.journal, now, ids) : unretag(store, change.journal.retagged, now);
    case 'dropUnused': return { store: dropUnused(store, change.made), outcome: undefined };
  }
}

function withRows(store: PlainStore, rows: readonly PlainRow[]): PlainStore {
  return { ...store, rows: new Map([...store.rows, ...rows.map((row) => [row.id, row] as const)]) };
}

function withTags(store: PlainStore, tags: readonly Tag[]): PlainStore {
  return { ...store, tags: new Map([...store.tags, ...tags.map((tag) => [tag.id, tag] as const)]) };
}

export function livingIn({ rows }: PlainStore, place: string): PlainRow | undefined {
  return [...rows.values()].find((row) => row.place === place && row.deletedAt === undefined);
}

function lastRev({ rows }: PlainStore, place: string): number {
  return Math.max(0, ...[...rows.values()].filter((row) => row.place === place).map(({ rev }) => rev));
}

function bodyOf({ tags }: PlainStore, { tagIds, note }: PlainRow): Body {
  return { tags: tagsMeant(tagIds, tagMeanings([...tags.values()])).map(({ name }) => name), note };
}

export function livingTags({ tags }: PlainStore): Tag[] {
  return [...tags.values()].filter(isLiving);
}

function isLiving({ deletedAt, mergedInto }: Tag): boolean {
  return deletedAt === undefined && mergedInto === undefined;
}

/** The tags of these names; those that are not there are made. */
function named(store: PlainStore, names: readonly string[], now: number, ids: NewIds): { tagIds: string[]; fresh: Tag[] } {
  const known = new Map(livingTags(store).map(({ id, name }) => [tagKey(name), id]));
  const fresh = names.filter((name) => !known.has(tagKey(name)))
    .map((name): Tag => ({ id: ids.tag(name), name, createdAt: now, updatedAt: now, rev: 1 }));
  for (const { id, name } of fresh) known.set(tagKey(name), id);
  return { tagIds: names.flatMap((name) => known.get(tagKey(name)) ?? []), fresh };
}

interface Writing {
  body: Body;
  rev: number;
  now: number;
}

function save(store: PlainStore, writing: Writing & { place: string }, ids: NewIds): Applied {
  const { place, now } = writing;
  const living = livingIn(store, place);
  if (living) return revise(store, living, writing, ids);
  return write(store, { id: ids.annotation, place, note: '', tagIds: [], rev: lastRev(store, place), updatedAt: now }, writing, ids);
}

function revise(store: PlainStore, row: PlainRow, writing: Writing, ids: NewIds): Applied {
  const { id, rev } = row;
  const theirs = bodyOf(store, row);
  const folded = ({ tags, note }: Body): Body => ({ tags: tags.map(tagKey), note });
  if (sameBody(folded(writing.body), folded(theirs))) return { store, outcome: { status: 'saved', id, rev } };
  if (writing.rev !== rev) return { store, outcome: { status: 'conflict', id, rev, theirs } };
  return write(store, row, writing, ids);
}

function write(store: PlainStore, row: PlainRow, { body, now }: Writing, ids: NewIds): Applied {
  const { tagIds, fresh } = named(store, body.tags, now, ids);
  const { id } = row;
  const rev = row.rev + 1;
  return { store: withRows(withTags(store, fresh), [{ ...row, note: body.note, tagIds, rev, updatedAt: now }]), outcome: { status: 'saved', id, rev } };
}

function remove(store: PlainStore, ids: readonly string[], now: number): { store: PlainStore; deleted: string[] } {
  const rows = ids.flatMap((id) => store.rows.get(id) ?? []).filter(({ deletedAt }) => deletedAt === undefined);
  return { store: withRows(store, rows.map((row) => ({ ...row, deletedAt: now, rev: row.rev + 1 }))), deleted: rows.map(({ id }) => id) };
}

function restore(store: PlainStore, id: string, now: number, ids: NewIds): Applied {
  const row = store.rows.get(id);
  if (!row) return { store, outcome: undefined };
  const { deletedAt, ...living } = row;
  if (deletedAt === undefined) return { store, outcome: id };
  const resident = livingIn(store, row.place);
  if (!resident) return { store: withRows(store, [{ ...living, rev: lastRev(store, row.place) + 1 }]), outcome: id };
  const body = joinBodies(bodyOf(store, resident), bodyOf(store, row));
  return { store: revise(store, resident, { body, rev: resident.rev, now }, ids).store, outcome: resident.id };
}

/** All or none: each a revision above what stands, no name twice, none merged into what is gone or in a circle. */
function writeTags(store: PlainStore, wanted: readonly Tag[]): Applied {
  const isStored = (tag: Tag) => JSON.stringify(Object.entries(tag).sort()) === JSON.stringify(Object.entries(store.tags.get(tag.id) ?? {}).sort());
  const changed = wanted.filter((tag) => !isStored(tag));
  const after = withTags(store, changed);
  const keys = livingTags(after).map(({ name }) => tagKey(name));
  const meanings = tagMeanings([...after.tags.values()]);
  const isSound = changed.every((tag) => tag.rev === (store.tags.get(tag.id)?.rev ?? 0) + 1)
    && new Set(keys).size === keys.length
    && changed.every(({ mergedInto }) => mergedInto === undefined || meanings.get(mergedInto) !== undefined);
  return isSound ? { store: after, outcome: true } : { store, outcome: false };
}

function retag(store: PlainStore, change: { ids: readonly string[]; add: readonly string[]; remove: readonly string[]; now: number }, ids: NewIds): Applied {
  const { now } = change;
  const meanings = tagMeanings([...store.tags.values()]);
  const { tagIds: added, fresh } = named(store, uniteTags(change.add), now, ids);
  const removed = new Set(change.remove.map(tagKey));
  const counts = { changed: 0, same: 0, others: 0, full: 0, gone: 0 };
  const rows: PlainRow[] = [];
  const retagged: Retagged[] = [];
  for (const id of change.ids) {
    const row = store.rows.get(id);
    if (!row || row.deletedAt !== undefined) {
      counts.gone += 1;
      continue;
    }
    const kept = row.tagIds.filter((each) => !removed.has(tagKey(meanings.get(each)?.name ?? '')));
    const has = tagsMeant(kept, meanings).map((tag) => tag.id);
    const lacking = added.filter((each) => !has.includes(each));
    const isNothingGone = kept.length === row.tagIds.length;
    if (isNothingGone && (lacking.length === 0 || (removed.size > 0 && added.length > 0))) {
      counts.same += 1;
      continue;
    }
    counts.changed += 1;
    const after = [...kept, ...lacking];
    rows.push({ ...row, tagIds: after, updatedAt: now, rev: row.rev + 1 });
    retagged.push({ id, rev: row.rev + 1, before: row.tagIds, after, updatedAt: row.updatedAt });
  }
  const made = rows.length > 0 ? fresh : [];
  return { store: withRows(withTags(store, made), rows), outcome: { counts }, journal: { retagged, made } };
}

function unretag(store: PlainStore, retagged: readonly Retagged[], now: number): Applied {
  const meanings = tagMeanings([...store.tags.values()]);
  const rows = retagged.flatMap(({ id, rev, before, after, updatedAt }): PlainRow[] => {
    const row = store.rows.get(id);
    if (!row) return [];
    const former = before.filter((each) => store.tags.has(each));
    if (row.rev === rev) return [{ ...row, tagIds: former, updatedAt, rev: rev + 1 }];
    const kept = row.tagIds.filter((each) => before.includes(each) || !after.includes(each));
    const has = tagsMeant(kept, meanings).map((tag) => tag.id);
    const back = former.filter((each) => !after.includes(each) && !kept.includes(each) && !has.includes(meanings.get(each)?.id ?? ''));
    const isSame = kept.length === row.tagIds.length && back.length === 0;
    if (isSame) return [];
    return [{ ...row, tagIds: [...kept, ...back], updatedAt: now, rev: row.rev + 1 }];
  });
  return { store: withRows(store, rows), outcome: { counts: { restored: rows.length, stay: retagged.length - rows.length } } };
}

function dropUnused(store: PlainStore, made: readonly Tag[]): PlainStore {
  const tags = new Map(store.tags);
  for (const { id, rev } of made) {
    const isUsed = [...store.rows.values()].some(({ tagIds }) => tagIds.includes(id)) || [...tags.values()].some(({ mergedInto }) => mergedInto === id);
    if (tags.get(id)?.rev === rev && !isUsed) tags.delete(id);
  }
  return { ...store, tags };
}

function undelete(store: PlainStore, { deleted, at }: { deleted: readonly string[]; at: number }, now: number, ids: NewIds): Applied {
  const rows = deleted.flatMap((id) => store.rows.get(id) ?? []).filter(({ deletedAt }) => deletedAt === at);
  const isAlone = ({ place }: PlainRow) => [...store.rows.values()].filter((row) => row.place === place).length === 1;
  let after = withRows(store, rows.filter(isAlone).map(({ deletedAt: _, ...row }) => ({ ...row, rev: row.rev + 1 })));
  for (const { id } of rows.filter((row) => !isAlone(row))) after = restore(after, id, now, ids).store;
  return { store: after, outcome: { counts: { restored: rows.length, stay: deleted.length - rows.length } } };
}
