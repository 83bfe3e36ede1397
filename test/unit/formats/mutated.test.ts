/**
 * Files of every format that can be read, broken in every way that comes to mind: each is read, or refused with words; what is
 * refused leaves no trace, and what is taken is what was announced.
 */
import { expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { exportJsonZip } from '../../../src/formats/json-zip.ts';
import { exportNdjson } from '../../../src/formats/ndjson.ts';
import { readPostList } from '../../../src/formats/post-list.ts';
import { readExport } from '../../../src/formats/read-export.ts';
import { FileError } from '../../../src/formats/read-parts.ts';
import { verifyExport } from '../../../src/formats/verify.ts';
import { textOfExport } from '../../../src/formats/zip-read.ts';
import { refusalWords, rejectionWords } from '../../../src/library/import-words.ts';
import { textOfList } from '../../../src/library/list-file.ts';
import { findingWords, sumWords } from '../../../src/library/verify-words.ts';
import { takenWords } from '../../../src/library/worklist-words.ts';
import { ownerships, resolutions } from '../../../src/model/import.ts';
import { planImport } from '../../../src/store/import-plan.ts';
import { acceptImport, runImport } from '../../../src/store/import-run.ts';
import { stageImport } from '../../../src/store/import-stage.ts';
import { forgetImport } from '../../../src/store/imports.ts';
import { WorklistRow, addToWorklist, worklistRows } from '../../../src/store/worklist.ts';
import { seed, tell, times } from '../../faults/faults.ts';
import { type Random, randomFrom } from '../../faults/random.ts';
import { aView, anAnnotation, noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect, contents, putBack } from '../database.ts';
import { each, exportedText, fullView, info, joined, sourceOf } from '../exporting.ts';
import { importText, never } from '../importing.ts';
import { withWrites } from '../steps.ts';
import { type Bytes, type Sample, bytesOf, mutated } from './mutations.ts';

vi.mock('../../../src/webext/i18n.ts', async () => {
  const words: Record<string, { message: string }> = (await import('../../../public/_locales/en/messages.json')).default;
  return { message: (key: string) => words[key]?.message ?? '' };
});

const others = {
  owner: fullView.author.id, authors: [fullView.author], tags: fullView.tags, channels: [fullView.channel],
  originals: () => each([[{ channelRef: 'channel-1', postId: 42, captureId: fullView.capture.id, html: '<p>Tulips</p>' }]]),
};
const views = [fullView, aView({ annotation: anAnnotation({ id: '33333333-3333-4333-8333-333333333333', authorId: fullView.author.id, postId: 7, note: 'Other.' }) })];

const byHand = {
  format: 'postil', version: 1, tags: ['spring', 'later'],
  annotations: [
    { id: 'a-1', post: { channel: 'garden', postId: 7 }, tags: ['spring'], note: 'Look.' },
    { id: 'a-2', post: { channel: 'garden', postId: 8, text: 'Roses.' }, target: { kind: 'quote', exact: 'Roses', prefix: '', suffix: '.', start: 0, end: 5 } },
    { id: 'a-3', author: 'ann', post: { channel: 'meadow', channelId: 7, postId: 1 }, tags: ['Spring', 'low tide'], note: 'Wet.', updatedAt: '2025-01-01T00:00:00Z' },
  ],
};

const lines = (text: string): unknown[] => text.split('\n').filter(Boolean).map((line): unknown => JSON.parse(line));

async function zipped(): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportJsonZip(sourceOf(views, others), info)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

const json = await exportedText(views, others);
const ndjson = await joined(exportNdjson(sourceOf(views, others), info));
const exports: Record<string, Sample> = {
  'JSON as we write it': { bytes: bytesOf(json), values: [JSON.parse(json)] },
  'NDJSON as we write it': { bytes: bytesOf(ndjson), values: lines(ndjson) },
  'JSON by hand, with tags by their names': { bytes: bytesOf(JSON.stringify(byHand, undefined, 1)), values: [byHand] },
  'a zip with originals': { bytes: await zipped() },
};
const list = ['For Monday:', 'https://t.me/a_notes/1', 't.me/s/b_notes/2?single', 'tg://resolve?domain=c_notes&post=3', 't.me/+abc', 't.me/c/1/2'].join('\n');
const table = 'id,url,text\n1,https://t.me/a_notes/1,"Quotes t.me/x_notes/7\nand ""t.me/x_notes/8"""\n2,,t.me/x_notes/9\n3,t.me/b_notes/2;tab\t|,\n';
const lists: Record<string, Sample> = { 'a list of links': { bytes: bytesOf(list) }, 'a table of links': { bytes: bytesOf(table) } };

/** What a decoder says of bytes that are no UTF-8, and no TypeError else. https://nodejs.org/api/errors.html */
function isNotText(error: unknown): boolean {
  return error instanceof TypeError && Reflect.get(error, 'code') === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

/** Refused for a reason that is known, and in words. */
function expectKnown(error: unknown): void {
  if (!(error instanceof FileError) && !isNotText(error)) throw error;
  expect(refusalWords(error)).not.toBe('');
}

async function* inBits(bytes: Bytes, size: number): AsyncGenerator<Bytes> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** As `ui/read-file.ts` gives it. */
async function* textOf(bytes: Bytes, size: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bit of inBits(bytes, size)) yield decoder.decode(bit, { stream: true });
  yield decoder.decode();
}

async function verify(bytes: Bytes, size: number): Promise<void> {
  try {
    const findings = verifyExport(textOfExport(inBits(bytes, size)));
    let next = await findings.next();
    for (; !next.done; next = await findings.next()) if (!('count' in next.value)) expect(findingWords(next.value)).not.toBe('');
    const { annotations, checked, matched, mismatched, unreadable } = next.value;
    expect([checked, annotations]).toEqual([matched + mismatched, expect.any(Number)]);
    expect(unreadable).toBeLessThanOrEqual(annotations);
    for (const words of sumWords(next.value)) expect(words).not.toContain('');
  } catch (error) {
    expectKnown(error);
  }
}

/** A library in which some of what the files hold is there already, and says something else; with a count of what is written. */
async function library() {
  const db = connect();
  await annotate(db, { post: { handle: 'garden', postId: 7 }, tags: ['Spring'], note: 'Mine.' });
  await importText(db, json.replaceAll('Зачем', 'Why'));
  await forgetImport(db);
  db.close({ disableAutoOpen: false });
  const counted = { writes: 0 };
  withWrites(db, (name) => {
    if (name !== 'imports') counted.writes += 1;
  });
  return { db, counted, before: await contents(db) };
}
type Library = Awaited<ReturnType<typeof library>>;

/** Refused files leave everything as it was; of others all is written that was planned. @returns whether it was taken */
async function take({ db, counted, before }: Library, random: Random, bytes: Bytes, size: number): Promise<boolean> {
  counted.writes = 0;
  const staged = await stageImport(db, 'notes.json', readExport(textOf(bytes, size), noon), { signal: never, onEntries: () => undefined })
    .catch((error: unknown) => expectKnown(error));
  expect(counted.writes, 'writes before anything was decided').toBe(0);
  if (!staged) {
    expect(await db.imports.count(), 'what is left of a refused file').toBe(0);
    return false;
  }
  for (const rejection of staged.rejections) expect(rejectionWords(rejection)).not.toBe('');
  const ownership = ownerships[Math.floor(random() * ownerships.length)] ?? 'mine';
  const resolution = resolutions[Math.floor(random() * resolutions.length)] ?? 'both';
  const plan = await planImport(db, staged.progress, staged.head, ownership, never);
  expect(counted.writes, 'writes of a plan').toBe(0);
  await acceptImport(db, { ownership, resolution, byId: {} });
  const isIndexed = random() < 0.1;
  const progress = await runImport(db, {
    signal: never, onProgress: () => undefined, now: () => noon, indexing: async (work) => { if (isIndexed) await work(); },
  });
  const { added = 0, identical = 0, kept = 0, replaced = 0, joined: both = 0 } = progress?.tally ?? {};
  expect(progress?.phase).toBe('done');
  const { annotations } = staged.progress;
  expect(added + identical + kept + replaced + both).toBe(annotations);
  expect(plan.added + plan.identical + plan.conflicts.length).toBe(annotations);
  // Two of a file in one place are one here.
  expect(added).toBeLessThanOrEqual(plan.added);
  expect(await db.annotations.count()).toBe((before['annotations']?.length ?? 0) + added);
  await expectSound(db);
  await putBack(db, before);
  return true;
}

const timeout = 60_000 + times('files') * 2_000;
let taken = 0;
let refused = 0;

it.each(Object.entries(exports))('%s', { timeout }, async (name, sample) => {
  const random = randomFrom(seed + name.length);
  const all = Object.values(exports);
  const at = await library();
  let takenOfThese = 0;
  for (let i = 0; i < times('files'); i += 1) {
    const bytes = mutated(random, sample, all[Math.floor(random() * all.length)] ?? sample);
    const size = [7, 1_000, 65_536][i % 3] ?? 1_000;
    try {
      await verify(bytes, size);
      if (await take(at, random, bytes, size)) takenOfThese += 1;
      if (i % 100 === 0) expect(await contents(at.db)).toEqual(at.before);
    } catch (error) {
      throw new Error(`file ${i} of seed ${seed}: ${new TextDecoder().decode(bytes).slice(0, 5_000)}`, { cause: error });
    }
  }
  expect(await contents(at.db)).toEqual(at.before);
  expect({}).not.toHaveProperty('polluted');
  if (name !== 'a zip with originals') expect(takenOfThese).toBeGreaterThan(0);
  expect(takenOfThese).toBeLessThan(times('files'));
  taken += takenOfThese;
  refused += times('files') - takenOfThese;
  tell({ 'mutated files read': times('files'), 'of them taken in': takenOfThese, 'of them refused whole': times('files') - takenOfThese });
});

it.each(Object.entries(lists))('%s', { timeout }, async (name, sample) => {
  const random = randomFrom(seed + name.length);
  const db = connect();
  let posts = 0;
  for (let i = 0; i < times('files'); i += 1) {
    const bytes = mutated(random, sample, lists['a table of links'] ?? sample);
    try {
      const fileName = i % 2 === 0 ? 'list.csv' : 'list.txt';
      const read = await readPostList(await textOfList(new File([bytes], fileName)), fileName);
      const added = await addToWorklist(db, read.posts, noon);
      for (const words of takenWords(read, added)) expect(words).not.toBe('');
      posts += added;
      if (added > 0) {
        const rows = await worklistRows(db);
        expect([rows.length, rows.every((row) => v.is(WorklistRow, row))]).toEqual([added, true]);
        await db.worklist.clear();
      }
    } catch (error) {
      throw new Error(`file ${i} of seed ${seed}: ${new TextDecoder().decode(bytes).slice(0, 5_000)}`, { cause: error });
    }
  }
  await expectSound(db);
  expect(posts).toBeGreaterThan(0);
  tell({ 'mutated lists read': times('files') });
});
