/** What became of an annotated post, as the library tells it. What pages would have seen is written into the database. */
import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { type Look, seeAgain } from './sightings.ts';
import { choose, disappears, expectSound, focusIsOn, lists, pressSummary, row, save, useStage } from './support.ts';

const stage = useStage();
const day = 24 * 60 * 60 * 1_000;
const start = 1_789_000_000_000;

const before = 'The ferry leaves at eight. The harbour office says that repairs of the west quay are to begin in May, whatever the weather.';
const after = 'The ferry leaves at nine. The harbour office says that repairs of the west quay are to begin in May, whatever the weather.';

const looks: Look[] = [
  { at: start + day, text: before, views: '1.1K', serverTime: start + day - 2_000 },
  { at: start + 12 * day, text: after, views: '2.4K', reactions: [{ emoji: '👍', count: '12' }] },
];

async function hasText(tab: Tab, selector: string, words: string): Promise<void> {
  await eventually(() => tab.evaluate((css, wanted) => (
    [...document.querySelectorAll(css)].some((element) => element.textContent?.includes(wanted))
  ), selector, words), { what: `${words} in ${selector}` });
}

/** What is taken away and what is put in, without the words for who hears it. */
async function changed(tab: Tab, within: string): Promise<string[]> {
  return tab.evaluate((css) => [...document.querySelectorAll(`${css} del, ${css} ins`)].map((element) => {
    const text = [...element.childNodes].filter((node) => node instanceof Text).map((node) => node.textContent).join('');
    return `${element.tagName === 'DEL' ? '-' : '+'}${text}`;
  }), within);
}

async function openDetail(tab: Tab, name: string): Promise<void> {
  await (await tab.find('button', 'Edit', { in: row(name) })).click();
  await tab.find('region', 'History of the post');
}

/** Of both versions. What is unfolded moves what comes after it, so that a press may miss: each is looked for anew. */
async function unfoldEvidence(tab: Tab): Promise<void> {
  await eventually(async () => {
    await (await tab.page.$('.evidence:not([open]) > summary'))?.click();
    return (await tab.page.$$('.evidence[open] code')).length === 2;
  }, { what: 'the evidence of both versions' });
}

test('without a change the list of changes says how it comes to know of one', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await save(stage, library, [{ name: 'harbour_gazette/88', tags: ['timetable'], note: 'Which pier?', text: before }, { name: 'harbour_gazette/90' }]);
  await lists(library, 'Harbour Gazette › 90', 'Harbour Gazette › 88');
  await (await library.find('link', 'Changes')).click();
  await hasText(library, '.changes p', 'no request is made');
  await library.close();
});

test('what changed, or is not shown any more, is listed and leads to its history, which is compared', async () => {
  const library = await stage.driver.extensionPage('library.html#changes');
  // Firefox reports what is still being loaded when the page is loaded anew.
  await library.find('region', 'Changes');
  await seeAgain(library, 88, looks);
  await seeAgain(library, 90, [{ at: start + 3 * day }]);
  await library.reload();
  await lists(library, 'Harbour Gazette › 88', 'Harbour Gazette › 90');
  expect(await changed(library, '.changes')).toEqual(['-eight', '+nine']);
  await hasText(library, '.changes .missing', 'Not shown, though its neighbours were');

  await (await library.find('link', 'Harbour Gazette › 88')).click();
  const history = await library.find('region', 'History of the post');
  await hasText(library, '.post-state', 'Changed since');
  await eventually(async () => (await changed(library, '.compare')).join() === '-eight,+nine');
  await choose(library, 'From', 'Version 2');
  await hasText(library, '.compare', 'Nothing differs.');
  await choose(library, 'From', 'Version 1');
  await pressSummary(library, '.whole summary');
  await eventually(async () => (await library.findAll('article', /.*/, '.beside')).length === 2, { what: 'both posts' });
  expect(await history.text()).toContain('2.4K views');
  await pressSummary(library, '.looks summary');
  await eventually(async () => (await library.findAll('row', /.*/, '.looks')).length === 4, { what: 'three looks and the head of the table' });
  await hasText(library, '.looks .after-gap', '👍 12');
  await library.find('img', 'Views over time: 3 looks');
  await library.close();
});

test('that a post was not shown is an observation', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await openDetail(library, 'harbour_gazette/90');
  await hasText(library, '.post-state', 'though its neighbours were');
  expect(await library.evaluate(() => document.querySelector('.history')?.textContent)).not.toMatch(/deleted/i);
  await library.close();
});

test('each version shows its hash, what was hashed, and whether it still agrees', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await openDetail(library, 'harbour_gazette/88');
  await library.find('region', 'Versions');
  await unfoldEvidence(library);
  await hasText(library, '.evidence', 'it agrees');
  await hasText(library, '.evidence', '2026-09-');
  const hashes = await library.evaluate(async () => Promise.all([...document.querySelectorAll('.evidence')].map(async (each) => {
    const form = new TextEncoder().encode(each.querySelector('pre')?.textContent ?? '');
    const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', form))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return [each.querySelector('code')?.textContent, digest];
  })));
  expect(hashes).toHaveLength(2);
  for (const [shown, digest] of hashes) expect(shown).toBe(digest);

  await library.evaluate(() => new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('postil');
    opening.addEventListener('success', () => {
      const { result: db } = opening;
      const transaction = db.transaction('captures', 'readwrite');
      const captures = transaction.objectStore('captures');
      const all = captures.getAll();
      all.addEventListener('success', () => {
        for (const row of all.result) if (row.content.text?.includes('nine')) captures.put({ ...row, content: { ...row.content, text: 'Tampered.' } });
      });
      transaction.addEventListener('complete', () => { db.close(); resolve(); });
      transaction.addEventListener('error', reject);
    });
  }));
  await library.reload();
  await library.find('region', 'Versions');
  await unfoldEvidence(library);
  await hasText(library, '.evidence', 'does NOT agree');
  await seeAgain(library, 88, looks);
  await library.close();
});

test('by keyboard, an annotation is moved to another version, and back; a form that is open meanwhile saves', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await openDetail(library, 'harbour_gazette/88');
  await (await library.find('button', 'Move my annotation to this version: Version 2')).focus();
  await library.press('Enter');
  await focusIsOn(library, 'Undo');
  await hasText(library, '.post-state', 'The same at the last look');
  await hasText(library, '.detail > .post', 'at nine');
  await library.press('Enter');
  await hasText(library, '.post-state', 'Changed since');
  await hasText(library, '.detail > .post', 'at eight');
  await disappears(library, 'button', 'Undo');

  await (await library.find('button', 'Move my annotation to this version: Version 2')).click();
  await focusIsOn(library, 'Undo');
  await hasText(library, '.detail > .post', 'at nine');
  await (await library.find('textbox', 'Note')).focus();
  await library.type('Later now. ');
  await (await library.find('button', 'Save')).click();
  await hasText(library, row('harbour_gazette/88'), 'Later now.');
  await disappears(library, 'button', 'Keep both');
  await library.close();
  await expectSound(stage);
});

test('a quote is shown as the words of the channel, marked in the post, and stays where its words are not', async () => {
  const library = await stage.driver.extensionPage('library.html');
  const exact = 'repairs of the west quay are to begin in May';
  await save(stage, library, [{ name: 'harbour_gazette/91', note: 'Who pays?', text: before, quote: exact, link: 'begin in May, whatever' }]);
  await hasText(library, `${row('harbour_gazette/91')} q`, exact);
  await seeAgain(library, 91, [{ at: start + day, text: after }, { at: start + 2 * day, text: 'Nothing to see.' }]);
  await openDetail(library, 'harbour_gazette/91');
  // The link that begins in the quote goes on after it.
  const texts = (css: string) => library.evaluate((each) => [...document.querySelectorAll(each)].map(({ textContent }) => textContent), css);
  await eventually(async () => (await texts('.detail > .post mark')).join('|') === 'repairs of the west quay are to |begin in May', { what: 'the quote' });
  expect(await texts('.detail > .post .post-text a')).toEqual(['begin in May, whatever']);
  await (await library.find('button', 'Move my annotation to this version: Version 3')).click();
  await hasText(library, '.post-versions [role=alert]', 'cannot be told for sure');
  await hasText(library, '.detail > .post mark', 'begin in May');
  await (await library.find('button', 'Move my annotation to this version: Version 2')).click();
  await focusIsOn(library, 'Undo');
  await hasText(library, '.detail > .post', 'at nine');
  await hasText(library, '.detail > .post mark', exact);
  await library.close();
});

test('links to archives are plain, and nothing is asked until one is pressed', async () => {
  const library = await stage.driver.extensionPage('library.html');
  const asked: string[] = [];
  library.page.on('request', (request) => asked.push(request.url()));
  await openDetail(library, 'harbour_gazette/90');
  const links = await library.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('.look-further a')].map(({ href, target, rel }) => [href, target, rel]));
  expect(links).toEqual([
    'https://web.archive.org/web/*/https://t.me/s/harbour_gazette/90', 'https://web.archive.org/web/*/https://t.me/harbour_gazette/90',
    'https://archive.ph/https://t.me/s/harbour_gazette/90', 'https://archive.ph/https://t.me/harbour_gazette/90',
  ].map((href) => [href, '_blank', 'noreferrer']));
  expect(asked.filter((url) => /^https?:/.test(url))).toEqual([]);
  await library.close();
});
