/** A list far longer than the screen: every row is there once, in its place, whatever way one takes through it. */
import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { chooseFile, focusIsOn, lists, row, save, useStage } from './support.ts';

const stage = useStage();

const count = 3_000;

/** Rows of very different heights. The newest is 'Tide table › 3000'. */
function written(): string {
  const annotations = Array.from({ length: count }, (_, i) => ({
    id: `tide-${i + 1}`, author: 'anna',
    post: { channel: 'tide_table', channelTitle: 'Tide table', postId: i + 1, text: 'High water. '.repeat(1 + i % 20) },
    tags: i % 3 === 0 ? [] : [`tag ${i % 50}`], note: i % 4 === 0 ? '' : `Tide ${i + 1}. `.repeat(1 + (i * 7) % 60),
    createdAt: new Date(1_700_000_000_000 + i * 60_000).toISOString(),
  }));
  return JSON.stringify({ format: 'postil', version: 1, owner: 'anna', authors: [{ id: 'anna', name: 'Анна' }], annotations });
}

interface Shown {
  place: number;
  name: string;
  top: number;
}

/** The rows that can be read now, from above. */
async function onScreen(tab: Tab): Promise<Shown[]> {
  return tab.evaluate(() => {
    const list = document.querySelector('ul[aria-label=Annotations]');
    const { top = 0, bottom = 0 } = list?.parentElement?.getBoundingClientRect() ?? {};
    return [...list?.children ?? []].flatMap((item) => {
      const box = item.getBoundingClientRect();
      const name = item.querySelector('a')?.textContent ?? '';
      return box.bottom > top + 1 && box.top < bottom - 1 ? [{ place: Number(item.getAttribute('aria-posinset')), name, top: box.top }] : [];
    });
  });
}

/** Waits until all that is on screen has been read. */
async function settled(tab: Tab): Promise<Shown[]> {
  return eventually(async () => {
    const shown = await onScreen(tab);
    return shown.length > 1 && shown.every(({ name }) => name !== '') ? shown : undefined;
  }, { what: 'rows without gaps', timeout: 20_000 });
}

/** Rows stand one below the other, each post in the place where the newest comes first. */
function expectInPlace(shown: readonly Shown[]): void {
  for (const { place, name } of shown) expect(name).toBe(`Tide table › ${count + 1 - place}`);
  expect(shown.map(({ place }) => place)).toEqual(shown.map((_, i) => (shown[0]?.place ?? 0) + i));
}

async function scrolled(tab: Tab): Promise<void> {
  await tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

test('by the wheel every row comes by once, and the place where rows are to be is never empty', { timeout: 90_000 }, async () => {
  const library = await stage.driver.extensionPage('library.html');
  await chooseFile(stage, library, written());
  await (await library.find('radio', 'I did', { timeout: 30_000 })).click();
  await (await library.find('button', 'Import now', { timeout: 30_000 })).click();
  await (await library.find('button', 'Close', { timeout: 60_000 })).click();
  await library.page.setViewport({ width: 1_000, height: 1_400 });
  const seen = new Map<number, string>();
  let shown = await settled(library);
  await library.evaluate(watchForGaps);
  await library.page.mouse.move(600, 700);
  for (let last = 0; last < 120;) {
    expectInPlace(shown);
    const first = shown[0]?.place ?? 0;
    expect(first).toBeLessThanOrEqual(last + 1);
    for (const { place, name } of shown) seen.set(place, name);
    last = shown.at(-1)?.place ?? 0;
    await library.page.mouse.wheel({ deltaY: 900 });
    await eventually(async () => (await onScreen(library))[0]?.place !== first, { what: 'the list to move' });
    shown = await settled(library);
  }
  expect([...seen.keys()]).toEqual(Array.from({ length: seen.size }, (_, i) => i + 1));
  expect(new Set(seen.values()).size).toBe(seen.size);
  expect(await library.evaluate(() => (globalThis as unknown as { gap: number }).gap)).toBeLessThan(100);
  await library.close();
});

test('by the keyboard one goes to the end, back by pages and rows, and to the beginning', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await popup.page.setViewport({ width: 400, height: 580 });
  await settled(popup);
  await (await popup.find('link', 'Tide table › 3000')).focus();
  await popup.press('ArrowDown');
  await focusIsOn(popup, 'Tide table › 2999');
  await popup.press('End');
  await focusIsOn(popup, 'Tide table › 1');
  const end = await settled(popup);
  expectInPlace(end);
  expect(end.at(-1)?.place).toBe(count);
  await popup.press('PageUp');
  await eventually(async () => {
    const post = Number((await popup.focused()).name.split(' › ')[1]);
    return post > 1 && post < 10;
  }, { what: 'focus a page further up' });
  const before = Number((await popup.focused()).name.split(' › ')[1]);
  await popup.press('ArrowUp');
  await focusIsOn(popup, `Tide table › ${before + 1}`);
  const [set] = await popup.findAll('listitem', undefined, 'ul[aria-label=Annotations]');
  expect(await set?.attribute('aria-setsize')).toBe(String(count));
  await popup.press('Home');
  await focusIsOn(popup, 'Tide table › 3000');
  expectInPlace(await settled(popup));
  await popup.close();
});

test('what is looked at stays where it is while rows come and go above, and so does what is edited', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await popup.page.setViewport({ width: 400, height: 580 });
  await settled(popup);
  await popup.page.mouse.move(200, 400);
  await popup.page.mouse.wheel({ deltaY: 1_500 });
  await eventually(async () => ((await onScreen(popup))[0]?.place ?? 0) > 3, { what: 'the list to move' });
  const [, looked] = await settled(popup);
  const stands = async (place: number) => {
    const now = (await settled(popup)).find(({ name }) => name === looked?.name);
    expect(now?.place).toBe(place);
    expect(Math.abs((now?.top ?? 0) - (looked?.top ?? 0))).toBeLessThan(2);
  };
  const total = (expected: string) => eventually(async () => await (await popup.find('status')).text() === expected, { what: expected, timeout: 20_000 });
  await save(stage, popup, [{ name: 'harbour_gazette/93', note: 'New.' }]);
  await total('3,001 annotations');
  await scrolled(popup);
  await stands((looked?.place ?? 0) + 1);
  const post = `tide_table/${looked?.name.split(' › ')[1]}`;
  await (await popup.find('button', 'Edit', { in: row(post) })).click();
  await focusIsOn(popup, 'Add tag');
  await popup.type('kept');
  const other = await stage.driver.extensionPage('popup.html');
  await (await other.find('button', 'Delete', { in: row('harbour_gazette/93') })).click();
  await other.find('button', 'Undo');
  await other.close();
  await popup.bringToFront();
  await total('3,000 annotations');
  expect(await (await popup.find('combobox', 'Add tag')).value()).toBe('kept');
  await focusIsOn(popup, 'Add tag');
  await popup.press('Escape');
  await focusIsOn(popup, 'Edit');
  await popup.close();
});

test('a search answers with its first rows, from the top', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await popup.page.setViewport({ width: 400, height: 580 });
  await settled(popup);
  await popup.page.mouse.move(200, 400);
  await popup.page.mouse.wheel({ deltaY: 1_500 });
  await (await popup.find('searchbox', 'Search annotations')).focus();
  await popup.type('"tide 1234"');
  await lists(popup, 'Tide table › 1234');
  await popup.close();
});

/** Notes the longest time for which nothing stood in the middle of the list, not even the place of a row. Runs in the page. */
function watchForGaps(): void {
  const page = globalThis as unknown as { gap: number };
  page.gap = 0;
  let since: number | undefined;
  const look = (now: number) => {
    const isEmpty = !document.elementFromPoint(600, 700)?.closest('li');
    since = isEmpty ? since ?? now : undefined;
    if (since !== undefined) page.gap = Math.max(page.gap, now - since);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
