import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { expectAccessible } from './axe.ts';
import { disappears, focusIsOn, lists, post, row, save, showPost, useStage } from './support.ts';

const stage = useStage();

const written = [
  { name: 'northern_herald/139', tags: ['порт'], note: 'Два срока.' },
  { name: 'harbour_gazette/88', tags: ['timetable'], note: 'For the fridge.' },
  { name: 'harbour_gazette/93', tags: ['vote', 'порт'], note: 'Compare.' },
];
const [vote, timetable, herald] = ['Harbour Gazette › 93', 'Harbour Gazette › 88', 'Вестник Севера › 139'] as const;

async function says(tab: Tab, words: string): Promise<void> {
  await eventually(async () => (await tab.evaluate(() => document.body.innerText)).includes(words), { what: `the words ${words}` });
}

async function counts(tab: Tab): Promise<string[]> {
  await (await tab.find('button', 'Check my data')).click();
  await says(tab, 'All is well.');
  return tab.evaluate(() => [...document.querySelectorAll('dl > div')].map((each) => each.textContent));
}

test('what was deleted in the popup is restored in the library, by keyboard, and deleted again by Undo', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await save(stage, popup, written);
  await lists(popup, vote, timetable, herald);
  const library = await stage.driver.extensionPage('library.html');
  await lists(library, vote, timetable, herald);
  await (await library.find('link', 'Recently deleted')).click();
  await says(library, 'Nothing is here.');

  await popup.bringToFront();
  await (await popup.find('button', 'Delete', { in: row('harbour_gazette/88') })).click();
  await lists(library, timetable);
  await says(library, '30 days left');
  await says(library, 'For the fridge.');
  await popup.close();
  await library.reload();
  await lists(library, timetable);
  expect(await (await library.find('link', 'Recently deleted')).attribute('aria-current')).toBe('page');
  expect(await library.findAll('searchbox')).toEqual([]);
  await expectAccessible(library, 'recently deleted');

  await (await library.find('link', 'Help')).focus();
  for (const name of [timetable, 'Restore']) {
    await library.press('Tab');
    await focusIsOn(library, name);
  }
  await library.press('Enter');
  await focusIsOn(library, 'Undo');
  await says(library, 'Restored.');
  await disappears(library, 'link', timetable);
  await library.press('Enter');
  await focusIsOn(library, 'Restore');
  await library.press('Enter');
  await focusIsOn(library, 'Undo');
  await (await library.find('link', 'Annotations')).click();
  await lists(library, vote, timetable, herald);
  await library.evaluate(() => history.back());
  await says(library, 'Nothing is here.');
  await library.close();
});

test('what comes back onto a post that was annotated anew joins the text there, which no Undo could part again', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await (await library.find('button', 'Delete', { in: row('harbour_gazette/88') })).click();
  await lists(library, vote, herald);
  await save(stage, library, [{ name: 'harbour_gazette/88', note: 'Anew.' }]);
  await (await library.find('link', 'Recently deleted')).click();
  await (await library.find('button', 'Restore')).click();
  await says(library, 'both texts stand together');
  expect(await library.findAll('button', 'Undo')).toEqual([]);
  await (await library.find('link', 'Annotations')).click();
  const notes = async () => Promise.all((await library.findAll('paragraph', undefined, row('harbour_gazette/88'))).map((each) => each.text()));
  await eventually(async () => (await notes()).includes('Anew.\n\nFor the fridge.'), { what: 'both texts' });
  await library.close();
});

test('everything is counted and found well, and deleted only after an export', async () => {
  const page = await stage.driver.open('https://t.me/s/harbour_gazette');
  await showPost(page, 'harbour_gazette/93');
  await page.find('button', /^Edit annotation/, { in: post('harbour_gazette/93') });

  const library = await stage.driver.extensionPage('library.html#data');
  expect(await counts(library)).toEqual([
    'Annotations3', 'Recently deleted1', 'Kept posts3', 'Channels2', 'Tags3', 'Authors1', 'Drafts0',
  ]);
  await (await library.find('button', 'Delete everything…')).click();
  await says(library, 'This deletes 3 annotations');
  const erase = await library.find('button', 'Delete everything');
  const isDisabled = () => erase.handle.evaluate((element) => element.matches(':disabled'));
  expect(await isDisabled()).toBe(true);
  await expectAccessible(library, 'your data');
  await library.press('Escape');
  await focusIsOn(library, 'Delete everything…');

  await library.press('Enter');
  await library.press('Tab');
  await focusIsOn(library, 'Export first');
  await library.press('Enter');
  await says(library, 'Exported: see your downloads.');
  const exported = JSON.parse(await stage.driver.downloaded(/^postil-.*\.json$/)) as { annotations: unknown[] };
  expect(exported.annotations).toHaveLength(3);
  for (const name of ['I need no copy', 'Delete everything']) {
    await library.press('Tab');
    await focusIsOn(library, name);
  }
  await library.press('Enter');
  await eventually(() => library.evaluate(() => document.activeElement?.textContent === 'Everything was deleted.'), { what: 'the last word, in focus' });
  expect(await counts(library)).toEqual([
    'Annotations0', 'Recently deleted0', 'Kept posts0', 'Channels0', 'Tags0', 'Authors0', 'Drafts0',
  ]);
  await page.bringToFront();
  await page.find('button', /^Annotate/, { in: post('harbour_gazette/93') });
  await disappears(page, 'button', /^Edit annotation/);
  await library.close();
  await page.close();
});
