/** Firefox through WebDriver BiDi. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { Engine, Settings } from './engine.ts';
import { watchErrors } from './firefox-errors.ts';
import { clickAt, pointAt, press, type } from './firefox-input.ts';
import { callPrivileged, contextOf, send, shadowRoots } from './firefox-protocol.ts';
import { connectPromptly } from './firefox-socket.ts';
import { tabs } from './firefox-tabs.ts';

/** Firefox gives an extension a random origin, and with it a new store, unless told one. */
const UUID = '8d0b3c5e-52a7-4f4c-9a53-1f0d6f7a2b61';

export const firefox: Engine = {
  async launch(settings) {
    return await connectPromptly(() => launch({
      browser: 'firefox',
      executablePath: settings.executable,
      headless: settings.headless,
      userDataDir: settings.profile,
      defaultViewport: null,
      extraPrefsFirefox: preferences(settings),
      args: [
        // Lets the driver see extension pages, which are not content like any other.
        '--remote-allow-system-access',
        `--width=${settings.window.width}`,
        `--height=${settings.window.height}`,
      ],
    }));
  },

  async install(browser, { extension, onError }) {
    await watchErrors(browser, onError);
    // A temporary add-on: gone after a restart, and the only kind that needs no signature.
    return { id: await browser.installExtension(extension), origin: `moz-extension://${UUID}` };
  },

  tabs,

  async stopWorker(browser, { extension }) {
    const source = '(id) => WebExtensionPolicy.getByID(id).extension.terminateBackground()';
    await callPrivileged(browser, source, [{ type: 'string', value: geckoId(extension) }]);
  },

  async dropDatabases(page, { extension }) {
    // As the browser itself does it: what a page asks for waits up to 13 s for pages that closed in the middle of something.
    const source = `(id) => new Promise((resolve, reject) => {
      const { principal } = WebExtensionPolicy.getByID(id).extension;
      const request = Services.qms.clearStoragesForPrincipal(principal);
      request.callback = () => request.resultCode === 0 ? resolve() : reject(new Error('Not cleared: ' + request.resultCode));
    })`;
    await callPrivileged(page.browser(), source, [{ type: 'string', value: geckoId(extension) }]);
  },

  async prepare(page, { window }) {
    await page.setViewport(window);
  },

  async resize(page, size) {
    await page.setViewport(size);
  },

  async goToExtension(page, url) {
    // Extension pages live in a process of their own. BiDi reports no load event after the switch to it, so
    // `page.goto` would wait for ever.
    const context = contextOf(page.mainFrame());
    await send(page.browser(), 'browsingContext.navigate', { context, url, wait: 'none' });
  },

  shadowRoots,
  pointAt,
  clickAt,
  press,
  type,
};

/**
 * Requests of pages are answered by the driver; whatever else the browser asks for is sent to a port where nobody
 * listens instead of to the network.
 */
function offlineBy(port = 9): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
  };
}

/** Drawing without a graphics card is most of what a spec costs here; nobody watches. */
const SELDOM_DRAWN = { 'layout.frame_rate': 20 };
const EXACT = { 'privacy.reduceTimerPrecision': false };

function preferences({ extension, downloads, darkTheme, offline, proxy, exact }: Settings): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId(extension)]: UUID }),
    // A temporary add-on goes when the browser closes; what it stored must be there when it is installed again.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    ...(exact ? EXACT : SELDOM_DRAWN),
    // Timers keep time in tabs in the background too, as Puppeteer has it in Chromium: there stands the popup when a spec
    // needs the page that it is about in front.
    'dom.timeout.enable_budget_timer_throttling': false,
    'dom.min_background_timeout_value_without_budget_throttling': 4,
    // One process for all pages, which lives as long as the browser: a new one for every tab takes longer than the page.
    'dom.ipc.processCount': 1,
    'dom.ipc.processPrelaunch.enabled': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'layout.css.prefers-color-scheme.content-override': darkTheme ? 0 : 1,
    // What an extension asks for by permissions.request is given without a question, which nobody here could answer.
    'extensions.webextOptionalPermissionPrompts': false,
    // How the driver hears of console errors.
    'devtools.console.stdout.content': true,
    'devtools.console.stdout.chrome': false,
    // No experiments and remote settings: they complain about the missing network in the same console as pages do.
    'messaging-system.rsexperimentloader.enabled': false,
    'app.normandy.enabled': false,
    ...(offline ? offlineBy(proxy) : {}),
  };
}

function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${extension} has no browser_specific_settings.gecko.id`);
  return id;
}
