/** Chromium through the DevTools protocol. */
import { launch } from 'puppeteer-core';
import type {
  CDPSession,
  ElementHandle,
  Frame,
  JSHandle,
  KeyInput,
  Page,
  Protocol,
} from 'puppeteer-core';
import { watchErrors } from './chromium-errors.ts';
import type { Described, Engine, Found, Settings } from './engine.ts';

/**
 * The parts of Puppeteer's CDP frame that are not in its types: the session of the frame's own process
 * (a framed extension page is another process), and a way to make a handle of a node found by the protocol.
 */
interface CdpFrame {
  client: CDPSession;
  mainRealm(): { adoptBackendNode(id: number | undefined): Promise<JSHandle> };
}
const inner = (frame: Frame) => frame as unknown as CdpFrame;

const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Requests of pages are answered by the driver before any name is looked up; whatever else the browser
  // thinks of asking (workers, updates) fails here instead of reaching the network.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

export const chromium: Engine = {
  async start(settings) {
    const { width, height } = settings.window;
    const browser = await launch({
      executablePath: settings.executable,
      pipe: true,
      enableExtensions: [settings.extension],
      headless: settings.headless,
      userDataDir: settings.profile,
      defaultViewport: null,
      downloadBehavior: { policy: 'allow', downloadPath: settings.downloads },
      args: [...SWITCHES, `--window-size=${width},${height}`],
    });
    await watchErrors(browser, settings.onError);
    const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
    return { browser, origin: `chrome-extension://${new URL(worker.url()).host}` };
  },

  async prepare(page: Page, { window, darkTheme }: Settings) {
    await page.setViewport(window);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: darkTheme ? 'dark' : 'light' },
    ]);
  },

  async goToExtension(page, url) {
    await page.goto(url);
  },

  async elements(frame, role, within) {
    const { client } = inner(frame);
    const root = await frame.evaluateHandle(() => document);
    const start = within === undefined ? root : await frame.$(within);
    if (start === null) return [];
    // The only query of the protocol that answers for closed shadow roots: it reads the accessibility tree.
    const { nodes } = await client.send('Accessibility.queryAXTree', { objectId: idOf(start), role });
    const found: Found[] = [];
    for (const node of nodes) {
      if (node.ignored) continue;
      const handle = await inner(frame).mainRealm().adoptBackendNode(node.backendDOMNodeId);
      found.push({ handle: handle as ElementHandle<HTMLElement>, ...described(node) });
    }
    return found;
  },

  async describe(handle) {
    const { client } = inner(handle.frame);
    const { nodes } = await client.send('Accessibility.getPartialAXTree', {
      objectId: idOf(handle),
      fetchRelatives: false,
    });
    return described(nodes[0]);
  },

  async shadowRoot(handle) {
    const { client, mainRealm } = inner(handle.frame);
    const { node } = await client.send('DOM.describeNode', { objectId: idOf(handle), depth: 0, pierce: true });
    const root = node.shadowRoots?.find((each) => each.shadowRootType !== 'user-agent');
    if (root === undefined) return undefined;
    const realm = mainRealm.call(handle.frame);
    return (await realm.adoptBackendNode(root.backendNodeId)) as JSHandle<ShadowRoot>;
  },

  async click(handle) {
    await handle.click();
  },

  async press(page: Page, _focused: Frame, combination: readonly KeyInput[]) {
    for (const key of combination) await page.keyboard.down(key);
    for (const key of combination.toReversed()) await page.keyboard.up(key);
  },

  async type(page, _focused, text) {
    await page.keyboard.type(text);
  },
};

function idOf(handle: JSHandle): string {
  const { objectId } = handle.remoteObject();
  if (objectId === undefined) throw new Error('Not an object of the page');
  return objectId;
}

function described(node: Protocol.Accessibility.AXNode | undefined): Described {
  return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '') };
}
