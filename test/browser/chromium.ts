/** Chromium through the DevTools protocol. */
import { setTimeout as pause } from 'node:timers/promises';
import { launch } from 'puppeteer-core';
import type { CDPSession, Frame, JSHandle, Protocol } from 'puppeteer-core';
import { watchErrors } from './chromium-errors.ts';
import { eachOf } from './each-of.ts';
import type { Engine } from './engine.ts';
import { eventually } from './eventually.ts';

const SWITCHES = [
  // Chromium refuses to run as root with its sandbox, as in containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  // Without a window it believes that there is no mouse, and media queries say so. Fine pointer, which can hover:
  // https://source.chromium.org/chromium/chromium/src/+/main:ui/base/pointer/pointer_device.h
  '--blink-settings=primaryPointerType=4,availablePointerTypes=4,primaryHoverType=2,availableHoverTypes=2',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Requests of pages are answered by the driver before any name is looked up; whatever else the browser thinks of
 * asking (workers, updates) fails here instead of reaching the network.
 */
const OFFLINE = ['--host-resolver-rules=MAP * ~NOTFOUND'];

function viaProxy(port: number): string[] {
  return [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'];
}

export const chromium: Engine = {
  async launch({ executable, headless, profile, downloads, window, offline, proxy }) {
    return await launch({
      executablePath: executable,
      pipe: true,
      enableExtensions: true,
      headless,
      userDataDir: profile,
      defaultViewport: null,
      downloadBehavior: { policy: 'allow', downloadPath: downloads },
      args: [...SWITCHES, ...(offline ? proxy === undefined ? OFFLINE : viaProxy(proxy) : []), `--window-size=${window.width},${window.height}`],
    });
  },

  async install(browser, { extension, onError }) {
    await watchErrors(browser, onError);
    const id = await browser.installExtension(extension);
    return { id, origin: `chrome-extension://${id}` };
  },

  async tabs(browser) {
    return (await browser.pages()).map((page) => ({ page, address: page.url() }));
  },

  async stopWorker(browser) {
    const workers = browser.targets().filter((target) => target.type() === 'service_worker');
    // A worker that is about to start heeds no first request.
    await eventually(async () => {
      const running = workers.filter((target) => browser.targets().includes(target));
      await Promise.all(running.map(async (target) => (await target.worker())?.close()).map((closed) => closed.catch(() => undefined)));
      return running.length === 0;
    }, { what: 'the worker to stop' });
  },

  async dropDatabases(page) {
    await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      await Promise.all(databases.map(({ name = '' }) => new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = reject;
      })));
    });
  },

  async prepare(page, { window, darkTheme }) {
    await page.setViewport(window);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: darkTheme ? 'dark' : 'light' },
    ]);
  },

  async resize(page, { width, height }) {
    // With the size, Puppeteer sets that there is no touch screen, after which a page that is loaded already has no mouse either.
    const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
    await inner(page.mainFrame()).client.send('Emulation.setDeviceMetricsOverride', metrics);
  },

  async goToExtension(page, url) {
    await page.goto(url);
  },

  async shadowRoots(frame, hosts) {
    const { client } = inner(frame);
    const roots = await Promise.all((await eachOf<Element>(hosts)).map(async (host) => {
      const { node } = await client.send('DOM.describeNode', { objectId: host.remoteObject().objectId ?? '', depth: -1, pierce: true });
      return rootsIn(node).map(({ backendNodeId }) => inner(frame).mainRealm().adoptBackendNode(backendNodeId));
    }));
    return (await Promise.all(roots.flat())) as JSHandle<ShadowRoot>[];
  },

  async pointAt(handle) {
    const { x, y } = await handle.clickablePoint();
    await handle.frame.page().mouse.move(x, y);
  },

  async clickAt(handle) {
    const { mouse } = handle.frame.page();
    await mouse.down();
    await mouse.up();
  },

  async press(focused, combination) {
    const { keyboard } = focused.page();
    try {
      for (const key of combination) await keyboard.down(key);
      for (const key of combination.toReversed()) await released(keyboard.up(key));
    } catch (error) {
      // A key may close the tab that it is pressed in, before it is released there.
      if (!(error instanceof Error && error.name === 'TargetCloseError')) throw error;
    }
  },

  async type(focused, text) {
    await focused.page().keyboard.type(text);
  },
};

/** The shadow roots of an element, and those within them. */
function rootsIn({ shadowRoots = [], children = [] }: Protocol.DOM.Node): Protocol.DOM.Node[] {
  return [...shadowRoots, ...[...shadowRoots, ...children].flatMap(rootsIn)];
}

/** Chromium sometimes never says that a key was released, when the frame that it was pressed in has closed by then. */
async function released(release: Promise<void>): Promise<void> {
  release.catch(() => undefined);
  await Promise.race([release, pause(5_000)]);
}

/**
 * The parts of Puppeteer's CDP frame that are not in its types: the session of the frame's own process
 * (a framed extension page is another process), and a way to make a handle of a node found by the protocol.
 */
interface CdpFrame {
  client: CDPSession;
  mainRealm(): { adoptBackendNode(id: number): Promise<JSHandle> };
}

function inner(frame: Frame): CdpFrame {
  return frame as unknown as CdpFrame;
}
