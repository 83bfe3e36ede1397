/**
 * The browser may stop the worker at any moment; the caller then sends its call again (`messages/client.ts`). So each
 * call, stopped before any one step of its work and made again, must have the effect and the answer of one.
 */
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { createHandlers } from '../../../src/background/handlers.ts';
import { calls as callTable } from '../../../src/messages/table.ts';
import type { Caller } from '../../../src/model/caller.ts';
import type { Body } from '../../../src/model/annotation.ts';
import { canonicalVersion, captureContent, captureId } from '../../../src/model/capture.ts';
import type { Version } from '../../../src/model/history.ts';
import type { OfferedPost } from '../../../src/store/annotations.ts';
import { keptTagsOption, readKeptTags } from '../../../src/store/kept-tags.ts';
import type { Database } from '../../../src/store/schema.ts';
import { tagNames } from '../../../src/store/tags.ts';
import { tell } from '../../faults/faults.ts';
import { aSighting, anOffer, day, minute, noon, wholePost } from '../builders.ts';
import { beginAnew, connect } from '../database.ts';
import { clearSession, readSession } from '../fake-session.ts';
import { withSteps } from '../steps.ts';

/** Steps that the worker may still take: each use of the store and of the browser is one. */
const worker = vi.hoisted(() => ({
  steps: Infinity,
  step: () => {
    if (worker.steps <= 0) throw new Error('the worker was stopped');
    worker.steps -= 1;
  },
}));
/** What others see of the work, apart from the database. */
const seen = vi.hoisted(() => ({ signals: new Set<string>(), tabs: new Map<number, string>(), badge: 0, menu: '', revs: 0 }));

vi.mock('../../../src/webext/session.ts', async () => {
  const session = await import('../fake-session.ts');
  return Object.fromEntries(Object.entries(session).map(([name, work]) => [name, async (...args: never[]) => {
    worker.step();
    return (work as (...args: never[]) => unknown)(...args);
  }]));
});
// One at a time is all that is asked here.
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => Promise<void>) => work() } });
vi.mock('../../../src/webext/i18n.ts', () => ({ message: (key: string) => key }));
vi.mock('../../../src/webext/annotate-command.ts', () => ({ addMenuEntry: async (title: string) => { worker.step(); seen.menu = title; } }));
vi.mock('../../../src/webext/badge.ts', () => ({ showBadge: async (_: number, count: number) => { worker.step(); seen.badge = count; }, sayOnPages: async () => { worker.step(); } }));
vi.mock('../../../src/webext/rev.ts', () => ({ bumpRev: async () => { worker.step(); seen.revs += 1; } }));
vi.mock('../../../src/webext/runtime.ts', () => ({ appVersion: () => '0.1.0' }));
vi.mock('../../../src/webext/inject.ts', () => ({ runInFrame: async () => { worker.step(); }, styleFrame: async () => { worker.step(); } }));
vi.mock('../../../src/webext/tabs.ts', () => ({
  tellFrame: async (...signal: unknown[]) => { worker.step(); seen.signals.add(JSON.stringify(signal)); },
  showOwnPage: async (path: string) => { worker.step(); return [...seen.tabs.values()].includes(path); },
  openOwnPage: async (path: string) => { worker.step(); seen.tabs.set(seen.tabs.size + 20, path); },
  closeTab: async (id: number) => { worker.step(); seen.tabs.delete(id); },
}));

const countSteps = (db: Database): Database => withSteps(db, worker.step);

const page: Caller = { kind: 'content', tabId: 1, frameId: 7, host: 't.me' };
const editor: Caller = { kind: 'extension', tabId: 1, frameId: 9 };
const key = { handle: 'garden_notes', postId: 42 };
const draft = { tags: [], pending: 'spr', note: 'typed', rev: 0 };
const body: Body = { tags: ['сад', 'Port'], note: 'Why' };

function begin() {
  clearSession();
  seen.signals.clear();
  seen.tabs.clear();
  seen.badge = 0;
  seen.menu = '';
  seen.revs = 0;
  beginAnew();
  const db = countSteps(connect('strict'));
  const calls = createHandlers(db, countSteps(connect()));
  const saveOnPost = (text: Body, rev = 0) => calls['annotation.saveOnPost']({ offered: anOffer(), target: wholePost, body: text, rev }, editor);
  return { db, calls, saveOnPost };
}
type Stage = ReturnType<typeof begin>;

/** What is there afterwards, without ids, which are made up anew each time. */
async function effect({ db }: Stage): Promise<unknown> {
  const annotations = await db.annotations.toArray();
  const session = Object.entries(await readSession()).map(([name, value]) => [name.startsWith('editor') ? 'editor' : name, value]);
  return {
    annotations: (await Promise.all(annotations.map(async ({ tagIds, postId, note, rev, createdAt, updatedAt, deletedAt, slot }) => (
      { tags: await tagNames(db, tagIds), postId, note, rev, createdAt, updatedAt, deletedAt, living: slot !== undefined }
    )))).sort((a, b) => a.rev - b.rev),
    captures: (await db.captures.toArray()).map(({ id }) => id),
    sightings: (await db.sightings.toArray()).map(({ channelRef: _, ...row }) => row),
    channels: (await db.channels.toArray()).map(({ handles }) => handles),
    authors: await db.authors.count(),
    tags: (await db.tags.toArray()).map(({ name, rev }) => ({ name, rev })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    drafts: (await db.drafts.toArray()).map(({ channelRef: _, ...typed }) => typed),
    options: (await db.options.toArray()).filter(({ name }) => name !== 'ownAuthorId' && name !== keptTagsOption),
    kept: await readKeptTags(db),
    notes: await db.changed.count(),
    indexed: (await db.segments.toArray()).map(({ ready, size, dead }) => ({ ready, size, dead })),
    session,
    signals: [...seen.signals].map((signal) => signal.replace(/[0-9a-f-]{36}/g, 'token')),
    tabs: seen.tabs.size,
    badge: seen.badge,
    menu: seen.menu,
    toldOthers: seen.revs > 0,
  };
}

function withoutIds(answer: unknown): unknown {
  const text = JSON.stringify(answer)?.replace(/"(id|token)":"[^"]+"/g, '"$1":""');
  return text === undefined ? undefined : JSON.parse(text);
}

async function claimed({ calls }: Stage): Promise<string> {
  const { token } = await calls['editor.open'](anOffer(), page);
  await calls['editor.claim']({ token }, editor);
  return token;
}

async function savedAnnotation({ saveOnPost }: Stage, note = 'Before'): Promise<{ id: string; rev: number }> {
  return saveOnPost({ tags: ['port'], note });
}

function changedOffer(hours: number): OfferedPost {
  return anOffer({ text: 'Tulips are over.' }, { sighting: aSighting({ at: noon + hours * 60 * minute }) });
}

async function versionOfOffer({ post, reader }: OfferedPost): Promise<Version> {
  return { id: await captureId(captureContent(post)), canonical: canonicalVersion, reader };
}

/** Each: what stands there before, and what makes the call. */
const cases: Record<string, (stage: Stage) => Promise<() => Promise<unknown>>> = {
  'annotations.forPosts': async (stage) => {
    await savedAnnotation(stage);
    return () => stage.calls['annotations.forPosts']({ keys: [key], locale: 'en' }, page);
  },
  'page.reader': async ({ calls }) => () => calls['page.reader']({}, page),
  'page.keys': async ({ calls }) => () => calls['page.keys']({}, page),
  'page.quoteStyles': async ({ calls }) => () => calls['page.quoteStyles']({}, page),
  'posts.seen': async (stage) => {
    await savedAnnotation(stage);
    await stage.calls['posts.content'](changedOffer(1), page);
    const looks = [{ key, version: await versionOfOffer(anOffer()), sighting: aSighting({ at: noon + day }) }];
    return () => stage.calls['posts.seen']({ looks }, page);
  },
  'posts.content': async (stage) => {
    await savedAnnotation(stage);
    return () => stage.calls['posts.content'](changedOffer(1), page);
  },
  'posts.notShown': async (stage) => {
    await savedAnnotation(stage);
    const gaps = [{ handle: key.handle, from: 40, to: 44 }];
    return () => stage.calls['posts.notShown']({ gaps, sighting: aSighting({ at: noon + day }) }, page);
  },
  'page.annotated': async ({ calls }) => () => calls['page.annotated']({ count: 3, began: noon }, { ...page, frameId: 0 }),
  'editor.claim': async (stage) => {
    await savedAnnotation(stage);
    await stage.calls['draft.save']({ key, target: wholePost, draft }, editor);
    const { token } = await stage.calls['editor.open'](anOffer(), page);
    return () => stage.calls['editor.claim']({ token }, editor);
  },
  'editor.openTab': async ({ calls }) => {
    const { token } = await calls['editor.open'](anOffer(), page);
    return () => calls['editor.openTab']({ token }, page);
  },
  'editor.resized': async (stage) => {
    const token = await claimed(stage);
    return () => stage.calls['editor.resized']({ token, height: 120 }, editor);
  },
  'editor.closed, with a notice': async (stage) => {
    const token = await claimed(stage);
    return () => stage.calls['editor.closed']({ token, notice: true }, editor);
  },
  'editor.closed, in a tab of its own': async ({ calls }) => {
    const { token } = await calls['editor.open'](anOffer(), page);
    await calls['editor.openTab']({ token }, page);
    const inTab: Caller = { kind: 'extension', tabId: 20, frameId: 0 };
    await calls['editor.claim']({ token }, inTab);
    return () => calls['editor.closed']({ token, notice: false }, inTab);
  },
  'tags.uses': async (stage) => {
    await savedAnnotation(stage);
    return () => stage.calls['tags.uses']({}, editor);
  },
  'tags.write': async (stage) => {
    await savedAnnotation(stage);
    const [tag] = await stage.db.tags.toArray();
    if (!tag) throw new Error('there is no tag');
    const { key: _, ...port } = tag;
    return () => stage.calls['tags.write']({ tags: [{ ...port, name: 'Harbour', rev: 2 }] }, editor);
  },
  'tags.keep': async (stage) => {
    await savedAnnotation(stage);
    return () => stage.calls['tags.keep']({ names: ['Port', 'unknown'] }, editor);
  },
  'draft.save': async ({ calls }) => () => calls['draft.save']({ key, target: wholePost, draft }, editor),
  'draft.discard': async ({ calls }) => {
    await calls['draft.save']({ key, target: wholePost, draft }, editor);
    return () => calls['draft.discard']({ key, target: wholePost }, editor);
  },
  'annotation.saveOnPost': async ({ calls, saveOnPost }) => {
    await calls['draft.save']({ key, target: wholePost, draft: { tags: body.tags, pending: '', note: body.note, rev: 0 } }, editor);
    return () => saveOnPost(body);
  },
  'annotation.saveOnPost, on an annotation and with a tag known by another spelling': async (stage) => {
    await savedAnnotation(stage);
    return () => stage.saveOnPost(body, 1);
  },
  'annotation.saveOnPost, in the place of a deleted one': async (stage) => {
    const { id } = await savedAnnotation(stage);
    await stage.calls['annotation.delete']({ id }, editor);
    return () => stage.saveOnPost(body, 0);
  },
  'annotation.saveOnPost, in conflict': async (stage) => {
    await savedAnnotation(stage);
    return () => stage.saveOnPost(body, 0);
  },
  'annotation.save': async (stage) => {
    const { id, rev } = await savedAnnotation(stage);
    return () => stage.calls['annotation.save']({ id, body, rev }, editor);
  },
  'annotation.delete': async (stage) => {
    const { id } = await savedAnnotation(stage);
    return () => stage.calls['annotation.delete']({ id }, editor);
  },
  'annotation.restore': async (stage) => {
    const { id } = await savedAnnotation(stage);
    await stage.calls['annotation.delete']({ id }, editor);
    return () => stage.calls['annotation.restore']({ id }, editor);
  },
  'annotation.restore, where the post was annotated anew': async (stage) => {
    const { id } = await savedAnnotation(stage);
    await stage.calls['annotation.delete']({ id }, editor);
    await savedAnnotation(stage, 'Anew');
    return () => stage.calls['annotation.restore']({ id }, editor);
  },
  'data.erase': async (stage) => {
    await savedAnnotation(stage);
    return () => stage.calls['data.erase']({}, editor);
  },
  'search.rebuild': async (stage) => {
    await savedAnnotation(stage);
    return () => stage.calls['search.rebuild']({}, editor);
  },
  'search.index': async (stage) => {
    const { id } = await savedAnnotation(stage);
    // So much was noted that it is worth it.
    await stage.db.changed.bulkAdd(Array.from({ length: 40 }, () => ({ ids: [id] })));
    return () => stage.calls['search.index']({}, editor);
  },
  'author.setName': async ({ calls }) => () => calls['author.setName']({ name: 'Анна' }, editor),
  'backup.exported': async (stage) => {
    await savedAnnotation(stage);
    return () => stage.calls['backup.exported']({ held: 1, at: noon }, editor);
  },
  'backup.snooze': async ({ calls }) => () => calls['backup.snooze']({}, editor),
  'backup.setAutomatic': async ({ calls }) => () => calls['backup.setAutomatic']({ automatic: true }, editor),
  'options.setPageKeys': async ({ calls }) => () => calls['options.setPageKeys']({ pageKeys: true }, editor),
  'options.setTheme': async ({ calls }) => () => calls['options.setTheme']({ theme: 'dark' }, editor),
  'options.setOnPages': async ({ calls }) => () => calls['options.setOnPages']({ onPages: 'mark' }, editor),
  'options.setLanguage': async ({ calls }) => () => calls['options.setLanguage']({ language: 'fa' }, editor),
};

let stops = 0;
afterAll(() => tell({ 'stops of the worker between two steps of a call': stops }));

beforeEach(() => {
  worker.steps = Infinity;
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
});

test.each(Object.entries(cases))('%s', async (_, arrange) => {
  const run = async (disturb: (make: () => Promise<unknown>) => Promise<unknown>) => {
    const stage = begin();
    const make = await arrange(stage);
    worker.steps = Infinity;
    const answer = withoutIds(await disturb(make));
    worker.steps = Infinity;
    return { answer, effect: await effect(stage) };
  };
  const once = await run((make) => make());
  expect(await run((make) => make().then(make)), 'made twice').toEqual(once);
  for (let steps = 0; ; steps += 1) {
    let stopped = false;
    const again = await run(async (make) => {
      worker.steps = steps;
      stopped = await make().then(() => false, () => true);
      worker.steps = Infinity;
      return make();
    });
    expect(again, `stopped after ${steps} steps`).toEqual(once);
    if (!stopped) break;
    stops += 1;
  }
});

test('no call is left out', () => {
  const tested = ['editor.open', ...Object.keys(cases).map((name) => name.replace(/,.*/, ''))];
  expect(new Set(tested)).toEqual(new Set(Object.keys(callTable)));
});

test('editor.open: the token that is answered with is good', async () => {
  let stopped = true;
  for (let steps = 0; stopped; steps += 1) {
    const { calls } = begin();
    worker.steps = steps;
    stopped = await calls['editor.open'](anOffer(), page).then(() => false, () => true);
    worker.steps = Infinity;
    const { token } = await calls['editor.open'](anOffer(), page);
    expect(await calls['editor.claim']({ token }, editor)).toMatchObject({ offered: anOffer() });
    if (stopped) stops += 1;
  }
});

test('editor.closed: the page hears of it, and then the token is worth nothing', async () => {
  let stopped = true;
  for (let steps = 0; stopped; steps += 1) {
    const stage = begin();
    const token = await claimed(stage);
    const close = () => stage.calls['editor.closed']({ token, notice: false }, editor);
    worker.steps = steps;
    stopped = await close().then(() => false, () => true);
    worker.steps = Infinity;
    if (stopped) {
      stops += 1;
      await close();
    }
    await expect(close()).rejects.toMatchObject({ code: 'gone' });
    expect([...seen.signals].filter((signal) => signal.includes('closed'))).toHaveLength(1);
  }
});
