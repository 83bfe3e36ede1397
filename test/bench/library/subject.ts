/** One browser with so many annotations, and the one tab in which everything is measured, one thing after the other. */
import type { BrowserName } from '../../browser/browsers.mjs';
import { type Driver, type Tab, eventually, launch } from '../../browser/driver.ts';
import type { Corpus } from './corpus.ts';
import { restPage, watched, jobsPage } from './package.ts';
import type { Bench, Jobs, Outcome } from './page/bench.ts';
import type { Recorder } from './page/recorder.ts';

/** As the toolbar shows it at most, https://developer.chrome.com/docs/extensions/reference/api/action */
const popupSize = { width: 400, height: 600 };
const windowSize = { width: 1280, height: 900 };

/** Longer than anything takes by far. */
const patience = 30 * 60_000;

export class Subject {
  readonly browser: BrowserName;
  readonly corpus: Corpus;
  readonly driver: Driver;
  readonly tab: Tab;
  readonly #origin: string;

  private constructor(browser: BrowserName, corpus: Corpus, driver: Driver, tab: Tab, origin: string) {
    this.browser = browser;
    this.corpus = corpus;
    this.driver = driver;
    this.tab = tab;
    this.#origin = origin;
  }

  /** @param extension folder of the package with the bench's pages */
  static async start(browser: BrowserName, extension: string, corpus: Corpus): Promise<Subject> {
    const driver = await launch(browser, { extension, answer: () => undefined, window: windowSize, exact: true });
    const tab = await driver.extensionPage(restPage);
    await tab.bringToFront();
    return new Subject(browser, corpus, driver, tab, await tab.evaluate(() => location.origin));
  }

  get count(): number {
    return this.corpus.count;
  }

  /** Leaves whatever page there is, and loads this one. */
  async go(path: string): Promise<void> {
    if (path !== restPage) await this.go(restPage);
    const url = `${this.#origin}/${path}`;
    await this.tab.evaluate((to) => location.assign(to), url);
    await this.tab.loaded((wanted) => location.href.startsWith(wanted), url);
  }

  /** Loads a page whose rows are watched. @returns how long its first rows took */
  async showRows(page: keyof typeof watched): Promise<number> {
    await this.tab.page.setViewport(page === 'library' ? windowSize : popupSize);
    await this.go(watched[page]);
    return await eventually(async () => await this.recorded((recorder) => recorder.firstRows), { what: `rows in ${page}`, timeout: patience });
  }

  /** Asks the recorder of the page that is shown. `look` runs there. */
  async recorded<Result, Given>(look: (recorder: Recorder, given: Given) => Result, given?: Given): Promise<Result> {
    const found = await this.tab.page.evaluateHandle(() => (globalThis as unknown as { recorder: Recorder }).recorder);
    return await found.evaluate(look as (recorder: Recorder, ...given: unknown[]) => Result, given) as Result;
  }

  /** Shows the page of the jobs, anew. */
  async showJobs(): Promise<void> {
    await this.go(jobsPage);
    await eventually(() => this.tab.evaluate(() => 'bench' in globalThis), { what: 'the page of the jobs' });
  }

  /** Has a job done in the page of the jobs. */
  async job<Name extends keyof Jobs>(name: Name, ...args: Parameters<Jobs[Name]>): Promise<Awaited<ReturnType<Jobs[Name]>>> {
    const place = await this.tab.evaluate(
      (job, given) => (globalThis as unknown as { bench: Bench }).bench.begin(job, given), name, args,
    );
    const outcome: Outcome = await eventually(
      () => this.tab.evaluate((of) => (globalThis as unknown as { bench: Bench }).bench.outcome(of), place), { what: name, timeout: patience },
    );
    if ('error' in outcome) throw new Error(`${name}: ${outcome.error}`);
    return outcome.value as Awaited<ReturnType<Jobs[Name]>>;
  }

  async close(): Promise<void> {
    await this.driver.close();
  }
}
