/** Runs the built extension in a real browser. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { requireBrowser, type BrowserName } from './browsers.ts';
import { chromium } from './chromium.ts';
import type { Engine, Settings } from './engine.ts';
import { eventually } from './eventually.ts';
import { firefox } from './firefox.ts';
import { matches } from './matches.ts';
import { answerRequests, type Answer } from './network.ts';
import { Tab } from './tab.ts';

export type { BrowserName } from './browsers.ts';
export type { Element } from './element.ts';
export { eventually } from './eventually.ts';
export type { Answer, Request, Response } from './network.ts';
export type { Part } from './part.ts';
export type { Tab } from './tab.ts';

export interface Options {
  /** Folder of the built extension. */
  extension: string;
  answer: Answer;
  /** Folder kept after `close`; without it a new one is made and removed. */
  profile?: string;
  headless?: boolean;
  darkTheme?: boolean;
  window?: { width: number; height: number };
}

export async function launch(name: BrowserName, options: Options): Promise<Driver> {
  const scratch = await mkdtemp(join(tmpdir(), `postil-${name}-`));
  const driver = new Driver(name, options, scratch);
  await driver.start();
  return driver;
}

const ENGINES: Record<BrowserName, Engine> = { chromium, firefox };

export class Driver {
  readonly name: BrowserName;
  /** Console errors and uncaught exceptions so far, of pages, frames, content scripts and extension pages. */
  readonly errors: string[] = [];
  /** The folder downloads arrive in. */
  readonly downloads: string;
  readonly #engine: Engine;
  readonly #settings: Settings;
  readonly #answer: Answer;
  readonly #scratch: string;
  #running: { browser: Browser; origin: string } | undefined;

  constructor(name: BrowserName, options: Options, scratch: string) {
    this.name = name;
    this.downloads = join(scratch, 'downloads');
    this.#engine = ENGINES[name];
    this.#answer = options.answer;
    this.#scratch = scratch;
    this.#settings = {
      executable: requireBrowser(name),
      extension: resolve(options.extension),
      profile: options.profile ?? join(scratch, 'profile'),
      downloads: this.downloads,
      headless: options.headless ?? true,
      darkTheme: options.darkTheme ?? false,
      window: options.window ?? { width: 1280, height: 900 },
      onError: (text) => {
        if (!/favicon\.ico/.test(text)) this.errors.push(text);
      },
    };
  }

  async start(): Promise<void> {
    this.#running = await this.#engine.start(this.#settings);
  }

  /** Loads a page of the web, as `answer` has it, in a new tab. */
  async open(url: string): Promise<Tab> {
    const { browser } = this.#started();
    const page = await browser.newPage();
    await this.#engine.prepare(page, this.#settings);
    await answerRequests(page, this.#answer);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return new Tab(page, this.#engine);
  }

  /** Loads a page of the extension, such as popup.html, in a new tab. */
  async extensionPage(path: string): Promise<Tab> {
    const { browser, origin } = this.#started();
    const page = await browser.newPage();
    await this.#engine.prepare(page, this.#settings);
    const url = `${origin}/${path}`;
    await this.#engine.goToExtension(page, url);
    const tab = new Tab(page, this.#engine);
    await tab.loaded((wanted) => location.href === wanted, url);
    return tab;
  }

  /** A tab that something else opened, the extension for instance. */
  async tab(url: string | RegExp): Promise<Tab> {
    const { browser } = this.#started();
    return await eventually(
      async () => {
        for (const page of await browser.pages()) {
          const tab = new Tab(page, this.#engine);
          if (matches(await tab.evaluate(() => location.href), url)) return tab;
        }
        return undefined;
      },
      { what: `a tab with ${String(url)}` },
    );
  }

  /** Closes the browser, or kills it, and starts it again on the same profile. */
  async restart({ kill = false }: { kill?: boolean } = {}): Promise<void> {
    const { browser } = this.#started();
    if (kill) await killed(browser);
    else await browser.close();
    await this.start();
  }

  async close(): Promise<void> {
    await this.#running?.browser.close();
    this.#running = undefined;
    await rm(this.#scratch, { recursive: true, force: true, maxRetries: 5 });
  }

  #started(): { browser: Browser; origin: string } {
    if (this.#running === undefined) throw new Error('The browser is not running');
    return this.#running;
  }
}

/** Ends the browser as a crash would: it gets no chance to write anything more. */
async function killed(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child?.pid === undefined) throw new Error('The browser is not running');
  const gone = once(child, 'exit');
  // Puppeteer makes the browser the head of its own process group, so this takes its helpers along.
  process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  await gone;
}
