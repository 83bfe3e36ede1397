/**
 * `npm start [-- ADDRESS] [--demo] [--headless] [--browser=chromium|firefox]`
 *
 * Builds Postil and opens a browser with it: on ADDRESS when the network reaches Telegram, else, or with --demo, on a
 * channel of the project's own. Without a display, or with --headless, it does the main job there by itself.
 */
import { parseArgs } from 'node:util';
import build, { extensionFolder } from './build.ts';
import { findBrowser } from './browser/browsers.mjs';
import { type BrowserName, launch } from './browser/driver.ts';
import { tour } from './demo/tour.ts';
import { demoChannels } from './site/demo.ts';
import { createSite } from './site/site.ts';

const demoAddress = 'https://t.me/s/harbour_gazette';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { demo: { type: 'boolean' }, headless: { type: 'boolean' }, browser: { type: 'string' } },
});

function chooseBrowser(): BrowserName {
  if (values.browser === 'chromium' || values.browser === 'firefox') return values.browser;
  if (values.browser !== undefined) throw new Error(`--browser is chromium or firefox, not ${values.browser}`);
  return findBrowser('chromium') === undefined ? 'firefox' : 'chromium';
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

async function reaches(address: string): Promise<boolean> {
  return fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(4_000) }).then(() => true, () => false);
}

async function main(): Promise<void> {
  console.log('Building …');
  await build();
  const browser = chooseBrowser();
  const headless = values.headless === true || !hasDisplay();
  const extension = extensionFolder(browser);
  if (headless) return tour(browser, extension);

  const address = positionals[0] ?? 'https://t.me/s/telegram';
  if (!URL.canParse(address)) throw new Error(`${address} is no address; try https://t.me/s/telegram`);
  const live = values.demo !== true && await reaches(address);
  const driver = await launch(browser, {
    extension, headless, greeted: true, ...(live ? {} : { answer: createSite(demoChannels()).answer }),
  });
  await driver.open(live ? address : demoAddress);
  console.log(live ? `${address} is open.` : `No network, or --demo: the demo channel is open under ${demoAddress}.`);
  console.log('Point at a post and press "¶ Annotate". Close the browser to end.');
  await driver.closed();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
