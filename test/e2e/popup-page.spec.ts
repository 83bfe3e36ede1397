import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { choose, disappears, focusIsOn, lists, popupOver, post, row, save, showPost, shownOn, useStage } from './support.ts';

const stage = useStage();
const name = 'harbour_gazette/93';

test('On pages decides at once what open pages show', async () => {
  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  await showPost(tab, name);
  await tab.find('button', /^Annotate/, { in: post(name) });
  const popup = await stage.driver.extensionPage('popup.html');
  await save(stage, popup, [{ name, tags: ['vote'], note: 'The date.' }]);
  await tab.find('list', 'Tags', { in: post(name) });

  await choose(popup, 'On pages', 'Mark');
  await disappears(tab, 'list', 'Tags', post(name));
  await tab.find('button', /^Edit annotation/, { in: post(name) });
  expect(await shownOn(tab, name)).toEqual({ tags: [], notes: [] });

  await choose(popup, 'On pages', 'Nothing');
  await disappears(tab, 'button', /^(Annotate|Edit)/);

  await popup.reload();
  const choice = await popup.find('combobox', 'On pages');
  await eventually(async () => await choice.value() === 'nothing', { what: 'the choice made before' });
  await choose(popup, 'On pages', 'Notes');
  await tab.find('list', 'Tags', { in: post(name) });
  expect(await shownOn(tab, name)).toEqual({ tags: ['vote'], notes: ['The date.'] });
  await popup.close();
  await tab.close();
});

test.each([
  ['harbour_talk', /no posts of this name on the web/],
  ['harbour_gazette', /Press “Preview channel”/],
  ['s/harbour_gazette?q=zeppelin', /search found no posts/],
])('over t.me/%s the popup says why nothing can be annotated there', async (path, reason) => {
  const tab = await stage.driver.open(`https://t.me/${path}`);
  const popup = await popupOver(stage, tab);
  expect(await (await popup.find('note')).text()).toMatch(reason);
  await tab.close();
  await popup.close();
});

test('over a page with posts it says nothing of the kind', async () => {
  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  const popup = await popupOver(stage, tab);
  await lists(popup, 'Harbour Gazette › 93');
  expect(await popup.findAll('note')).toEqual([]);
  await tab.close();
  await popup.close();
});

test('the keyboard goes from the search through filters and rows to the footer', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await save(stage, popup, [{ name: 'harbour_gazette/90', tags: ['tariff'] }]);
  await lists(popup, 'Harbour Gazette › 90', 'Harbour Gazette › 93');
  await focusIsOn(popup, 'Search annotations');
  const rowStops = (id: number) => [`Harbour Gazette › ${id}`, 'Open in Telegram', 'Edit', 'Delete'];
  for (const stop of ['Tag', 'Channel', 'Date', 'More', ...rowStops(90), ...rowStops(93), 'Export JSON', 'Open library', 'On pages']) {
    await popup.press('Tab');
    expect((await popup.focused()).name).toBe(stop);
  }
  await popup.close();
});

test('with the keyboard alone an annotation is edited, saved, deleted and brought back', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await lists(popup, 'Harbour Gazette › 90', 'Harbour Gazette › 93');
  await focusIsOn(popup, 'Search annotations');
  for (let i = 0; i < 7; i++) await popup.press('Tab');
  await popup.press('Enter');
  await focusIsOn(popup, 'Add tag');
  await popup.type('quay');
  await popup.press('Enter');
  await popup.press('Enter');
  await focusIsOn(popup, 'Note');
  await popup.type('By the keyboard.');
  await popup.press('Tab');
  await focusIsOn(popup, 'Save');
  await popup.press('Enter');
  await focusIsOn(popup, 'Edit');
  await eventually(async () => {
    const [, note] = await popup.findAll('paragraph', undefined, row('harbour_gazette/90'));
    return await note?.text() === 'By the keyboard.';
  }, { what: 'the note in its row' });
  await popup.press('Tab');
  await popup.press('Enter');
  await focusIsOn(popup, 'Undo');
  await popup.press('Enter');
  await focusIsOn(popup, 'Edit');
  await popup.press('Enter');
  await focusIsOn(popup, 'Add tag');
  await popup.press('Escape');
  await focusIsOn(popup, 'Edit');
  await eventually(async () => (await popup.findAll('listitem', undefined, `${row('harbour_gazette/90')} ul`)).length === 2);
  await popup.close();
});
