/** J, K and A on t.me pages. */
import { expect, test } from 'vitest';
import type { Browser as Extension } from 'webextension-polyfill';
import { type Part, type Tab, eventually } from '../browser/driver.ts';
import { ask, focusIsOn, post, postsOf, shownOn, useStage } from './support.ts';

const stage = useStage();
const channel = 'https://t.me/s/harbour_gazette';

async function setPageKeys(page: Part, pageKeys: boolean): Promise<void> {
  expect(await ask(page, { call: 'options.setPageKeys', args: { pageKeys } })).toMatchObject([{ ok: true }]);
}

/** Waits until the script listens, by whatever post it goes to. */
async function listens(tab: Tab): Promise<void> {
  await eventually(async () => {
    await tab.press('j');
    return /^(Annotate|Edit annotation of) post/.test((await tab.focused()).name);
  }, { what: 'J to go to a post' });
}

/** Presses a key until focus is on this post. */
async function goTo(tab: Tab, key: 'j' | 'k', id: number): Promise<void> {
  await eventually(async () => {
    if ((await tab.focused()).name === `Annotate post ${id}`) return true;
    await tab.press(key);
    return false;
  }, { what: `${key} to lead to post ${id}`, timeout: 30_000 });
}

async function isOnScreen(tab: Tab, name: string): Promise<boolean> {
  return tab.evaluate((selector) => {
    const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    return top >= 0 && bottom <= innerHeight && bottom > top;
  }, post(name));
}

test('the library lists the keys, those of the browser as it has them, and the button says what pages show', async () => {
  const library = await stage.driver.extensionPage('library.html#settings');
  await library.find('row', /^(Alt\+P|⌥P)\s*Annotate the selected words/);
  await library.find('row', /^(Alt\+Shift\+O|⌥⇧O)\s*Open the list/);
  await library.find('row', /^no key\s*Switch what t\.me pages show/);
  await library.find('button', 'Change these keys');
  const title = () => library.evaluate(() => (globalThis as unknown as { chrome: Extension }).chrome.action.getTitle({}));
  for (const [onPages, expected] of [['nothing', 'Postil. On pages: Nothing'], ['notes', 'Postil']] as const) {
    await ask(library, { call: 'options.setOnPages', args: { onPages } });
    await eventually(async () => (await title()) === expected, { what: expected });
  }
  await library.close();
});

test('letters go from post to post and annotate, once switched on, also where posts load later', async () => {
  const settings = await stage.driver.extensionPage('library.html#settings');
  const tab = await stage.driver.open(channel);
  await tab.bringToFront();
  await tab.find('button', 'Annotate post 93');
  await tab.press('j');
  expect((await tab.focused()).role).toBe('document');

  await (await settings.find('checkbox', /^Letters go from post to post/)).click();
  await tab.bringToFront();
  await listens(tab);
  await goTo(tab, 'j', 93);
  await tab.press('j');
  await focusIsOn(tab, 'Annotate post 93');
  const [first = ''] = await postsOf(tab);
  // As quickly as they can be pressed, to what was never near the screen.
  await goTo(tab, 'k', Number(first.split('/')[1]));
  await eventually(() => isOnScreen(tab, first), { what: `${first} on screen` });
  await eventually(async () => (await postsOf(tab))[0] !== first, { what: 'older posts' });
  await goTo(tab, 'k', 33);
  await eventually(() => isOnScreen(tab, 'harbour_gazette/33'), { what: 'post 33 on screen' });

  await tab.press('a');
  const editor = await tab.framed('Annotation', { in: post('harbour_gazette/33') });
  await editor.find('combobox', 'Add tag');
  await focusIsOn(tab, 'Add tag');
  // Where one types, they are letters.
  await tab.type('jak');
  await tab.press('Enter');
  await tab.press('Control', 'Enter');
  await focusIsOn(tab, 'Edit annotation of post 33');
  expect(await shownOn(tab, 'harbour_gazette/33')).toEqual({ tags: ['jak'], notes: [] });
  await tab.press('j');
  await focusIsOn(tab, 'Annotate post 35');

  await (await settings.find('checkbox', /^Letters go from post to post/)).click();
  await tab.bringToFront();
  await eventually(async () => {
    const before = (await tab.focused()).name;
    await tab.press('j');
    return (await tab.focused()).name === before;
  }, { what: 'J to do nothing any more' });
  await tab.close();
  await settings.close();
});

test('letters that are typed, made by a script, used by the page or pressed with Shift go nowhere', async () => {
  const settings = await stage.driver.extensionPage('popup.html');
  await setPageKeys(settings, true);
  const embedding = await stage.driver.open('https://example.org/embed?post=harbour_gazette/92');
  await embedding.bringToFront();
  const frame = await embedding.framed('Telegram Widget');
  await frame.find('button', 'Annotate post 92');

  const tab = await stage.driver.open(`${channel}?q=council`);
  await tab.bringToFront();
  await listens(tab);
  const ids = (await postsOf(tab)).map((name) => Number(name.split('/')[1]));
  const [second = 0, last = 0] = ids.slice(-2);
  await goTo(tab, 'j', last);
  await tab.evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', bubbles: true, composed: true })));
  await tab.press('Shift', 'K');
  await tab.press('Control', 'k');
  expect((await tab.focused()).name).toBe(`Annotate post ${last}`);
  await tab.evaluate(() => document.addEventListener('keydown', (event) => event.key === 'k' && event.preventDefault(), { once: true }));
  await tab.press('k');
  expect((await tab.focused()).name).toBe(`Annotate post ${last}`);
  await tab.press('k');
  await focusIsOn(tab, `Annotate post ${second}`);
  await tab.evaluate(() => document.querySelector<HTMLElement>('input[name=q]')?.focus());
  await tab.type('jka');
  expect(await tab.evaluate(() => document.querySelector<HTMLInputElement>('input[name=q]')?.value)).toContain('jka');
  expect(await tab.findAll('button', 'Save')).toEqual([]);

  // By now the script would have come there, too.
  await embedding.bringToFront();
  await (await frame.find('link', /.+/)).focus();
  const before = (await embedding.focused()).name;
  await embedding.press('j');
  expect((await embedding.focused()).name).toBe(before);
  for (const each of [embedding, tab, settings]) await each.close();
});
