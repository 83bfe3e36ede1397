import { describe, expect, test } from 'vitest';
import { type Part, eventually } from '../browser/driver.ts';
import { choose, focusIsOn, post, row, save, showPost, useStage } from './support.ts';

const name = 'harbour_gazette/93';
const english = 'First named here: کمیسیون بندر.';
const persian = 'نخستین بار در Harbour Gazette آمد.';

/** In which direction the elements of a selector are read, in a page of ours. */
async function directions(part: Part, selector: string): Promise<string[]> {
  return part.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((element) => getComputedStyle(element).direction), selector);
}

/** How many CSS pixels an element ends before the other begins, going from left to right. */
async function leftOf(part: Part, element: string, other: string): Promise<number> {
  return part.evaluate((one, two) => {
    const [a, b] = [one, two].map((each) => document.querySelector(each)?.getBoundingClientRect());
    return a && b ? b.left - a.right : NaN;
  }, element, other);
}

async function expectNoScrolling(part: Part): Promise<void> {
  expect(await part.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

describe('in Persian', () => {
  const stage = useStage({ language: 'fa' });

  test('all is laid out from right to left, and what a person wrote is read in its own direction', async () => {
    const popup = await stage.driver.extensionPage('popup.html');
    await save(stage, popup, [
      { name, tags: ['claims/unsourced', 'بندر'], note: english }, { name: 'harbour_gazette/91', tags: ['بندر'], note: persian },
    ]);
    await popup.find('link', /Harbour Gazette › 91/);
    expect(await directions(popup, 'html, .note')).toEqual(['rtl', 'rtl', 'ltr']);
    expect(await leftOf(popup, `${row(name)} .actions`, `${row(name)} .chips`)).toBeGreaterThanOrEqual(0);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('fa');
    // Digits, too, are those of the language.
    await popup.find('status', undefined);
    expect(await popup.evaluate(() => document.querySelector('[role=status]')?.textContent)).toBe('۲ حاشیه');
    await popup.close();

    const library = await stage.driver.extensionPage('library.html');
    await library.find('link', /Harbour Gazette › 91/);
    await library.find('complementary', 'محدود کردن');
    expect(await leftOf(library, '.results', '.facets')).toBeGreaterThanOrEqual(0);
    await library.page.setViewport({ width: 320, height: 640 });
    await expectNoScrolling(library);
    await library.close();

    const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
    await showPost(tab, name);
    await tab.find('list', 'برچسب‌ها', { in: post(name) });
    const shown = await tab.evaluateShadows((...roots) => roots.flatMap((root) => [...root.querySelectorAll('.annotated')])
      .map((element) => [getComputedStyle(element).direction, element.closest('html') === null]));
    expect(shown[0]).toEqual(['rtl', true]);
    await (await tab.find('button', /^ویرایش حاشیهٔ پست/, { in: post(name) })).click();
    const editor = await tab.framed('حاشیه', { in: post(name) });
    await editor.find('combobox', 'افزودن برچسب');
    expect(await directions(editor, 'html, textarea')).toEqual(['rtl', 'ltr']);
    await tab.close();
  });
});

describe('a language is chosen', () => {
  const stage = useStage();

  test('and spoken at once where it is chosen, and wherever Postil is opened next', async () => {
    const library = await stage.driver.extensionPage('library.html#settings');
    await choose(library, 'Language', 'فارسی');
    // Not before the choice is made: on the way lie others.
    expect(await directions(library, 'html')).toEqual(['ltr']);
    await library.press('Enter');
    await focusIsOn(library, 'زبان');
    expect(await directions(library, 'html')).toEqual(['rtl']);

    const popup = await stage.driver.extensionPage('popup.html');
    await popup.find('searchbox', 'جست‌وجو در حاشیه‌ها');
    const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
    await showPost(tab, name);
    await (await tab.find('button', /^حاشیه‌نویسی بر پست/, { in: post(name) })).click();
    const editor = await tab.framed('حاشیه', { in: post(name) });
    await editor.find('button', 'ذخیره');
    expect(await directions(editor, 'html')).toEqual(['rtl']);
    await tab.close();

    await library.bringToFront();
    await choose(library, 'زبان', 'زبان مرورگر');
    await library.press('Enter');
    await focusIsOn(library, 'Language');
    await popup.evaluate(() => location.reload());
    await eventually(async () => (await popup.findAll('searchbox', 'Search annotations')).length === 1, { what: 'the popup in the language of the browser' });
    expect(await directions(popup, 'html')).toEqual(['ltr']);
  });
});
