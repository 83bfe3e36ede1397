/** The page that opens by itself once Postil is installed. */
import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { expectAccessible } from './axe.ts';
import { disappears, focusIsOn, useStage, write } from './support.ts';

const stage = useStage({ greeted: true });

test('whoever has just installed Postil does the main job on a sample, by keyboard alone, and nothing of it is stored', async () => {
  const welcome = await stage.driver.tab(/\/welcome\.html$/);
  await welcome.find('heading', 'Welcome to Postil');
  await expectAccessible(welcome, 'the page that greets');
  await welcome.press('Tab');
  await focusIsOn(welcome, 'Annotate post 12');
  await welcome.press('Enter');
  await focusIsOn(welcome, 'Add tag');
  await write(welcome, { tags: ['garden'], note: 'Nine days is much.' });
  await focusIsOn(welcome, 'Edit annotation of post 12');
  const tags = await welcome.findAll('listitem', undefined, '[aria-label=Tags]');
  expect(await Promise.all(tags.map((tag) => tag.text()))).toEqual(['garden']);
  expect(await (await welcome.find('article')).text()).toContain('Nine days is much.');
  expect(await (await welcome.find('status')).text()).toContain('That is all there is to it.');
  await expectAccessible(welcome, 'the sample, annotated');

  await welcome.press('Enter');
  await focusIsOn(welcome, 'Add tag');
  await (await welcome.find('button', 'Delete')).click();
  await focusIsOn(welcome, 'Undo');
  await welcome.press('Enter');
  await focusIsOn(welcome, 'Edit annotation of post 12');

  const popup = await stage.driver.extensionPage('popup.html');
  await popup.find('region', 'Your first annotation');
  await popup.close();
  await welcome.bringToFront();
  await welcome.reload();
  await welcome.find('button', 'Annotate post 12');
  await disappears(welcome, 'button', 'Edit annotation of post 12');
});

test('it leads to the channel that is named, and says when none is', async () => {
  const welcome = await stage.driver.extensionPage('welcome.html');
  await (await welcome.find('textbox', /^A channel/)).focus();
  await welcome.type('no channel');
  await welcome.press('Enter');
  expect(await (await welcome.find('alert')).text()).toContain('This names no public channel.');
  await focusIsOn(welcome, 'A channel’s name or t.me link');
  await welcome.press('Control', 'a');
  await welcome.type('@harbour_gazette');
  await disappears(welcome, 'alert');
  await welcome.page.evaluate(() => {
    // What a tab opened by a page loads is not answered here: it is enough to know where it would lead.
    window.open = (url) => {
      document.title = String(url);
      return null;
    };
  });
  await welcome.press('Enter');
  await eventually(async () => (await welcome.evaluate(() => document.title)) === 'https://t.me/s/harbour_gazette', { what: 'the channel to be opened' });
  await welcome.page.setViewport({ width: 320, height: 640 });
  expect(await welcome.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(welcome, 'the narrow page that greets');
  await welcome.close();
});
