/** Runs the built extension in a real browser. */
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';
import { requireBrowser, type BrowserName } from './browsers.mjs';
import { chromium } from './chromium.ts';
import type { Engine, Installed, Settings } from './engine.ts';
import { eventually } from './eventually.ts';
import { firefox } from './firefox.ts';
import { dismissGreeting } from './greeting.ts';
import { localized } from './localized.ts';
import { matches } from './matches.ts';
import { answerRequests, type Answer } from './network.ts';
import { Tab } from './tab.ts';

export type { BrowserName } from './browsers.mjs';
export type { Element } from './element.ts';
export { eventually } from './eventually.ts';
export type { Answer, Request, Response } from './network.ts';
export type { Part } from './part.ts';
export type { Tab } from './tab.ts';

export interface Options {
  /** Folder of the built extension. */
  extension: string;
  /** Stands in for the whole web. Only without it does the browser reach the real one. */
  answer?: Answer;
  /** With `answer`: port of a proxy on this machine that hears of all that is asked for and not answered. */
  proxy?: number;
  /** Folder kept after `close`; without it a new one is made and removed. */
  profile?: string;
  headless?: boolean;
  darkTheme?: boolean;
  /** A folder of `_locales`; without it the browser's. */
  language?: string;
  window?: { width: number; height: number };
  /** Leaves the page open by which the extension greets whoever has just installed it. */
  greeted?: boolean;
  /** For measuring: draws as often as the browser can, and tells time as finely. */
  exact?: boolean;
}

export async function launch(name: BrowserName, options: Options): Promise<Driver> {
  const scratch = await mkdtemp(join(tmpdir(), `postil-${name}-`));
  const driver = new Driver(name, options, scratch);
  try {
    await driver.start();
    return driver;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

interface Running extends Installed {
  browser: Browser;
  /** The empty tab that it starts with; without any tab it would end. */
  first: Page | undefined;
}

const ENGINES: Record<BrowserName, Engine> = { chromium, firefox };

export class Driver {
  readonly name: BrowserName;
  /** Console errors and uncaught exceptions so far, of pages, frames, content scripts and extension pages. */
  readonly errors: string[] = [];
  /** The folder downloads arrive in. */
  readonly downloads: string;
  /** Of tabs opened from now on. */
  answer: Answer | undefined;
  readonly #engine: Engine;
  readonly #settings: Settings;
  readonly #language: string | undefined;
  readonly #scratch: string;
  readonly #greeted: boolean;
  #running: Running | undefined;

  constructor(name: BrowserName, options: Options, scratch: string) {
    this.name = name;
    this.downloads = join(scratch, 'downloads');
    this.#engine = ENGINES[name];
    this.answer = options.answer;
    this.#scratch = scratch;
    this.#language = options.language;
    this.#greeted = options.greeted ?? false;
    this.#settings = {
      executable: requireBrowser(name),
      extension: resolve(options.extension),
      profile: options.profile ?? join(scratch, 'profile'),
      downloads: this.downloads,
      headless: options.headless ?? true,
      darkTheme: options.darkTheme ?? false,
      offline: options.answer !== undefined,
      proxy: options.proxy,
      exact: options.exact ?? false,
      window: options.window ?? { width: 1280, height: 900 },
      onError: (text) => {
        this.errors.push(text);
      },
    };
  }

  async start(): Promise<void> {
    if (this.#language !== undefined) await this.#speak(this.#language);
    const browser = await this.#engine.launch(this.#settings);
    const [first] = await browser.pages();
    this.#running = { browser, id: '', origin: '', first };
    this.#running = { browser, first, ...(await this.#engine.install(browser, this.#settings)) };
    if (!this.#greeted) await dismissGreeting(() => this.#engine.tabs(browser), this.#settings.extension);
  }

  async #speak(language: string): Promise<void> {
    const copy = join(this.#scratch, 'extension');
    if (this.#settings.extension === copy) return;
    await localized(this.#settings.extension, language, copy);
    this.#settings.extension = copy;
  }

  /** Loads a page of the web, as `answer` has it, in a new tab. */
  async open(url: string): Promise<Tab> {
    const { browser } = this.#started();
    const page = await browser.newPage();
    await this.#engine.prepare(page, this.#settings);
    if (this.answer) await answerRequests(page, this.answer);
    // No limit but that of the test: how long a page of ten million characters takes is the machine's doing.
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 0 });
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

  /** A tab that something else opened, the extension for instance: the newest with this address. */
  async tab(url: string | RegExp): Promise<Tab> {
    const { browser } = this.#started();
    return await eventually(
      async () => {
        const found = (await this.#engine.tabs(browser)).findLast(({ address }) => matches(address, url));
        return found && new Tab(found.page, this.#engine);
      },
      { what: `a tab with ${String(url)}` },
    );
  }

  /** The text on the extension's toolbar button while the tab with this address is in front. */
  async badge(url: string): Promise<string> {
    const asking = await this.extensionPage('library.html');
    const text = await asking.evaluate(async (wanted) => {
      const { action, tabs } = (globalThis as unknown as { chrome: Extension }).chrome;
      const tab = (await tabs.query({})).find((each) => each.url === wanted);
      return await action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
    }, url);
    await asking.close();
    return text;
  }

  /** The text of a file downloaded by this name, waited for. */
  async downloaded(name: string | RegExp): Promise<string> {
    return await eventually(
      async () => {
        const files = await readdir(this.downloads);
        const file = files.find((each) => matches(each, name));
        // Both browsers write to a file of another name first; Firefox keeps the place with an empty file.
        const isPartial = files.some((each) => /\.(part|crdownload)$/.test(each));
        return file === undefined || isPartial ? undefined : await readFile(join(this.downloads, file), 'utf8');
      },
      { what: `a download named ${String(name)}` },
    );
  }

  /** Stops the extension's worker, as a browser does whenever it likes. The next message starts it again. */
  async stopWorker(): Promise<void> {
    await this.#engine.stopWorker(this.#started().browser, this.#settings);
  }

  /** Installs the extension over itself, under all open tabs, as an update does. */
  async updateExtension(): Promise<void> {
    // Watching Chromium's worker would keep the old one there, and the new one waiting.
    await this.stopWorker();
    await this.#started().browser.installExtension(this.#settings.extension);
  }

  /** Takes the extension away from under all open tabs. */
  async removeExtension(): Promise<void> {
    const { browser, id } = this.#started();
    await browser.uninstallExtension(id);
  }

  /** Makes a file that a page can be given. @returns its path */
  async file(name: string, text: string | Uint8Array): Promise<string> {
    const folder = join(this.#scratch, 'files');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), text);
    return join(folder, name);
  }

  /** Closes the browser, or kills it, and starts it again on the same profile. `meanwhile` is done while no browser runs. */
  async restart({ kill = false, meanwhile }: { kill?: boolean; meanwhile?: () => void } = {}): Promise<void> {
    const { browser } = this.#started();
    if (kill) await killed(browser, this.#settings.profile);
    else await browser.close();
    meanwhile?.();
    await this.start();
  }

  /** Makes it as good as new: no tabs, nothing stored by the extension, no downloads, no errors. */
  async reset(): Promise<void> {
    const { browser, first } = this.#started();
    const others = (await this.#engine.tabs(browser)).filter(({ page }) => page !== first);
    await Promise.all(others.map(({ page }) => page.close()));
    // Its icon has all rights of its pages, and nothing runs there that could store anew. (Chromium reports the icon's own style.)
    const icon = await this.extensionPage('icons/16.png');
    await this.#engine.dropDatabases(icon.page, this.#settings);
    await icon.evaluate(forget);
    await icon.close();
    await rm(this.downloads, { recursive: true, force: true });
    this.errors.length = 0;
  }

  /** Waits until somebody closes the browser. */
  async closed(): Promise<void> {
    const { browser } = this.#started();
    if (browser.connected) await new Promise((resolve) => browser.once('disconnected', resolve));
    await this.close();
  }

  async close(): Promise<void> {
    if (this.#running?.browser.connected) await this.#running.browser.close();
    this.#running = undefined;
    await rm(this.#scratch, { recursive: true, force: true, maxRetries: 5 });
  }

  #started(): Running {
    if (this.#running === undefined) throw new Error('The browser is not running');
    return this.#running;
  }
}

/** Deletes what the extension has stored besides databases. Runs in one of its pages. */
async function forget(): Promise<void> {
  const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
  const { local, session } = (browser ?? chrome).storage;
  localStorage.clear();
  await Promise.all([local.clear(), session.clear()]);
}

/** Ends the browser as a crash would: it gets no chance to write anything more. */
async function killed(browser: Browser, profile: string): Promise<void> {
  const child = browser.process();
  if (child?.pid === undefined) throw new Error('The browser is not running');
  const gone = once(child, 'exit');
  // Puppeteer makes the browser the head of its own process group, so this takes its helpers along.
  process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  await gone;
  // Puppeteer lends Firefox its preferences, and takes them back some time after the end; not while starting again.
  await eventually(async () => !(await readdir(profile)).some((file) => file.endsWith('.puppeteer')), {
    what: 'the profile to be let go',
  });
}
