/** Firefox through WebDriver BiDi. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { ElementHandle, Frame, JSHandle } from 'puppeteer-core';
import { describeElement, isExposed } from './aria.ts';
import type { Engine, Found, Settings } from './engine.ts';
import { watchErrors } from './firefox-errors.ts';
import { click, press, type } from './firefox-input.ts';
import { call, contextOf, handleOf, referenceTo, send, type RemoteNode } from './firefox-protocol.ts';

/** Firefox gives an extension a random origin, and with it a new store, unless told one. */
const UUID = '8d0b3c5e-52a7-4f4c-9a53-1f0d6f7a2b61';

export const firefox: Engine = {
  async start(settings) {
    const browser = await launch({
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
    });
    await watchErrors(browser, settings.onError);
    await browser.installExtension(settings.extension);
    return { browser, origin: `moz-extension://${UUID}` };
  },

  async prepare(page, { window }) {
    await page.setViewport(window);
  },

  async goToExtension(page, url) {
    // Extension pages live in a process of their own. BiDi reports no load event after the switch to it, so
    // `page.goto` would wait for ever.
    const context = contextOf(page.mainFrame());
    await send(page.browser(), 'browsingContext.navigate', { context, url, wait: 'none' });
  },

  async elements(frame, role, within) {
    const start = within === undefined ? await frame.evaluateHandle(() => document) : await frame.$(within);
    if (start === null) return [];
    const scopes = await withShadowRoots(frame, start);
    const { value } = await call(frame, FIND, [{ type: 'string', value: role }, ...scopes]);
    const matches = value as { value: [RemoteNode, { value: string }] }[];
    return matches.map(({ value: [node, name] }): Found => {
      return { handle: handleOf(frame, node) as ElementHandle<HTMLElement>, role, name: name.value };
    });
  },

  async describe(handle) {
    return await handle.evaluate(describeElement);
  },

  async shadowRoot(handle) {
    const { value } = await call(handle.frame, '(element) => element', [referenceTo(handle)]);
    const root = (value as RemoteNode['value']).shadowRoot;
    return root ? (handleOf(handle.frame, root) as JSHandle<ShadowRoot>) : undefined;
  },

  click,
  press: async (_page, focused, combination) => await press(focused, combination),
  type: async (_page, focused, text) => await type(focused, text),
};

/** The elements that can have a shadow root at all: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const HOSTS = `(...scopes) => scopes.flatMap((scope) => [...scope.querySelectorAll('*')]).filter((element) =>
  element.localName.includes('-') ||
  /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/.test(element.localName))`;

const FIND = `(role, ...scopes) => {
  const describe = ${describeElement};
  const exposed = ${isExposed};
  return scopes
    .flatMap((scope) => [...scope.querySelectorAll('*')])
    .map((element) => ({ element, ...describe(element) }))
    .filter((found) => found.role === role && exposed(found.element))
    .map((found) => [found.element, found.name]);
}`;

/** A part of a document, and every shadow root in it. */
async function withShadowRoots(frame: Frame, start: JSHandle): Promise<{ sharedId: string }[]> {
  const all = [];
  let scopes = [referenceTo(start)];
  while (scopes.length > 0) {
    all.push(...scopes);
    const { value } = await call(frame, HOSTS, scopes);
    scopes = (value as RemoteNode[]).flatMap(({ value: { shadowRoot } }) => shadowRoot ?? []);
  }
  return all.map(({ sharedId }) => ({ sharedId }));
}

function preferences({ extension, downloads, darkTheme }: Settings): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId(extension)]: UUID }),
    // A temporary add-on goes when the browser closes; what it stored must be there when it is installed again.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'layout.css.prefers-color-scheme.content-override': darkTheme ? 0 : 1,
    // Requests of pages are answered by the driver; whatever else the browser asks for is sent to a port
    // where nobody listens instead of to the network.
    'devtools.console.stdout.content': true,
    'devtools.console.stdout.chrome': false,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
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
