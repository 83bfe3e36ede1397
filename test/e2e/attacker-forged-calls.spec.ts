/**
 * A page whose process was taken over says whatever it likes in the name of our content script. So does this spec: every call
 * that there is, as a script in our own world on the page sends it.
 */
import { expect, test } from 'vitest';
import type { Part } from '../browser/driver.ts';
import { type CallName, calls } from '../../src/messages/table.ts';
import { channel, secretWords, secrets, useAttackedStage } from './attacker.ts';
import { ask, openEditor, post, savingOnPost } from './support.ts';

const { stage, written } = useAttackedStage();
const name = 'harbour_gazette/93';
const key = { handle: 'harbour_gazette', postId: 93 };

interface Api {
  scripting: { executeScript(injection: object): Promise<{ result: unknown }[]> };
  tabs: { query(info: object): Promise<{ id?: number }[]> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** Sends messages from the content script's own world of the one Telegram page that is open. */
async function forge(page: Part, messages: readonly object[]): Promise<{ ok: boolean; code?: string; value?: unknown }[]> {
  return page.evaluate(async (all) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    const { scripting, tabs } = (browser ?? chrome) as Api;
    const [tab] = await tabs.query({ url: 'https://t.me/*' });
    const [ran] = await scripting.executeScript({
      target: { tabId: tab?.id },
      args: [all],
      func: async (given: object[]) => {
        const ours = globalThis as unknown as Record<string, Api>;
        const answers = [];
        for (const message of given) answers.push(await (ours['browser'] ?? ours['chrome'])?.runtime.sendMessage(message));
        return answers;
      },
    });
    return ran?.result;
  }, messages) as Promise<{ ok: boolean; code?: string; value?: unknown }[]>;
}

/** Everything that a person wrote, as it is stored. */
async function writtenRows(page: Part): Promise<string> {
  return page.evaluate(() => new Promise<string>((resolve, reject) => {
    const opening = indexedDB.open('postil');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const names = ['annotations', 'tags', 'drafts', 'authors', 'options'];
      const transaction = db.transaction(names);
      const requests = names.map((each) => transaction.objectStore(each).getAll());
      transaction.oncomplete = () => {
        db.close();
        resolve(JSON.stringify(requests.map(({ result }) => result)));
      };
    };
  }));
}

/** Arguments that each call takes from whom it is for. */
function argumentsOf(id: string, token: string): { [Name in CallName]: unknown } {
  const { args: saving } = savingOnPost(stage, { name, note: 'forged' }, 1) as { args: { offered: object } };
  const { offered } = saving;
  const { sighting } = offered as { sighting: object };
  const body = { tags: ['forged'], note: 'forged' };
  const target = { kind: 'post' };
  return {
    'annotations.forPosts': { keys: [key], locale: 'en' },
    'page.reader': {},
    'page.keys': {},
    'page.quoteStyles': {},
    'posts.seen': { looks: [{ key, version: { id: 'a'.repeat(64), canonical: 1, reader: 1 }, sighting }] },
    'posts.content': { ...offered, post: { ...key, kinds: ['text'], text: 'forged' } },
    'posts.notShown': { gaps: [{ handle: key.handle, from: 1, to: 200 }], sighting },
    'editor.open': offered,
    'editor.openTab': { token: crypto.randomUUID() },
    'page.annotated': { count: 7, began: 0 },
    'editor.claim': { token },
    'editor.resized': { token, height: 10 },
    'editor.closed': { token, notice: false },
    'tags.uses': {},
    'tags.write': { tags: [] },
    'tags.keep': { names: ['forged'] },
    'draft.save': { key, target, draft: { ...body, pending: '', rev: 1 } },
    'draft.discard': { key, target },
    'annotation.saveOnPost': saving,
    'annotation.save': { id, body, rev: 1 },
    'annotation.delete': { id },
    'annotation.restore': { id },
    'data.erase': {},
    'search.rebuild': {},
    'search.index': {},
    'author.setName': { name: 'forged' },
    'options.setOnPages': { onPages: 'nothing' },
    'options.setPageKeys': { pageKeys: true },
    'options.setLanguage': { language: 'fa' },
    'options.setTheme': { theme: 'dark' },
    'backup.exported': { held: 0, at: 1 },
    'backup.snooze': {},
    'backup.setAutomatic': { automatic: true },
  };
}

test('it may do what the table gives a content script, and by none of it reads another post or writes a word', async () => {
  await written({ name, ...secrets });
  const tab = await stage.driver.open(channel);
  await openEditor(tab, name);
  const editor = await tab.framed('Annotation', { in: post(name) });
  const token = await editor.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? '');
  const page = await stage.driver.extensionPage('library.html');
  const before = await writtenRows(page);
  const [{ id = '' } = {}] = (JSON.parse(before) as { id: string }[][])[0] ?? [];
  const args = argumentsOf(id, token);
  const names = Object.keys(calls) as CallName[];
  const answers = await forge(page, names.map((call) => ({ call, args: args[call] })));

  const refused = names.filter((_, i) => answers[i]?.code === 'forbidden');
  expect(refused).toEqual(names.filter((call) => calls[call].from === 'extension'));
  // What it does get tells of the post that it asked about, and of no other.
  const told = names.filter((_, i) => secretWords.some((word) => JSON.stringify(answers[i]).toLowerCase().includes(word)));
  expect(told).toEqual(['annotations.forPosts']);
  expect(await writtenRows(page)).toBe(before);

  // The same arguments are taken from a page of ours: they were refused for their sender alone.
  const [saved, kept] = await ask(page, { call: 'annotation.save', args: args['annotation.save'] }, { call: 'tags.keep', args: args['tags.keep'] });
  expect([saved, kept]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await writtenRows(page)).not.toBe(before);
  await page.close();
  await tab.close();
});
