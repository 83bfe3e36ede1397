/** One browser for all files of specs that a worker runs: launching one takes longer than many a file. */
import { type BrowserName, type Driver, type Options, launch } from './driver.ts';

/** Vitest loads the environment, which closes the browser, apart from the specs, which use it: each has its own modules. */
const common = globalThis as typeof globalThis & { postilSharedBrowser?: Driver | undefined };

/** The browser, as if it had just been launched. Options other than `answer` count when it really is. */
export async function borrow(name: BrowserName, options: Options): Promise<Driver> {
  const used = common.postilSharedBrowser;
  if (used) {
    const isReady = await used.reset().then(() => true, () => false);
    if (isReady) {
      used.answer = options.answer;
      return used;
    }
    await discard();
  }
  return common.postilSharedBrowser = await launch(name, options);
}

/** Closes the browser, if there is one: the next to borrow it gets another. */
export async function discard(): Promise<void> {
  const used = common.postilSharedBrowser;
  common.postilSharedBrowser = undefined;
  await used?.close();
}
