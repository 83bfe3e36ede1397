/** Whatever writes to the database, each made ready in one that is furnished for all of them. */
import { expect } from 'vitest';
import { readExport } from '../../../src/formats/read-export.ts';
import { canonicalVersion, captureContent, captureId } from '../../../src/model/capture.ts';
import { removal, renaming } from '../../../src/model/tag-changes.ts';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { setOwnName } from '../../../src/store/authors.ts';
import { recordExport, setAutomaticBackup, snoozeBackup } from '../../../src/store/backup.ts';
import { type BulkChange, changeMany } from '../../../src/store/bulk.ts';
import { renameInDrafts } from '../../../src/store/draft-tags.ts';
import { deleteDraft, writeDraft } from '../../../src/store/drafts.ts';
import { eraseEverything } from '../../../src/store/erase.ts';
import { acceptImport, runImport, undoImport } from '../../../src/store/import-run.ts';
import { stageImport } from '../../../src/store/import-stage.ts';
import { forgetImport, readProgress } from '../../../src/store/imports.ts';
import { keepTags } from '../../../src/store/keep-tags.ts';
import { moveAnnotation, undoMove } from '../../../src/store/move.ts';
import { writeOptions } from '../../../src/store/options.ts';
import { purgeTags } from '../../../src/store/purge-tags.ts';
import { purgeDeleted } from '../../../src/store/purge.ts';
import { rereadOriginals } from '../../../src/store/reread.ts';
import type { Database } from '../../../src/store/schema.ts';
import { maintainIndex } from '../../../src/store/search/maintain.ts';
import { beginRebuild } from '../../../src/store/search/rebuild.ts';
import { recordContent, recordGaps, recordLooks } from '../../../src/store/sightings.ts';
import { writeTags } from '../../../src/store/tags-write.ts';
import {
  addToWorklist, clearWorklist, leavePost, removeFromWorklist, reopenPost, restoreToWorklist, worklistRows,
} from '../../../src/store/worklist.ts';
import { aPost, aSighting, anOffer, day, minute, noon, wholePost } from '../builders.ts';
import { annotate } from '../database.ts';
import { inPieces, never } from '../importing.ts';

const other = anOffer({ text: 'Roses are in bloom.' }, { sighting: aSighting({ at: noon + day }), reader: 2, html: '<p>Roses</p>' });

/**
 * An annotation that was deleted, one made anew in its place, one beside it, each with a draft; one of a renamed channel. The
 * post of the second said something else since. A tag that was deleted, a worklist, and an index that has work to do.
 */
export async function furnish(db: Database): Promise<string[]> {
  const ids: string[] = [];
  for (const [note, postId] of [['deleted', 42], ['anew', 42], ['beside', 43]] as const) {
    const { id } = await annotate(db, { post: { postId }, note, tags: ['сад', note], offer: { html: `<p>${postId}</p>` } });
    if (note === 'deleted') await deleteAnnotation(db, id, noon + minute);
    else await maintainIndex(db, noon);
    await writeDraft(db, { handle: 'garden_notes', postId }, wholePost, { tags: ['anew'], pending: '', note: 'typed', rev: 1 }, noon);
    ids.push(id);
  }
  await annotate(db, { post: { handle: 'old_garden', telegramId: 5 }, note: 'renamed' });
  await recordContent(db, other);
  const tags = await db.tags.toArray();
  await writeTags(db, removal(tags, 'deleted', noon).after, noon);
  await addToWorklist(db, [{ handle: 'garden_notes', postId: 42 }, { handle: 'orchard', postId: 1 }], noon);
  await leavePost(db, (await worklistRows(db))[0]?.seq ?? 0, noon);
  return ids;
}

const post = { handle: 'garden_notes', postId: 42 };
const typed = { tags: ['half'], pending: 'a', note: 'typed more', rev: 1 };
const file = JSON.stringify({
  format: 'postil', version: 1, owner: 'ann', authors: [{ id: 'ann', name: 'Ann' }], tags: [{ id: 'tag-file', name: 'file' }],
  annotations: [
    { id: 'theirs-1', author: 'ann', post: { channel: 'garden_notes', postId: 43, text: 'Tulips are in bloom.' }, tags: ['file'], note: 'theirs' },
    { id: 'theirs-2', author: 'ann', post: { channel: 'meadow', postId: 7, text: 'Grass.' }, tags: ['file', 'сад'], note: 'new' },
  ],
});

/** Makes ready, and returns the call. It fails by rejecting. */
type Case = (db: Database, ids: readonly string[]) => Promise<() => Promise<unknown>>;

const at = (call: (db: Database, ids: readonly string[]) => Promise<unknown>): Case => async (db, ids) => () => call(db, ids);
const withoutAnything = (call: Case): Case => async (db, ids) => {
  await eraseEverything(db);
  return call(db, ids);
};

async function many(db: Database, ids: readonly string[], change: BulkChange) {
  const outcome = await changeMany(db, ids, change, { now: noon + day, signal: never, onProgress: () => undefined });
  if (outcome.error !== undefined) throw outcome.error;
  return outcome;
}

/** How a step over many is taken back. */
const takingBack = (change: BulkChange): Case => async (db, ids) => {
  const { undo } = await many(db, ids, change);
  return async () => {
    const { error } = await undo({ now: noon + 2 * day, signal: never, onProgress: () => undefined });
    if (error !== undefined) throw error;
  };
};

async function move(db: Database, id = '') {
  const outcome = await moveAnnotation(db, id, await captureId(captureContent(other.post)), 3, noon);
  if (outcome.status !== 'moved') throw new Error(outcome.status);
  return outcome.moved;
}

const stage = (db: Database) => stageImport(db, 'notes.json', readExport(inPieces(file), noon), { signal: never, onEntries: () => undefined });
const accept = async (db: Database) => {
  await stage(db);
  await acceptImport(db, choices);
};
const run = (db: Database) => runImport(db, { signal: never, onProgress: () => undefined, now: () => noon });
const choices = { ownership: 'mine', resolution: 'both', byId: {} } as const;

/** Each is one transaction, or as good as one. */
export const calls: Record<string, Case> = {
  'annotation.saveOnPost, the first of all': withoutAnything(at((db) => annotate(db, { tags: ['new', 'newer'], note: 'typed', offer: { html: '<p>' } }))),
  'annotation.saveOnPost, the first on a post': at((db) => annotate(db, { post: { handle: 'other', telegramId: 7 }, tags: ['new'], note: 'typed' })),
  'annotation.saveOnPost, on a post that is annotated': at((db) => annotate(db, { note: 'typed', tags: ['new'], rev: 3 })),
  'annotation.saveOnPost, where two channels are found to be one': at((db) => annotate(db, { post: { telegramId: 5, postId: 43 }, note: 'typed', rev: 1 })),
  'annotation.save': at((db, [, , id = '']) => saveById(db, id, { tags: ['new'], note: 'typed' }, 1, noon)),
  'annotation.delete': at((db, [, , id = '']) => deleteAnnotation(db, id, noon)),
  'annotation.restore, which joins two texts': at((db, [id = '']) => restoreAnnotation(db, id, noon)),
  'draft.save': at((db) => writeDraft(db, post, wholePost, typed, noon)),
  'draft.save, on a post of another channel': at((db) => writeDraft(db, { handle: 'other', postId: 1 }, wholePost, typed, noon)),
  'draft.discard': at((db) => deleteDraft(db, post, wholePost)),
  'tags.write, which merges one into another': async (db) => {
    const tags = (await db.tags.toArray()).filter(({ key }) => key !== undefined);
    const { after } = renaming(tags, 'anew', 'beside', noon) ?? expect.fail();
    return () => writeTags(db, after, noon);
  },
  'tags.keep': at((db) => keepTags(db, ['сад'])),
  'data.erase': at(eraseEverything),
  'search.rebuild': at(beginRebuild),
  'author.setName': at((db) => setOwnName(db, 'Анна')),
  'options.setOnPages': at((db) => writeOptions(db, { onPages: 'mark', telegramHost: 't.me' })),
  'options.setPageKeys': at((db) => writeOptions(db, { pageKeys: true, telegramHost: 't.me' })),
  'options.setTheme': at((db) => writeOptions(db, { theme: 'dark' })),
  'options.setLanguage': at((db) => writeOptions(db, { language: 'fa', telegramHost: 't.me' })),
  'backup.exported': at((db) => recordExport(db, 1, noon)),
  'backup.snooze': at((db) => snoozeBackup(db, noon)),
  'backup.setAutomatic': at((db) => setAutomaticBackup(db, true)),
  'posts.seen': async (db) => {
    const version = { id: await captureId(captureContent(aPost())), canonical: canonicalVersion, reader: 1 };
    return () => recordLooks(db, [{ key: post, version, sighting: aSighting({ at: noon + 2 * day }) }]);
  },
  'posts.content': at((db) => recordContent(db, { ...other, post: aPost({ text: 'Nothing grows.' }), sighting: aSighting({ at: noon + 3 * day }) })),
  'posts.notShown': at((db) => recordGaps(db, [{ handle: 'garden_notes', from: 40, to: 44 }], aSighting({ at: noon + 3 * day }))),

  'tags for many': at((db, ids) => many(db, ids, { add: ['many'], remove: ['сад'] })),
  'many deleted': at((db, ids) => many(db, ids, 'delete')),
  'many brought back': takingBack('delete'),
  'a move to another version': at((db, [, id]) => move(db, id)),
  'a move taken back': async (db, [, id]) => {
    const moved = await move(db, id);
    return () => undoMove(db, moved, noon);
  },
  'a renamed tag in drafts': async (db) => {
    const { before, after } = renaming((await db.tags.toArray()).filter(({ key }) => key !== undefined), 'anew', 'later', noon) ?? expect.fail();
    await writeTags(db, after, noon);
    return () => renameInDrafts(db, before);
  },
  'more on the worklist': at((db) => addToWorklist(db, [{ handle: 'meadow', postId: 7 }], noon)),
  'one left on the worklist': at(async (db) => leavePost(db, 2, noon)),
  'one opened again on the worklist': at(async (db) => reopenPost(db, 1)),
  'one gone from the worklist': at((db) => removeFromWorklist(db, 1)),
  'an empty worklist': at(clearWorklist),
  'the worklist brought back': async (db) => {
    const rows = await clearWorklist(db);
    return () => restoreToWorklist(db, rows);
  },
  'an import taken in': at(stage),
  'an import accepted': async (db) => {
    await stage(db);
    return () => acceptImport(db, choices);
  },
  'an import forgotten': async (db) => {
    await stage(db);
    return () => forgetImport(db);
  },
  'what was deleted long ago': at((db) => purgeDeleted(db, noon + 60 * day)),
};

/** What comes before is done once. */
interface Job {
  before?: (db: Database) => Promise<unknown>;
  case: Case;
}

/** Each is several transactions, and goes on from any of them. */
export const jobs: Record<string, Job> = {
  'search.index': { case: at((db) => maintainIndex(db, noon)) },
  'an import': { before: accept, case: at(run) },
  'an import taken back': {
    before: (db) => accept(db).then(() => run(db)),
    case: at(async (db) => {
      if (await readProgress(db)) await undoImport(db, { onProgress: () => undefined, now: () => noon });
    }),
  },
  'tags taken back from many': { case: takingBack({ add: ['many'], remove: ['сад'] }) },
  'originals read again': {
    case: at((db) => rereadOriginals(db, {
      version: 3, read: (html) => aPost({ postId: html.includes('43') ? 43 : 42, text: `Read again: ${html}` }),
    }, { signal: never, onProgress: () => undefined })),
  },
  'tags that were deleted long ago': { case: at((db) => purgeTags(db, noon + 60 * day)) },
};
