import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { annotate, focusIsOn, openEditor, post, shownOn, useStage } from './support.ts';

const stage = useStage();
const channel = 'https://t.me/s/harbour_gazette';

test('the same annotation edited in two tabs: the second save shows both texts; giving way can be undone, and both can be kept', async () => {
  const name = 'harbour_gazette/93';
  const first = await stage.driver.open(channel);
  await annotate(first, name, { tags: ['port'], note: 'Start.' });
  const second = await stage.driver.open(channel);
  await second.find('list', 'Tags', { in: post(name) });

  await openEditor(first, name);
  await openEditor(second, name);
  const edit = async (tab: Tab, tag: string, words: string) => {
    await tab.bringToFront();
    await tab.type(tag);
    await tab.press('Enter');
    await tab.press('Enter');
    await tab.press('Control', 'End');
    await tab.type(words);
  };
  await edit(first, 'crane', ' From the first tab.');
  await edit(second, 'ferry', ' From the second tab.');
  await first.bringToFront();
  await first.press('Control', 'Enter');
  await first.find('button', /^Edit annotation/, { in: post(name) });
  await second.bringToFront();
  await second.press('Control', 'Enter');

  const editor = await second.framed('Annotation');
  const mine = await editor.find('group', 'Yours, from here');
  const theirs = await editor.find('group', 'Saved meanwhile');
  expect(await mine.text()).toContain('Start. From the second tab.');
  expect(await mine.text()).toContain('ferry');
  expect(await theirs.text()).toContain('Start. From the first tab.');
  expect(await theirs.text()).toContain('crane');

  await (await editor.find('button', 'Keep the saved one')).click();
  await focusIsOn(second, 'Undo');
  await second.press('Enter');
  await focusIsOn(second, 'Add tag');
  expect(await (await editor.find('textbox', 'Note')).value()).toBe('Start. From the second tab.');
  await second.press('Control', 'Enter');

  await (await editor.find('button', 'Keep both')).click();
  await eventually(async () => (await shownOn(first, name)).tags.length === 3);
  expect(await shownOn(first, name)).toEqual({
    tags: ['port', 'ferry', 'crane'],
    notes: ['Start. From the second tab. Start. From the first tab.'],
  });
  await first.close();
  await second.close();
});

test('ten posts saved within one second from two tabs are ten rows', async () => {
  const names = [80, 82, 85, 87, 88, 90, 91, 92, 75, 78].map((id) => `harbour_gazette/${id}`);
  const tabs = [await stage.driver.open(channel), await stage.driver.open(channel)];
  for (const [i, name] of names.entries()) {
    const tab = tabs[i % 2];
    if (!tab) continue;
    await openEditor(tab, name);
    await tab.press('Enter');
    await tab.type(`number ${i}`);
  }
  const editors = await Promise.all(names.map((name, i) => tabs[i % 2]?.framed('Annotation', { in: post(name) })));
  const begun = Date.now();
  await Promise.all(editors.map((editor) => editor?.evaluate(() => document.querySelector('form')?.requestSubmit())));
  expect(Date.now() - begun).toBeLessThan(1_000);

  const popup = await stage.driver.extensionPage('popup.html');
  await eventually(async () => (await popup.findAll('link', /›/)).length === names.length + 1, { what: 'eleven rows' });
  for (const tab of [...tabs, popup]) await tab.close();
});
