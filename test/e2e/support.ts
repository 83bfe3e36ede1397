/** What every spec begins with: the browser of this run, Postil in it, and the project's own t.me. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { type BrowserName, type Driver, type Options, type Part, type Tab, eventually, launch } from '../browser/driver.ts';
import { borrow, discard } from '../browser/shared.ts';
import { extensionFolder } from '../build.ts';
import { demoChannels } from '../site/demo.ts';
import { type Site, createSite } from '../site/site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

export const browserName = inject('browser');
export const extension = extensionFolder(browserName);

export interface Stage {
  driver: Driver;
  site: Site;
}

export interface StageOptions extends Partial<Options> {
  /** A browser that no other file of specs uses. So it is, too, with any option but `answer`. */
  alone?: boolean;
}

/** A browser without tabs and data for the specs of a file. Fails every spec during which a console reported an error. */
export function useStage({ alone = false, answer, ...own }: StageOptions = {}): Stage {
  const stage = {} as Stage;
  const isShared = !alone && Object.keys(own).length === 0;
  let isSound = true;
  beforeAll(async () => {
    stage.site = createSite(demoChannels());
    const options = { extension, answer: answer ?? stage.site.answer, ...own };
    stage.driver = isShared ? await borrow(browserName, options) : await launch(browserName, options);
  });
  beforeEach(({ onTestFailed }) => onTestFailed(() => {
    isSound = false;
  }));
  afterEach(() => {
    const errors = stage.driver.errors.splice(0);
    expect(errors, 'errors on a console').toEqual([]);
  });
  afterAll(async () => {
    if (!isShared) await stage.driver?.close();
    // What made one file fail shall not make others fail.
    else if (!isSound) await discard();
  });
  return stage;
}

export * from './reader.ts';
export * from './saving.ts';
export { row } from './rows.ts';

/** Waits until popup or library lists the annotations of these posts and no others: 'Harbour Gazette › 93'. */
export async function lists(page: Part, ...expected: string[]): Promise<void> {
  await eventually(async () => {
    const names = await page.names('link', /›/);
    return names.join('\n') === expected.join('\n');
  }, { what: `the list ${expected.join(', ')}` });
}

export async function disappears(page: Part, role: string, name?: string | RegExp, within?: string): Promise<void> {
  await eventually(async () => (await page.findAll(role, name, within)).length === 0, { what: `no ${role} ${String(name ?? '')}` });
}

/** Chooses from a drop-down list, by the keyboard, what starts with these words. */
export async function choose(tab: Tab, name: string, choice: string): Promise<void> {
  const list = await tab.find('combobox', name);
  await list.focus();
  const { steps } = await eventually(() => list.handle.evaluate((element, start) => {
    const { options, selectedIndex } = element as HTMLElement as HTMLSelectElement;
    const index = [...options].findIndex((option) => option.text.startsWith(start));
    return index < 0 ? undefined : { steps: index - selectedIndex };
  }, choice), { what: `${choice} in ${name}` });
  for (let i = 0; i < Math.abs(steps); i++) await tab.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
}

/** Narrows the list by what a menu offers, by the keyboard. */
export async function filterBy(tab: Tab, menu: string, choice: string): Promise<void> {
  await choose(tab, menu, choice);
  await tab.press('Enter');
}

/** Unfolds a part of a page, or folds it, by what is named by a CSS selector; waited for. */
export async function pressSummary(tab: Tab, summary: string): Promise<void> {
  await (await tab.page.waitForSelector(summary))?.click();
}

/** Waits until keyboard focus is on a control of this name. */
export async function focusIsOn(tab: Tab, name: string): Promise<void> {
  await eventually(async () => (await tab.focused()).name === name, { what: `focus on ${name}` });
}

/** Gives a page of ours a file, as the file picker would. */
export async function chooseFile({ driver }: Stage, tab: Tab, text: string, name = 'notes.json'): Promise<void> {
  const input = await tab.page.waitForSelector('input[type=file]');
  if (!input) throw new Error('nothing takes a file here');
  await input.uploadFile(await driver.file(name, text));
}

/** The popup as it opens over a tab: loaded behind it, it finds that tab in front. */
export async function popupOver({ driver }: Stage, tab: Tab): Promise<Tab> {
  // The one page of ours that loads nothing later. What is broken off, Firefox calls an error.
  const popup = await driver.extensionPage('editor.html');
  await tab.bringToFront();
  await popup.evaluate(() => location.assign('popup.html'));
  await popup.loaded((end) => location.pathname.endsWith(end), 'popup.html');
  return popup;
}

/** Has the library check all that is stored, and expects nothing to be wrong. */
export async function expectSound({ driver }: Stage): Promise<void> {
  const page = await driver.extensionPage('library.html#data');
  await (await page.find('button', 'Check my data')).click();
  const words = await eventually(async () => {
    const text = await page.evaluate(() => (
      [...document.querySelectorAll('section')].find((section) => section.firstElementChild?.textContent === 'Check my data')?.innerText ?? ''
    ));
    return /All is well|problem/.test(text) ? text : undefined;
  }, { what: 'the outcome of the check', timeout: 30_000 });
  expect(words).toContain('All is well.');
  await page.close();
}
