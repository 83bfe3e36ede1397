/** A post embedded in a sandboxed frame, in which no page of the extension runs: the form has a tab of its own. */
import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { disappears, focusIsOn, post, shownOn, useStage, write } from './support.ts';

const stage = useStage();
const name = 'harbour_gazette/93';
const form = /\/editor\.html#token=/;

async function embedded(sandbox: string) {
  const tab = await stage.driver.open(`https://example.org/embed?post=${name}&sandbox=${sandbox}`);
  const embed = await tab.framed('Telegram Widget');
  return { tab, embed };
}

async function isClosed(tab: Tab): Promise<void> {
  // Firefox goes on listing a closed tab when it showed an extension page; it cannot be asked for anything.
  await eventually(() => tab.evaluate(() => false).catch(() => true), { what: 'the tab of the form to close' });
}

test('the form opens in a tab that shows the post, and what is saved there is shown in the frame', async () => {
  const { tab, embed } = await embedded('allow-scripts');
  await (await embed.find('button', /^Annotate/, { in: post(name) })).click();
  const words = await embed.find('status', undefined, { in: post(name) });
  expect(await words.name()).toBe('The form is open in a tab of its own.');

  const editor = await stage.driver.tab(form);
  await editor.find('heading', /Harbour Gazette › 93/);
  expect(await (await editor.find('article')).text()).toContain('A second vote');
  await focusIsOn(editor, 'Add tag');
  await write(editor, { tags: ['port'], note: 'From a tab.' });
  await isClosed(editor);
  await disappears(embed, 'status', /tab of its own/);
  await embed.find('button', /^Edit annotation/, { in: post(name) });
  expect(await shownOn(embed, name)).toEqual({ tags: ['port'], notes: ['From a tab.'] });
  await tab.close();
});

test('a second press shows the same tab; Escape, or closing the tab, keeps the draft and frees the post', async () => {
  const { tab, embed } = await embedded('allow-scripts');
  const press = async () => (await embed.find('button', /^(Annotated|Edit annotation)/, { in: post(name) })).click();
  await press();
  await press();
  let editor = await stage.driver.tab(form);
  await focusIsOn(editor, 'Add tag');
  await editor.type('half');
  await tab.bringToFront();
  await press();
  await eventually(() => editor.evaluate(() => document.visibilityState === 'visible'), { what: 'the same tab in front' });
  await editor.press('Escape');
  await isClosed(editor);
  await disappears(embed, 'status', /tab of its own/);

  await press();
  editor = await stage.driver.tab(form);
  expect(await (await editor.find('combobox', 'Add tag')).value()).toBe('half');
  await editor.close();
  await disappears(embed, 'status', /tab of its own/);
  await tab.close();
});

test('a frame that loads the form and does not run it gives way to the tab', async () => {
  const { tab, embed } = await embedded('allow-same-origin');
  // By keyboard, because without its own script the frame stays too low to be pointed into.
  await (await embed.find('button', /^Annotated/, { in: post(name) })).focus();
  await tab.press('Enter');
  await focusIsOn(tab, 'Edit annotation of post 93');
  await tab.press('Enter');
  const editor = await stage.driver.tab(form);
  await editor.find('combobox', 'Add tag');
  await embed.find('status', /tab of its own/);
  await editor.press('Escape');
  await isClosed(editor);
  await tab.close();
});
