import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { annotate, openEditor, post, showPost, shownOn, useStage } from './support.ts';

const stage = useStage();

const channel = 'https://t.me/s/harbour_gazette';
const annotations = [
  { name: 'harbour_gazette/93', tags: ['claims/false', 'port'], note: 'First mention of the date.' },
  { name: 'harbour_gazette/88', tags: ['цены', 'порт'], note: 'Проверить 🙂 по протоколу.\n\nВторая строка.' },
  { name: 'harbour_gazette/90', tags: ['ميناء'], note: 'أول ذكر للموعد' },
] as const;

function spoken(note: string): string {
  return note.replace(/\s+/g, ' ');
}

test('posts are annotated in three scripts, shown at once, after a reload and in a second tab', async () => {
  const { driver } = stage;
  const tab = await driver.open(channel);
  for (const { name, tags, note } of annotations) await annotate(tab, name, { tags, note });
  const expectShown = async (where: typeof tab) => {
    for (const { name, tags, note } of annotations) {
      await showPost(where, name);
      await where.find('list', 'Tags', { in: post(name) });
      expect(await shownOn(where, name)).toEqual({ tags, notes: [spoken(note)] });
    }
  };
  await expectShown(tab);
  await tab.reload();
  await expectShown(tab);
  const second = await driver.open(channel);
  await expectShown(second);

  // An edit in one tab shows in the other within a second.
  const [{ name }] = annotations;
  await openEditor(second, name);
  await second.press('Enter');
  await second.press('End');
  await second.type(' And again.');
  await second.press('Control', 'Enter');
  await second.find('button', /^Edit annotation/, { in: post(name) });
  await eventually(async () => (await shownOn(tab, name)).notes[0] === 'First mention of the date. And again.', { timeout: 1_000, what: 'the edit to show in the other tab' });
  await tab.close();
  await second.close();
});

test('everything is there after the browser was closed and started again', async () => {
  const { driver } = stage;
  await driver.restart();
  const tab = await driver.open(channel);
  await showPost(tab, 'harbour_gazette/88');
  await tab.find('list', 'Tags', { in: post('harbour_gazette/88') });
  expect(await shownOn(tab, 'harbour_gazette/88')).toEqual({ tags: ['цены', 'порт'], notes: [spoken(annotations[1].note)] });
  await tab.close();
});

test('the popup lists them newest first and finds each by a word of its note, its tag, its post', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  const links = async () => {
    const list = await popup.find('list', 'Annotations');
    expect(list).toBeDefined();
    return popup.names('link', /›/);
  };
  const settles = (expected: string[]) => eventually(async () => {
    const now = await links();
    return now.length === expected.length && now.every((name, i) => name === expected[i]);
  }, { what: `the list ${expected.join(', ')}` });
  const row = (id: number) => `Harbour Gazette › ${id}`;
  await settles([row(93), row(90), row(88)]);

  const search = await popup.find('searchbox', 'Search annotations');
  for (const [words, id] of [['mention', 93], ['ЦЕН', 88], ['ذكر', 90], ['false', 93], ['second vote', 93], ['timetable', 88]] as const) {
    await search.focus();
    await popup.evaluate(() => (document.activeElement as HTMLInputElement).select());
    await popup.type(words);
    await settles([row(id)]);
  }
  await popup.close();
});

test('Export JSON holds what was typed, and the text of the post line by line', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await (await popup.find('button', 'Export JSON')).click();
  const { downloads } = stage.driver;
  const file = await eventually(async () => (
    (await readdir(downloads)).find((name) => /^postil-\d{4}-\d\d-\d\d\.json$/.test(name))
  ));
  const exported = await eventually(async () => {
    const text = await readFile(join(downloads, file), 'utf8');
    return text.endsWith('}\n') ? JSON.parse(text) as ExportedFile : undefined;
  });
  expect(exported).toMatchObject({ format: 'postil', version: 1 });
  expect(exported.annotations).toHaveLength(3);
  for (const { name, tags, note } of annotations) {
    const [handle, id] = name.split('/');
    const found = exported.annotations.find(({ post: { channel: of, postId } }) => of === handle && postId === Number(id));
    const written = note === annotations[0].note ? `${note} And again.` : note;
    expect(found).toMatchObject({ tags, note: written, post: { url: `https://t.me/${name}`, channelId: 1_700_100_201 }, target: { kind: 'post' } });
  }
  const long = exported.annotations.find(({ post: { postId } }) => postId === 88);
  expect(long?.post.text?.split('\n')).toEqual(textOf(88).split('\n'));
  await popup.close();
});

interface ExportedFile {
  annotations: { post: { channel: string; postId: number; text?: string } }[];
}

function textOf(id: number): string {
  const found = stage.site.channels.find((each) => each.handle === 'harbour_gazette')?.posts.find((each) => each.id === id);
  return found?.text ?? '';
}
