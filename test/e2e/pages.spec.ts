/** On every page that shows posts, each post offers exactly one Annotate. */
import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { annotate, expectOneEach, post, postsOf, useStage } from './support.ts';

const stage = useStage();

test.for([
  ['the newest posts', 'https://t.me/s/harbour_gazette'],
  ['around one post', 'https://t.me/s/harbour_gazette/45'],
  ['before a post', 'https://t.me/s/northern_herald?before=120'],
  ['after a post', 'https://t.me/s/northern_herald?after=108'],
  ['found posts', 'https://t.me/s/harbour_gazette?q=tariff'],
  ['an alias host', 'https://telegram.me/s/khabar_bandar'],
  ['one embedded post', 'https://t.me/harbour_gazette/45?embed=1'],
] as const)('%s: %s', async ([, url]) => {
  const tab = await stage.driver.open(url);
  const names = await postsOf(tab);
  expect(names.length).toBeGreaterThan(0);
  await expectOneEach(tab, names);
  await tab.close();
});

test('posts that the page loads later', async () => {
  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  const before = await postsOf(tab);
  await tab.find('button', /^Annotate/, { in: post(before.at(-1) ?? '') });
  await tab.evaluate(() => window.scrollTo(0, 0));
  const loaded = await eventually(async () => {
    const now = await postsOf(tab);
    return now.length > before.length ? now : undefined;
  });
  await expectOneEach(tab, loaded);
  await tab.close();
});

test('an embed that rewrites itself for a reader who is logged in', async () => {
  const url = 'https://t.me/harbour_gazette/88?embed=1';
  const tab = await stage.driver.open(url);
  await tab.evaluate(() => localStorage.setItem('stel_tme_token', 'invented'));
  await tab.reload();
  await expectOneEach(tab, ['harbour_gazette/88']);
  await tab.evaluate(() => localStorage.clear());
  await tab.close();
});

test('the badge counts the annotated posts of the page', async () => {
  const url = 'https://t.me/s/northern_herald';
  const tab = await stage.driver.open(url);
  await annotate(tab, 'northern_herald/140', { tags: ['порт'] });
  await annotate(tab, 'northern_herald/139', {});
  await eventually(async () => (await stage.driver.badge(url)) === '2', { what: 'a badge of 2' });
  await tab.bringToFront();
  await tab.evaluate(() => location.assign('https://t.me/s/khabar_bandar'));
  await eventually(async () => (await stage.driver.badge('https://t.me/s/khabar_bandar')) === '', { what: 'no badge' });
  await tab.close();
});

test('a post landing page annotates in its frame', async () => {
  const tab = await stage.driver.open('https://t.me/harbour_gazette/88');
  const embed = await tab.framed('Telegram Widget');
  await embed.find('button', /^Annotate/, { in: post('harbour_gazette/88') });
  expect(await tab.findAll('button', /^Annotate/)).toEqual([]);
  await tab.close();
});

test.for(['harbour_gazette', 'harbour_talk', 'ida_lind', 'nobody_here'])('no Annotate on the card of %s', async (name) => {
  const tab = await stage.driver.open(`https://t.me/${name}`);
  await tab.find('link', undefined);
  expect(await tab.findAll('button', /^Annotate/)).toEqual([]);
  await tab.close();
});
