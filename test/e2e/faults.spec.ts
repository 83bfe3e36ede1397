/**
 * The browser is killed in the middle of a stream of saves, edits and deletions. What was answered is there afterwards, in
 * the state that was answered; what was under way is there as a whole or not at all. `POSTIL_SEED` repeats a run.
 */
import { afterAll, expect, test } from 'vitest';
import { type Driver, type Part, type Tab, eventually } from '../browser/driver.ts';
import { seed, tell, times } from '../faults/faults.ts';
import { type Random, randomFrom } from '../faults/random.ts';
import { storedRows } from './stored.ts';
import { ask, chooseFile, expectSound, savingOnPost, useStage } from './support.ts';

const stage = useStage({ alone: true });

console.log(`POSTIL_SEED=${seed}`);
const random = randomFrom(seed);

/** An annotation as a person knows it. */
interface State {
  id?: string;
  rev: number;
  tags: readonly string[];
  note: string;
  deleted: boolean;
}

/** A post on which one change is made after the other. */
interface Post {
  name: string;
  /** What the last answer told; nothing is known of a post that was never saved on. */
  answered?: State;
  /** What it will be once the change that is under way is done. */
  underWay?: State;
}

interface Lane {
  /** Of a channel. */
  handle: string;
  posts: Post[];
}

/** Four changes at a time are under way, each on posts of its own: what is there before it is known. */
const lanes: Lane[] = [1, 2, 3, 4].map((i) => ({ handle: `fault_log_${i}`, posts: [] }));
let changes = 0;
let underWayInAll = 0;

// At one kill there may be none, when all wait for the index.
afterAll(() => expect(underWayInAll, 'changes under way at kills').toBeGreaterThan(0));

/** A file that is imported beside them, each in a channel of its own. */
interface Import {
  handle: string;
  count: number;
  /** The page said that all of it is there. */
  answered: boolean;
}

/** When the browser is killed: after so many answers, once the import writes if that is waited for, and so many milliseconds more. */
interface Moment {
  answers: number;
  pause: number;
  amidImport: boolean;
}

/** After so many kills it begins anew, lest what is there grow without end. */
const killsOfOne = 10;

test.for(Array.from({ length: times('kills') }, (_, i) => i + 1))('nothing that was answered is lost, and nothing is there by half: kill %i', { timeout: 120_000 }, async (kill, { signal }) => {
  const { driver } = stage;
  // Every other one while the file is written.
  const amidImport = kill % 2 === 0;
  const imported = { handle: `fault_file_${kill}`, count: Math.floor((amidImport ? 500 : 50) + random() * 500), answered: false };
  await killDuring(driver, imported, { answers: Math.floor(10 + random() * 40), amidImport, pause: random() * (amidImport ? 300 : 20) }, signal);
  const wentOn = await importsOn();
  const page = await driver.extensionPage('library.html');
  await expectSound(stage);
  const found = await statesIn(page);
  const posts = lanes.flatMap((lane) => lane.posts);
  const underWay = posts.filter((post) => post.underWay);
  expect(found.size, 'annotations that are there, if any').toBeGreaterThan(0);
  for (const post of posts) settle(post, found.get(post.name));
  const entries = [...found.keys()].filter((name) => name.startsWith(`${imported.handle}/`)).length;
  expect([imported.answered ? imported.count : 0, imported.count], 'annotations of the file').toContain(entries);
  underWayInAll += underWay.length;
  tell({ 'kills survived': 1, 'changes under way at a kill': underWay.length, 'imports under way at a kill': wentOn ? 1 : 0 });

  // And everything goes on as before.
  for (const lane of lanes) await change(page, nextPost(lane, random), random);
  if (kill % killsOfOne === 0) {
    await ask(page, { call: 'data.erase', args: {} });
    for (const lane of lanes) lane.posts = [];
  }
  await page.close();
});

/** `POSTIL_IMPORT=20000` takes half a minute more. */
const count = Number(process.env['POSTIL_IMPORT'] ?? 4_000);

test(`an import of ${count} that is killed half-way goes on when the library is next open`, { timeout: 120_000 }, async () => {
  const { driver } = stage;
  const annotations = Array.from({ length: count }, (_, i) => ({
    id: `imported-${i}`, author: 'anna', post: { channel: 'harbour_gazette', postId: i + 1, text: `Post ${i}` }, tags: [`tag ${i % 50}`], note: `Note ${i}`,
  }));
  let library = await driver.extensionPage('library.html');
  await chooseFile(stage, library, JSON.stringify({ format: 'postil', version: 1, authors: [{ id: 'anna', name: 'Анна' }], annotations }));
  await (await library.find('button', 'Import now', { timeout: 60_000 })).click();
  await eventually(() => library.evaluate(() => {
    const bar = document.querySelector('progress');
    return bar !== null && bar.max > 1 && bar.value > bar.max / 4;
  }), { what: 'a quarter of it', timeout: 60_000 });
  await driver.restart({ kill: true });

  const popup = await driver.extensionPage('popup.html');
  const hint = await popup.find('note');
  expect(await hint.text()).toBe('An import is not finished. Open the library, and it goes on.');
  await popup.close();
  library = await driver.extensionPage('library.html#import');
  await library.find('button', 'Undo', { timeout: 60_000 });
  const [added] = await library.findAll('listitem', undefined, '.outcome');
  expect(await added?.text()).toBe(`${count.toLocaleString('en')} new annotations`);
  await library.close();
  await expectSound(stage);
});

/** Kills the browser while it is changed, a file imported and the index worked on. A test that fails, and aborts `signal`, has that end, too. */
async function killDuring(driver: Driver, imported: Import, { answers, pause, amidImport }: Moment, signal: AbortSignal): Promise<void> {
  const page = await driver.extensionPage('library.html');
  const importing = await driver.extensionPage('library.html#import');
  const file = importFile(importing, imported);
  const streams: Promise<void>[] = [];
  await new Promise<void>((enough, failed) => {
    let count = 0;
    for (const lane of lanes) streams.push(keepChanging(page, lane, () => ++count === answers && enough(), signal));
    Promise.all([file, ...streams]).catch(failed);
  });
  if (amidImport) await eventually(async () => imported.answered || await importPhase(page) === 'running', { what: 'an import', timeout: 60_000 });
  await new Promise((resume) => setTimeout(resume, pause));
  await driver.restart({ kill: true });
  // Of the import nothing more comes: what waits there for a button, waits in vain.
  await Promise.allSettled(streams);
}

async function importFile(page: Tab, imported: Import): Promise<void> {
  const { handle, count } = imported;
  const annotations = Array.from({ length: count }, (_, i) => ({
    id: `${handle}-${i}`, author: 'anna', post: { channel: handle, postId: i + 1, text: `Post ${i}` }, tags: [`file ${i % 7}`], note: `Note ${i}`,
  }));
  await chooseFile(stage, page, JSON.stringify({ format: 'postil', version: 1, authors: [{ id: 'anna', name: 'Анна' }], annotations }));
  await (await page.find('button', 'Import now', { timeout: 60_000 })).click();
  await page.find('button', 'Undo', { timeout: 60_000 });
  imported.answered = true;
}

/** Has an import that was under way go on to its end. @returns whether there was one */
async function importsOn(): Promise<boolean> {
  // A page that shows it without going on with it.
  const popup = await stage.driver.extensionPage('popup.html');
  const phase = () => importPhase(popup);
  const wasImporting = await phase() === 'running';
  const library = await stage.driver.extensionPage('library.html#import');
  await eventually(async () => !['running', 'undoing'].includes(String(await phase())), { what: 'the import to go on to its end', timeout: 30_000 });
  if (await phase() === 'done') await (await library.find('button', 'Close')).click();
  await eventually(async () => await phase() === undefined, { what: 'the import to be forgotten' });
  await Promise.all([library.close(), popup.close()]);
  return wasImporting;
}

async function keepChanging(page: Part, lane: Lane, onAnswer: () => void, signal: AbortSignal): Promise<void> {
  const random = randomFrom(seed + ++changes);
  while (!signal.aborted) {
    await change(page, nextPost(lane, random), random);
    // Else the worker would wait for a pause, which never comes.
    if (random() < 0.1) expect(await ask(page, { call: 'search.index', args: {} })).toMatchObject([{ ok: true }]);
    onAnswer();
  }
}

/** One of the lane's posts, or one more. */
function nextPost({ handle, posts }: Lane, random: Random): Post {
  const known = random() < 0.6 && posts[Math.floor(random() * posts.length)];
  if (known) return known;
  const post = { name: `${handle}/${posts.length + 1}` };
  posts.push(post);
  return post;
}

/** Makes the next change on a post and notes what was answered. Fails when no answer comes, as after a kill. */
async function change(page: Part, post: Post, random: Random): Promise<void> {
  const { message, result } = nextChange(post, random);
  post.underWay = result;
  const [answer] = await ask(page, message) as { ok: boolean; value?: { id?: string; status?: string; rev?: number } }[];
  const { id = post.answered?.id, rev = result.rev, status = 'saved' } = answer?.value ?? {};
  expect({ ok: answer?.ok, status, rev }, JSON.stringify(answer)).toEqual({ ok: true, status: 'saved', rev: result.rev });
  post.answered = { ...result, ...(id !== undefined && { id }) };
  delete post.underWay;
}

function nextChange({ name, answered }: Post, random: Random): { message: object; result: State } {
  changes++;
  // Some tags are new with each change, and some shared by all.
  const body = { tags: [`shared ${changes % 5}`, `only ${changes}`], note: `${changes} `.repeat(1 + Math.floor(random() * 2_000)) };
  if (!answered) return { message: savingOnPost(stage, { name, ...body }), result: { ...body, rev: 1, deleted: false } };
  const { id, rev } = answered;
  const next = { ...answered, rev: rev + 1 };
  if (answered.deleted) return { message: { call: 'annotation.restore', args: { id } }, result: { ...next, deleted: false } };
  if (random() < 0.25) return { message: { call: 'annotation.delete', args: { id } }, result: { ...next, deleted: true } };
  const message = random() < 0.5 ? savingOnPost(stage, { name, ...body }, rev) : { call: 'annotation.save', args: { id, body, rev } };
  return { message, result: { ...next, ...body } };
}

/** What is found is what was answered last, or else, as a whole, what was under way; from there it goes on. */
function settle(post: Post, found: State | undefined): void {
  const { answered, underWay } = post;
  const isDone = underWay !== undefined && found?.rev === underWay.rev;
  const wanted = isDone ? { ...underWay, id: underWay.id ?? found?.id } : answered;
  expect(found, `${post.name}, of which ${JSON.stringify({ answered, underWay }).slice(0, 300)} is known`).toEqual(wanted);
  delete post.underWay;
  if (found) post.answered = found;
}

/** All annotations by the name of their post, read as they are stored. */
async function statesIn(page: Part): Promise<Map<string, State>> {
  const { annotations, channels, tags } = await storedRows(page, 'annotations', 'channels', 'tags') as unknown as Stored;
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  const handles = new Map(channels.map(({ id, handles: [use] }) => [id, use?.name]));
  return new Map(annotations.map(({ id, channelRef, postId, tagIds, note, rev, deletedAt }) => [
    `${handles.get(channelRef)}/${postId}`,
    { id, rev, tags: tagIds.map((tag) => names.get(tag) ?? `no tag ${tag}`), note, deleted: deletedAt !== undefined },
  ]));
}

/** How far the import is, as it is stored; undefined when there is none. */
async function importPhase(page: Part): Promise<unknown> {
  const { imports } = await storedRows(page, 'imports');
  return imports.find(({ key }) => key === 0)?.['phase'];
}

interface Stored {
  annotations: { id: string; channelRef: string; postId: number; tagIds: string[]; note: string; rev: number; deletedAt?: number }[];
  channels: { id: string; handles: { name: string }[] }[];
  tags: { id: string; name: string }[];
}
