/** What every spec begins with: the browser of this run, Postil in it, and the project's own t.me. */
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type BrowserName, type Driver, type Options, type Tab, launch } from '../browser/driver.ts';
import { demoChannels } from '../site/demo.ts';
import { type Site, createSite } from '../site/site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

const dist = resolve(import.meta.dirname, '../../dist');

export const browserName = inject('browser');
export const extension = resolve(dist, browserName === 'chromium' ? 'chrome' : 'firefox');

export interface Stage {
  driver: Driver;
  site: Site;
}

/** One browser for the specs of a file. Fails every spec during which a console reported an error. */
export function useStage(options: Partial<Options> = {}): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    stage.site = createSite(demoChannels());
    stage.driver = await launch(browserName, { extension, answer: stage.site.answer, ...options });
  });
  afterEach(() => {
    const errors = stage.driver.errors.splice(0);
    expect(errors, 'errors on a console').toEqual([]);
  });
  afterAll(async () => {
    await stage.driver?.close();
  });
  return stage;
}

/** CSS selector of a post on the page. */
export function post(name: string): string {
  return `[data-post="${name}"]`;
}

/** Brings a post on screen, as a reader does, and presses its button. */
export async function openEditor(tab: Tab, name: string): Promise<void> {
  await showPost(tab, name);
  const button = await tab.find('button', /^(Annotate|Edit annotation)/, { in: post(name) });
  await button.click();
  const editor = await tab.framed('Annotation');
  await editor.find('combobox', 'Add tag');
}

export async function showPost(tab: Tab, name: string): Promise<void> {
  await tab.bringToFront();
  await tab.evaluate((selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center' }), post(name));
}

/** Types an annotation into the open editor and saves it, all by keyboard. */
export async function write(tab: Tab, { tags = [], note = '' }: { tags?: readonly string[]; note?: string }): Promise<void> {
  for (const tag of tags) {
    await tab.type(tag);
    await tab.press('Enter');
  }
  // Enter in the empty tag field goes on to the note.
  await tab.press('Enter');
  const [first = '', ...rest] = note.split('\n');
  await tab.type(first);
  for (const line of rest) {
    await tab.press('Enter');
    await tab.type(line);
  }
  await tab.press('Control', 'Enter');
}

export async function annotate(tab: Tab, name: string, body: { tags?: readonly string[]; note?: string }): Promise<void> {
  await openEditor(tab, name);
  await write(tab, body);
  await tab.find('button', /^Edit annotation/, { in: post(name) });
}

/** The tags and notes that a post shows, as a screen reader tells them: line breaks are spaces to it. */
export async function shownOn(tab: Tab, name: string): Promise<{ tags: string[]; notes: string[] }> {
  const names = async (role: string) => (
    Promise.all((await tab.findAll(role, undefined, { in: post(name) })).map((element) => element.name()))
  );
  return { tags: await names('listitem'), notes: await names('note') };
}
