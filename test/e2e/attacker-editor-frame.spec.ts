/** Pages that frame the editor themselves, with tokens that they guessed, or that were given to others. */
import { beforeAll, expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { channel, secrets, useAttackedStage } from './attacker.ts';
import { browserName, focusIsOn, openEditor, post } from './support.ts';

const { stage, written } = useAttackedStage();
const name = 'harbour_gazette/93';
beforeAll(() => written({ name, ...secrets }));

/** The token of the editor that is open on the post. No page knows it; a test asks the editor itself. */
async function tokenIn(tab: Tab): Promise<string> {
  const editor = await tab.framed('Annotation', { in: post(name) });
  await editor.find('textbox', 'Note');
  return editor.evaluate(() => location.hash);
}

/** Where our own script finds the editor: in Chromium an address that changes each time the browser starts. */
async function editorAddress(): Promise<string> {
  const page = await stage.driver.extensionPage('popup.html');
  const address = await page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Record<string, { runtime: { getURL(path: string): string } }>;
    return (browser ?? chrome)?.runtime.getURL('editor.html') ?? '';
  });
  await page.close();
  return address;
}

/** What each of these addresses shows when the page frames it: 'the form', or the words of a refusal. */
async function framedBy(tab: Tab, addresses: readonly string[]): Promise<string[]> {
  const before = tab.page.frames();
  await tab.evaluate((all) => Promise.all(all.map((src) => new Promise((resolve) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.className = 'theirs';
    frame.addEventListener('load', resolve);
    // What Firefox refuses never loads.
    setTimeout(resolve, 1_000);
    frame.src = src;
  }))), addresses);
  const theirs = tab.page.frames().filter((frame) => !before.includes(frame));
  expect(theirs).toHaveLength(addresses.length);
  const shown = await Promise.all(theirs.map(async (frame) => eventually(() => frame.evaluate(() => (
    document.forms.length > 0 ? 'the form' : document.body?.innerText
  )), { timeout: 2_000 }).catch(() => 'nothing')));
  // Browsers tell the console what they refuse.
  const errors = stage.driver.errors.splice(0);
  expect(errors.filter((error) => !/Denying load|may not load/.test(error))).toEqual([]);
  return shown;
}

/** Of a form whose address holds no token. */
const unread = 'That did not work. Try again; should it fail again, reload the page.';
/** Of one whose token is worth nothing. */
const refusal = 'This was deleted or moved meanwhile. Close it and open it again.';
/** Chromium's, of an address that a page may not frame. */
const blocked = 'This page has been blocked by Chromium';

test('without a token, or with a guessed one, the form is refused; a page of another site gets no page of ours at all', async () => {
  const address = await editorAddress();
  const tab = await stage.driver.open(channel);
  await openEditor(tab, name);
  const guesses = ['', '#', '#token=', `#token=${crypto.randomUUID()}`, '#token=__proto__&theme=dark'];
  const shown = await framedBy(tab, guesses.map((guess) => address + guess));
  expect(shown).toEqual([unread, unread, unread, refusal, unread]);

  const foreign = await stage.driver.open('https://example.org/embed');
  for (const each of await framedBy(foreign, [address + await tokenIn(tab), address])) expect(['nothing', blocked]).toContain(each);
  await foreign.close();
  // The real one is as it was.
  await (await tab.framed('Annotation', { in: post(name) })).find('textbox', 'Note');
  await tab.close();
});

test('a token is worth nothing in another tab, and nowhere once its form is done', async () => {
  const address = await editorAddress();
  const tab = await stage.driver.open(channel);
  await openEditor(tab, name);
  const token = await tokenIn(tab);
  const other = await stage.driver.open(channel);
  expect(await framedBy(other, [address + token])).toEqual([refusal]);
  await tab.bringToFront();
  await (await (await tab.framed('Annotation', { in: post(name) })).find('textbox', 'Note')).focus();
  await tab.press('Escape');
  await focusIsOn(tab, 'Edit annotation of post 93');
  for (const page of [other, tab]) expect(await framedBy(page, [address + token])).toEqual([refusal]);
  await other.close();
  await tab.close();
});

test('what the page does find of the form it cannot read, in the tab of the token either', async () => {
  const address = await editorAddress();
  const tab = await stage.driver.open(channel);
  await openEditor(tab, name);
  expect(await framedBy(tab, [address + await tokenIn(tab)])).toEqual(['the form']);
  const read = await tab.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('.theirs');
    const tries: [string, () => unknown][] = [
      ['document', () => frame?.contentDocument], ['window', () => frame?.contentWindow?.document.body.innerText],
      ['address', () => frame?.contentWindow?.location.href], ['name', () => frame?.contentWindow?.name],
    ];
    return tries.flatMap(([what, look]) => {
      try {
        return look() === null ? [] : [what];
      } catch {
        return [];
      }
    });
  });
  expect(read).toEqual([]);
  await tab.close();
});

if (browserName === 'chromium') test('the address that every page could work out from the id of the extension is no address of it', async () => {
  const page = await stage.driver.extensionPage('popup.html');
  const origin = await page.evaluate(() => location.origin);
  await page.close();
  const tab = await stage.driver.open(channel);
  expect(await framedBy(tab, [`${origin}/editor.html`, `${origin}/popup.html`, `${origin}/library.html`])).toEqual([blocked, blocked, blocked]);
  await tab.close();
});
