/** What the worker does, with the real store, from the editor's token to the note on the page. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandlers } from '../../../src/background/handlers.ts';
import type { Caller } from '../../../src/model/caller.ts';
import { readBackup } from '../../../src/store/backup.ts';
import { readOptions } from '../../../src/store/options.ts';
import { aSighting, anOffer, wholePost } from '../builders.ts';
import { connect } from '../database.ts';
import { clearSession } from '../fake-session.ts';

const told = vi.hoisted(() => ({
  frames: [] as unknown[], tabs: [] as { id: number; path: string; beside: number }[], scripts: [] as unknown[], menu: '', revs: 0, title: '',
}));
vi.mock('../../../src/webext/i18n.ts', () => ({ message: (key: string) => key }));
vi.mock('../../../src/webext/annotate-command.ts', () => ({ addMenuEntry: async (title: string) => { told.menu = title; } }));
vi.mock('../../../src/webext/session.ts', () => import('../fake-session.ts'));
vi.mock('../../../src/webext/badge.ts', () => ({ showBadge: async () => undefined, sayOnPages: async (onPages: string) => { told.title = onPages; } }));
vi.mock('../../../src/webext/rev.ts', () => ({ bumpRev: async () => { told.revs += 1; } }));
vi.mock('../../../src/webext/runtime.ts', () => ({ appVersion: () => '0.1.0' }));
vi.mock('../../../src/webext/inject.ts', () => ({
  runInFrame: async (...where: unknown[]) => { told.scripts.push(where); }, styleFrame: async () => undefined,
}));
vi.mock('../../../src/webext/tabs.ts', () => ({
  tellFrame: async (tabId: number, frameId: number, message: object) => { told.frames.push({ tabId, frameId, ...message }); },
  showOwnPage: async (path: string) => told.tabs.some((tab) => tab.path === path),
  openOwnPage: async (path: string, beside: number) => { told.tabs.push({ id: 20, path, beside }); },
  closeTab: async (id: number) => { told.tabs = told.tabs.filter((tab) => tab.id !== id); },
}));

beforeEach(() => {
  clearSession();
  told.frames = [];
  told.tabs = [];
  told.scripts = [];
  told.revs = 0;
});

const page: Caller = { kind: 'content', tabId: 1, frameId: 7, host: 't.me' };
const editor: Caller = { kind: 'extension', tabId: 1, frameId: 9 };
const key = { handle: 'garden_notes', postId: 42 };
const body = { tags: ['сад'], note: 'Why' };
const draft = { tags: [], pending: 'spr', note: 'typed', rev: 0 };

function working() {
  const db = connect('strict');
  const worker = createHandlers(db, connect());
  const save = (note = body.note, rev = 0) => worker['annotation.saveOnPost']({ offered: anOffer(), target: wholePost, body: { ...body, note }, rev }, editor);
  const shown = async () => (await worker['annotations.forPosts']({ keys: [key], locale: 'en' }, page)).posts[0];
  return { db, worker, save, shown };
}

describe('the editor', () => {
  it('claims the post that its page offered, and the page hears of it', async () => {
    const { worker } = working();
    const { token } = await worker['editor.open'](anOffer(), page);
    expect(await worker['editor.claim']({ token }, editor)).toStrictEqual({ offered: anOffer(), target: wholePost });
    expect(told.frames).toEqual([{ tabId: 1, frameId: 7, signal: 'editor.claimed', token }]);
  });

  it('gets what is stored about the post, what was typed and not saved, and the theme that was chosen', async () => {
    const { worker, save } = working();
    const { id } = await save();
    await worker['draft.save']({ key, target: wholePost, draft: { ...draft, rev: 1 } }, editor);
    const { token } = await worker['editor.open'](anOffer(), page);
    expect(await worker['editor.claim']({ token }, editor)).toMatchObject({ stored: { id, rev: 1, ...body }, draft: { ...draft, rev: 1 } });
    await worker['options.setTheme']({ theme: 'dark' }, editor);
    expect(await worker['editor.claim']({ token }, editor)).toMatchObject({ theme: 'dark' });
    await worker['draft.discard']({ key, target: wholePost }, editor);
    expect(await worker['editor.claim']({ token }, editor)).not.toHaveProperty('draft');
  });

  it('of another tab gets nothing', async () => {
    const { worker } = working();
    const { token } = await worker['editor.open'](anOffer(), page);
    const stranger = { ...editor, tabId: 2 };
    await expect(worker['editor.claim']({ token }, stranger)).rejects.toMatchObject({ code: 'gone' });
    await expect(worker['editor.resized']({ token, height: 1 }, stranger)).rejects.toMatchObject({ code: 'gone' });
    await expect(worker['editor.closed']({ token, notice: false }, stranger)).rejects.toMatchObject({ code: 'gone' });
    expect(told.frames).toEqual([]);
  });

  it('tells its frame its height and its end, after which the token is worth nothing unless a notice stands there', async () => {
    const { worker } = working();
    const { token } = await worker['editor.open'](anOffer(), page);
    await worker['editor.resized']({ token, height: 120 }, editor);
    await worker['editor.closed']({ token, notice: true }, editor);
    await worker['editor.claim']({ token }, editor);
    await worker['editor.closed']({ token, notice: false }, editor);
    expect(told.frames).toMatchObject([{ signal: 'editor.resized', height: 120 }, { notice: true }, { signal: 'editor.claimed' }, { signal: 'editor.closed', notice: false }]);
    await expect(worker['editor.claim']({ token }, editor)).rejects.toMatchObject({ code: 'gone' });
  });
});

describe('the editor that does not run framed', () => {
  const inTab: Caller = { kind: 'extension', tabId: 20, frameId: 0 };

  it('is opened once, next to its page, works there, and its tab goes when it is done', async () => {
    const { worker } = working();
    const { token } = await worker['editor.open'](anOffer(), page);
    await worker['editor.openTab']({ token }, page);
    await worker['editor.openTab']({ token }, page);
    expect(told.tabs).toEqual([{ id: 20, path: `editor.html#token=${token}`, beside: 1 }]);
    expect(await worker['editor.claim']({ token }, inTab)).toStrictEqual({ offered: anOffer(), target: wholePost });
    await worker['editor.openTab']({ token }, page);
    await worker['editor.closed']({ token, notice: true }, inTab);
    expect(told.tabs).toHaveLength(1);
    await worker['editor.closed']({ token, notice: false }, inTab);
    expect(told.tabs).toEqual([]);
    expect(told.frames).toMatchObject([
      { tabId: 1, frameId: 7, signal: 'editor.claimed' }, { signal: 'editor.closed', notice: true },
      { tabId: 1, frameId: 7, signal: 'editor.closed', notice: false },
    ]);
  });

  it('gets another tab when its page asks for it after it went', async () => {
    const { worker } = working();
    const { token } = await worker['editor.open'](anOffer(), page);
    await worker['editor.openTab']({ token }, page);
    await worker['editor.claim']({ token }, inTab);
    told.tabs = [];
  told.scripts = [];
    await worker['editor.openTab']({ token }, page);
    expect(told.tabs).toHaveLength(1);
    expect(await worker['editor.claim']({ token }, { ...inTab, tabId: 21 })).toMatchObject({ offered: anOffer() });
    await expect(worker['editor.claim']({ token }, inTab)).rejects.toMatchObject({ code: 'gone' });
  });
});

describe('a page', () => {
  it('is shown what is written about its posts', async () => {
    const { save, shown } = working();
    expect(await shown()).toEqual([]);
    await save();
    expect(await shown()).toStrictEqual([{ ...body, mine: true }]);
  });

  it('hears no words when only marks are wanted, and nothing when nothing is', async () => {
    const { worker, save, shown } = working();
    await save();
    await worker['options.setOnPages']({ onPages: 'mark' }, editor);
    expect(await shown()).toStrictEqual([{ tags: [], note: '', mine: true }]);
    await worker['options.setOnPages']({ onPages: 'nothing' }, editor);
    expect(await worker['annotations.forPosts']({ keys: [key, key], locale: 'en' }, page)).toEqual({ onPages: 'nothing', pageKeys: false, posts: [[], []] });
    expect(told.title).toBe('nothing');
  });

  it('hears that letters are to go from post to post once they are, and where there is something to go to', async () => {
    const { worker } = working();
    const keys = async () => (await worker['annotations.forPosts']({ keys: [key], locale: 'en' }, page)).pageKeys;
    expect(await keys()).toBe(false);
    await worker['options.setPageKeys']({ pageKeys: true }, editor);
    expect(await keys()).toBe(true);
    expect(told.revs).toBe(1);
    await worker['options.setOnPages']({ onPages: 'nothing' }, editor);
    expect(await keys()).toBe(false);
  });
});

describe('a language that is chosen', () => {
  it('is spoken by the menu, by pages before they hear what to show, and by the form', async () => {
    const { worker, shown } = working();
    await shown();
    expect(told.scripts).toEqual([]);
    await worker['options.setLanguage']({ language: 'uk' }, editor);
    expect([told.menu, told.revs]).toEqual(['Зробити нотатку до виділеного', 1]);
    await shown();
    expect(told.scripts).toEqual([[1, 7, 'words/uk.js']]);
    // A page that has them is not given them anew with each question.
    await worker['annotations.forPosts']({ keys: [key], locale: 'uk' }, page);
    expect(told.scripts).toHaveLength(1);
    const { token } = await worker['editor.open'](anOffer(), page);
    expect(await worker['editor.claim']({ token }, editor)).toMatchObject({ language: 'uk' });
  });

  it('is left for that of the browser', async () => {
    const { worker, shown } = working();
    await worker['options.setLanguage']({ language: 'uk' }, editor);
    await worker['options.setLanguage']({ language: '' }, editor);
    await shown();
    expect([told.menu, told.scripts]).toEqual(['annotateSelectionMenu', []]);
  });
});

describe('other tabs', () => {
  it('are told of every change, and of a conflict they are not', async () => {
    const { worker, save } = working();
    const { id } = await save();
    expect(told.revs).toBe(1);
    expect(await save('other')).toMatchObject({ status: 'conflict' });
    expect(await worker['annotation.save']({ id, body: { ...body, note: 'other' }, rev: 0 }, editor)).toMatchObject({ status: 'conflict' });
    expect(told.revs).toBe(1);
    await worker['annotation.save']({ id, body: { ...body, note: 'next' }, rev: 1 }, editor);
    await worker['annotation.delete']({ id }, editor);
    await worker['annotation.restore']({ id }, editor);
    await worker['options.setOnPages']({ onPages: 'mark' }, editor);
    await worker['data.erase']({}, editor);
    expect(told.revs).toBe(6);
  });
});

it('a page shows nothing once everything was erased, and posts can be annotated anew', async () => {
  const { worker, save, shown } = working();
  const { id } = await save();
  await worker['data.erase']({}, editor);
  expect(await shown()).toEqual([]);
  await expect(worker['annotation.restore']({ id }, editor)).rejects.toMatchObject({ code: 'gone' });
  await save('anew');
  expect(await shown()).toStrictEqual([{ ...body, note: 'anew', mine: true }]);
});

it('what is gone cannot be saved or taken back', async () => {
  const { worker, save } = working();
  const { id } = await save();
  await worker['annotation.delete']({ id }, editor);
  await expect(worker['annotation.save']({ id, body, rev: 1 }, editor)).rejects.toMatchObject({ code: 'gone' });
  await expect(worker['annotation.restore']({ id: 'nowhere' }, editor)).rejects.toMatchObject({ code: 'gone' });
  expect(await worker['annotation.restore']({ id }, editor)).toEqual({ id });
  expect(await worker['tags.uses']({}, editor)).toMatchObject([{ name: 'сад', uses: 1 }]);
});

it('the Telegram host of the last save is remembered, and no other host', async () => {
  const { db, worker } = working();
  const saveAt = (url: string, postId: number) => worker['annotation.saveOnPost'](
    { offered: anOffer({ postId }, { sighting: aSighting({ url }) }), target: wholePost, body, rev: 0 }, editor);
  await saveAt('https://telegram.me/s/garden_notes', 1);
  expect((await readOptions(db)).telegramHost).toBe('telegram.me');
  await saveAt('https://example.org/s/garden_notes', 2);
  expect((await readOptions(db)).telegramHost).toBe('telegram.me');
});

it('an export is recorded, a reminder put off, automatic copies switched on', async () => {
  const { db, worker, save } = working();
  await save();
  await worker['backup.snooze']({}, editor);
  await worker['backup.setAutomatic']({ automatic: true }, editor);
  expect(await readBackup(db)).toMatchObject({ changes: 1, exported: 0, automatic: true, snoozed: { changes: 51 } });
  const at = Date.now();
  await worker['backup.exported']({ held: 1, at }, editor);
  expect(await readBackup(db)).toEqual({ changes: 1, exported: 1, exportedAt: at, automatic: true });
});
