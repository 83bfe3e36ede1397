/** Writers on the same posts and tags, each with what it last saw, on the database and on the plain store beside it. */
import { expect } from 'vitest';
import type { Body } from '../../../src/model/annotation.ts';
import { noQuery } from '../../../src/model/query.ts';
import type { Tag } from '../../../src/model/tag.ts';
import { type TagChange, removal, renaming, undoing } from '../../../src/model/tag-changes.ts';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import type { BulkOptions } from '../../../src/store/bulk-batches.ts';
import { type BulkOutcome, changeMany } from '../../../src/store/bulk.ts';
import { facets } from '../../../src/store/facets.ts';
import { find } from '../../../src/store/find.ts';
import { scanFacets } from '../../../src/store/scan-facets.ts';
import { scan } from '../../../src/store/scan.ts';
import type { Database } from '../../../src/store/schema.ts';
import { maintainIndex } from '../../../src/store/search/maintain.ts';
import { writeTags } from '../../../src/store/tags-write.ts';
import { minute, noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect } from '../database.ts';
import { type Change, type Journal, type PlainRow, type PlainStore, emptyStore, livingIn, livingTags } from './plain-store.ts';
import { type Done, type Sent, explain } from './writers-explained.ts';
import { type Wish, type Writer, isOneOf, onMany, placeOf, places, targets, writers } from './writers-wishes.ts';

/** What one writer has on screen, and can take back. */
interface Screen {
  rows: Map<string, { id: string; rev: number; note: string }>;
  /** Of each place, the last that was deleted here. */
  deleted: Map<string, string>;
  tags: Tag[];
  tagChange?: TagChange;
  many?: { outcome: BulkOutcome; journal: Journal };
  /** All texts that were ever on it. */
  seen: Set<string>;
}

function plain({ rows, tags }: PlainStore) {
  return { rows: [...rows.values()], tags: [...tags.values()] };
}

const never = new AbortController().signal;
const options = (now: number): BulkOptions => ({ now, signal: never, onProgress: () => undefined });

async function storedIn(db: Database): Promise<PlainStore> {
  const [rows, tags] = await Promise.all([db.annotations.toArray(), db.tags.toArray()]);
  return {
    rows: new Map(rows.map(({ id, postId, target, note, tagIds, rev, updatedAt, deletedAt }): [string, PlainRow] => (
      [id, { id, place: placeOf(postId, target), note, tagIds, rev, updatedAt, ...(deletedAt !== undefined && { deletedAt }) }]
    ))),
    tags: new Map(tags.map(({ key: _, ...tag }) => [tag.id, tag])),
  };
}

export class Walk {
  store = emptyStore;
  changes = 0;
  conflicts = 0;
  #now = noon;
  #texts = 0;
  readonly #screens = new Map(writers.map((writer): [Writer, Screen] => [writer, { rows: new Map(), deleted: new Map(), tags: [], seen: new Set() }]));
  readonly #connections = new Map(writers.map((writer) => [writer, connect()]));
  readonly #index = connect();
  /** Every save that was made: where, with which texts of its own, and which of them whoever saved had seen before. */
  readonly #saves: { place: string; texts: readonly string[]; seen: ReadonlySet<string> }[] = [];

  async wave(wishes: readonly Wish[]): Promise<void> {
    const sent = wishes.flatMap((wish) => this.#prepare(wish) ?? []);
    const [only] = sent;
    const isTwice = sent.length === 1 && only !== undefined && only.wish.isSentTwice && !isOneOf(onMany, only.wish.kind);
    const seen = sent.map(({ writer }) => new Set(this.#screen(writer).seen));
    const indexing = wishes.some(({ kind }) => kind === 'index') ? maintainIndex(this.#index, this.#now) : undefined;
    const done: Done[] = await Promise.all((isTwice ? [...sent, ...sent] : sent).map(async (each) => (
      { ...each, ...await each.send(this.#connections.get(each.writer) ?? this.#index) }
    )));
    await indexing;
    this.changes += sent.length;

    const after = await storedIn(this.#index);
    const explained = explain(this.store, done, after);
    const said = () => JSON.stringify({ before: plain(this.store), done: done.map(({ wish, parts, outcome }) => ({ wish, parts, outcome })), after: plain(after) });
    if (!explained) expect.fail(`no order explains this: ${said()}`);
    if (isTwice && !explain(this.store, done.slice(1), after)) expect.fail(`not as sent once: ${said()}`);
    this.store = after;
    for (const [i, each] of explained.slice(0, sent.length).entries()) this.#show(each, seen[i] ?? new Set());
  }

  /** No text is gone unless it was replaced by somebody who had seen it. */
  expectNothingLost(): void {
    const kept = [...this.store.rows.values()].map(({ note }) => note).join(' ');
    for (const { place, texts } of this.#saves) {
      for (const text of texts.filter((each) => !kept.includes(each))) {
        const isReplaced = this.#saves.some((later) => later.place === place && later.seen.has(text) && !later.texts.includes(text));
        expect(isReplaced, `whoever replaced "${text}" had seen it`).toBe(true);
      }
    }
  }

  async expectSound(): Promise<void> {
    const page = { offset: 0, limit: 50 };
    for (const isIndexed of [false, true]) {
      if (isIndexed) await maintainIndex(this.#index, this.#now);
      for (const text of ['', 'one -tag:сад', 'tag:a text']) {
        const query = { ...noQuery, text };
        expect(await find(this.#index, query, page), text).toEqual(await scan(this.#index, query, page));
      }
    }
    expect(await facets(this.#index, noQuery)).toEqual(await scanFacets(this.#index, noQuery));
    await expectSound(this.#index);
  }

  close(): void {
    for (const db of [...this.#connections.values(), this.#index]) db.close();
  }

  #screen(writer: Writer): Screen {
    return this.#screens.get(writer) ?? expect.fail();
  }

  /** What the writer can do of it; undefined when it is nothing, or nothing but looking. */
  #prepare(wish: Wish): Sent | undefined {
    const { kind, writer, place, tags, others } = wish;
    this.#now += minute;
    const now = this.#now;
    const screen = this.#screen(writer);
    // One presses on what one sees, be it of long ago; but a page may not know yet that its post is annotated.
    const isOnPost = kind === 'save' && (writer === 'tab' || writer === 'other tab');
    for (const each of isOneOf(onMany, kind) ? places : isOnPost ? [] : [place]) if (!screen.rows.has(each)) this.#look(screen, each);
    const shown = screen.rows.get(place);
    const to = (parts: Change[], send: Sent['send']): Sent => ({ writer, wish, parts, send });
    const many = places.flatMap((each) => screen.rows.get(each)?.id ?? []);
    switch (kind) {
      case 'look': this.#look(screen, place); return undefined;
      case 'see tags': screen.tags = livingTags(this.store); return undefined;
      case 'index': return undefined;
      case 'save': return this.#save(wish, screen, now);
      case 'delete': return shown && to([{ kind, id: shown.id, now }], (db) => deleteAnnotation(db, shown.id, now).then(() => ({ outcome: undefined })));
      case 'restore': {
        // Here, or from the list of what was deleted.
        const id = screen.deleted.get(place) ?? [...this.store.rows.values()].find((row) => row.place === place && row.deletedAt !== undefined)?.id;
        screen.deleted.delete(place);
        return id === undefined ? undefined : to([{ kind, id, now }], async (db) => ({ outcome: await restoreAnnotation(db, id, now) }));
      }
      case 'rename': case 'remove tag': case 'undo tags': {
        const change = kind === 'undo tags' ? screen.tagChange && { before: screen.tagChange.after, after: undoing(screen.tagChange) } : this.#tagChange(wish, screen, now);
        if (!change || change.after.length === 0) return undefined;
        return { ...to([{ kind: 'tags', wanted: change.after, now }], async (db) => ({ outcome: await writeTags(db, change.after, now) })), tagChange: change };
      }
      case 'retag':
        if (many.length === 0) return undefined;
        return to([{ kind, ids: many, add: tags, remove: others, now }], (db) => sendMany(changeMany(db, many, { add: tags, remove: others }, options(now))));
      case 'delete many':
        if (many.length === 0) return undefined;
        return to([{ kind: 'deleteMany', ids: many, now }], (db) => sendMany(changeMany(db, many, 'delete', options(now))));
      case 'undo many': return screen.many && this.#undoMany(wish, screen.many, now);
    }
  }

  /** The tabs save on the post, popup and library by the id of what they show. */
  #save(wish: Wish, screen: Screen, now: number): Sent | undefined {
    const { writer, place, tags } = wish;
    const shown = screen.rows.get(place);
    const text = `text${this.#texts += 1}.`;
    const notes = { own: text, added: `${shown?.note ?? ''} ${text}`, '': '', one: 'one' };
    const body: Body = { tags, note: notes[wish.note] };
    const rev = shown?.rev ?? 0;
    const target = targets.get(place) ?? expect.fail();
    if (writer === 'tab' || writer === 'other tab') {
      return {
        writer, wish, parts: [{ kind: 'save', place, body, rev, now }],
        send: async (db) => ({ outcome: await annotate(db, { post: { postId: target.postId }, target: target.target, ...body, rev, now }) }),
      };
    }
    return shown && {
      writer, wish, parts: [{ kind: 'saveById', id: shown.id, body, rev, now }], send: async (db) => ({ outcome: await saveById(db, shown.id, body, rev, now) }),
    };
  }

  #tagChange({ kind, name, tags: [to = 'new'] }: Wish, screen: Screen, now: number): TagChange | undefined {
    if (screen.tags.length === 0) screen.tags = livingTags(this.store);
    const { tags } = screen;
    const from = tags.find((tag) => tag.name === name)?.name ?? tags[0]?.name;
    if (from === undefined) return undefined;
    return kind === 'rename' ? renaming(tags, from, to, now) : removal(tags, from, now);
  }

  #undoMany(wish: Wish, { outcome: { undo }, journal }: NonNullable<Screen['many']>, now: number): Sent {
    const dropping: Change[] = 'made' in journal ? [{ kind: 'dropUnused', made: journal.made, now }] : [];
    return {
      writer: wish.writer, wish, parts: [{ kind: 'takeBack', journal, now }, ...dropping],
      send: async () => {
        const { restored, stay, left, error } = await undo(options(now));
        if (error !== undefined || left > 0) throw error;
        return { outcome: { counts: { restored, stay } } };
      },
    };
  }

  #look(screen: Screen, place: string): void {
    const row = livingIn(this.store, place);
    screen.rows.delete(place);
    if (row) this.#put(screen, place, row.id, row.rev, row.note);
  }

  #put(screen: Screen, place: string, id: string, rev: number, note: string): void {
    screen.rows.set(place, { id, rev, note });
    for (const text of textsIn(note)) screen.seen.add(text);
  }

  /** What the answer shows its writer. */
  #show({ writer, wish: { place }, parts: [change], tagChange, outcome, bulk, journal }: Done, seen: ReadonlySet<string>): void {
    const screen = this.#screen(writer);
    switch (change?.kind) {
      case 'save': case 'saveById':
        if (typeof outcome !== 'object' || !('status' in outcome)) {
          // Gone: the next look tells.
          this.conflicts += 1;
        } else if (outcome.status === 'conflict') {
          this.conflicts += 1;
          this.#put(screen, place, outcome.id, outcome.rev, outcome.theirs.note);
        } else {
          this.#put(screen, place, outcome.id, outcome.rev, change.body.note);
          this.#saves.push({ place, texts: textsIn(change.body.note), seen });
        }
        return;
      case 'delete':
        screen.rows.delete(place);
        screen.deleted.set(place, change.id);
        return;
      case 'tags':
        if (outcome === true && tagChange) screen.tagChange = tagChange;
        else this.conflicts += 1;
        return;
      case 'retag': case 'deleteMany':
        if (bulk && journal) screen.many = { outcome: bulk, journal };
        return;
      case 'takeBack':
        delete screen.many;
        return;
      default:
    }
  }
}

function textsIn(note: string): string[] {
  return [...note.matchAll(/text\d+\./g)].map(([text]) => text);
}

async function sendMany(changing: Promise<BulkOutcome>) {
  const bulk = await changing;
  if (bulk.error !== undefined) throw bulk.error;
  return { outcome: { counts: { ...bulk.tally } }, bulk };
}
