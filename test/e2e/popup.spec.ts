import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { annotate, choose, disappears, filterBy, focusIsOn, lists, row, save, useStage } from './support.ts';

const stage = useStage();

const written = [
  { name: 'northern_herald/139', tags: ['порт', 'urgent'], note: 'Два срока.' },
  { name: 'harbour_gazette/90', tags: ['tariff'], note: 'Four pages.' },
  { name: 'harbour_gazette/93', tags: ['tariff', 'urgent'], note: 'First mention of the date.' },
];
const [herald, draft, vote] = ['Вестник Севера › 139', 'Harbour Gazette › 90', 'Harbour Gazette › 93'] as const;

test('a newcomer is told what to do, with a channel to try it on', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  const steps = await popup.find('region', 'Your first annotation');
  expect(await steps.text()).toMatch(/Open a public channel[^]*Annotate[^]*Save/);
  const example = await popup.find('link', 't.me/s/telegram');
  expect(await example.attribute('href')).toBe('https://t.me/s/telegram');
  expect(await popup.findAll('list', 'Annotations')).toEqual([]);
  await popup.close();
});

test('annotations are listed newest first, with the post, the note and the tags', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await save(stage, popup, written);
  await lists(popup, vote, draft, herald);
  const shown = row('northern_herald/139');
  const said = await Promise.all((await popup.findAll('paragraph', undefined, shown)).map((each) => each.text()));
  expect(said).toEqual([expect.stringMatching(/^В договоре на волнолом/), 'Два срока.']);
  const tags = await popup.findAll('listitem', undefined, `${shown} ul`);
  expect(await Promise.all(tags.map((tag) => tag.text()))).toEqual(['порт', 'urgent']);
  await popup.close();
});

test('a row links to the post in its feed, and to the app apart', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  const place = { in: row('harbour_gazette/93') };
  expect(await (await popup.find('link', vote, place)).attribute('href')).toBe('https://t.me/s/harbour_gazette/93');
  const app = await popup.find('link', 'Open in Telegram', place);
  expect(await app.attribute('href')).toBe('tg://resolve?domain=harbour_gazette&post=93');
  await popup.close();
});

test('the list is narrowed by tag, by channel and by words, all at once', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await filterBy(popup, 'Tag', 'urgent');
  await lists(popup, vote, herald);
  await filterBy(popup, 'Channel', 'Harbour');
  await lists(popup, vote);
  await (await popup.find('button', 'Remove filter: tag urgent')).click();
  await lists(popup, vote, draft);
  await popup.find('button', 'Remove filter: channel Harbour Gazette');
  await (await popup.find('searchbox', 'Search annotations')).focus();
  await popup.type('four pag');
  await lists(popup, draft);
  expect(await (await popup.find('status')).text()).toBe('1 found');
  await popup.close();
});

test('fields, phrases and exclusion narrow it too; hits are marked, and what means nothing is said', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  const search = await popup.find('searchbox', 'Search annotations');
  await search.focus();
  await popup.type('tag:tariff -"first mention" kind:foto');
  await lists(popup, draft);
  const told = await Promise.all((await popup.findAll('status')).map((each) => each.text()));
  expect(told).toContainEqual(expect.stringMatching(/^“foto” is no kind of post\. There are: text, photo/));
  await popup.reload();
  await (await popup.find('searchbox', 'Search annotations')).focus();
  await popup.type('сроки');
  await lists(popup);
  await popup.press('Backspace');
  await lists(popup, herald);
  const marks = await popup.evaluate(() => [...document.querySelectorAll('mark')].map((each) => each.textContent));
  expect(marks).toContain('срока');
  await popup.close();
});

test('when nothing is found it says so, and leads back to all', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await filterBy(popup, 'Tag', 'tariff');
  await lists(popup, vote, draft);
  await (await popup.find('searchbox', 'Search annotations')).focus();
  await popup.type('срок');
  const back = await popup.find('button', 'Show all');
  await eventually(async () => (await popup.evaluate(() => document.body.innerText)).includes('Nothing found for “срок”.'));
  await back.click();
  await lists(popup, vote, draft, herald);
  expect(await (await popup.find('searchbox', 'Search annotations')).value()).toBe('');
  await disappears(popup, 'button', 'Show all');
  await popup.close();
});

test('what is written on a page appears in an open popup', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await lists(popup, vote, draft, herald);
  const tab = await stage.driver.open('https://t.me/s/khabar_bandar');
  await annotate(tab, 'khabar_bandar/47', { tags: ['تعرفه'], note: 'با دقت بخوان' });
  await lists(popup, 'خبر بندر › 47', vote, draft, herald);
  const [, note] = await popup.findAll('paragraph', undefined, row('khabar_bandar/47'));
  expect(await note?.handle.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await tab.close();
  await popup.close();
});

test('several tags are asked for at once, and other orders are there to choose from', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await filterBy(popup, 'Tag', 'tariff');
  await filterBy(popup, 'Tag', 'urgent');
  await lists(popup, vote);
  await popup.press('Shift', 'Tab');
  await focusIsOn(popup, 'Remove filter: tag urgent');
  await popup.press('Enter');
  await lists(popup, vote, draft);
  await focusIsOn(popup, 'Tag');
  await (await popup.find('button', /^Remove filter: tag tariff/)).click();
  await choose(popup, 'Order', 'By channel');
  await lists(popup, vote, draft, 'Вестник Севера › 139', 'خبر بندر › 47');
  await popup.close();
});

test('going through a menu chooses nothing before Enter', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await choose(popup, 'Tag', 'tariff');
  expect(await popup.findAll('button', /^Remove filter/)).toEqual([]);
  await popup.press('Enter');
  await popup.find('button', 'Remove filter: tag tariff');
  await popup.close();
});

test('the library opens with what was looked for', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await filterBy(popup, 'Tag', 'tariff');
  await (await popup.find('searchbox', 'Search annotations')).focus();
  await popup.type('mention');
  await lists(popup, vote);
  await (await popup.find('button', 'Open library')).click();
  const library = await stage.driver.tab(/library\.html/);
  await lists(library, vote);
  expect(await (await library.find('searchbox', 'Search annotations')).value()).toBe('mention');
  await library.find('button', 'Remove filter: tag tariff');
  await library.close();
  await popup.close();
});
