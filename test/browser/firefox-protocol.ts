/** WebDriver BiDi commands that Puppeteer has no method for, or whose shadow tree options it does not pass on. */
import type { Browser, Frame, JSHandle } from 'puppeteer-core';

/** Puppeteer keeps these from its types; they are what its own methods stand on. */
interface Inner {
  browser: {
    connection: {
      send(method: string, params: object): Promise<{ result: unknown }>;
      on(event: string, listener: (params: unknown) => void): void;
      emit(event: string, params: unknown): void;
    };
  };
  frame: { _id: string; mainRealm(): { createHandle(value: RemoteNode): JSHandle } };
  handle: { remoteValue(): RemoteNode };
}

/** A node as BiDi describes it: https://w3c.github.io/webdriver-bidi/#type-script-RemoteValue */
interface RemoteNode {
  type: 'node';
  sharedId: string;
  /** Of whatever was evaluated as a handle, nodes or not. */
  handle?: string;
  value?: { shadowRoot?: RemoteNode | null; children?: RemoteNode[] };
}

export async function send(browser: Browser, method: string, params: object): Promise<unknown> {
  return (await (browser as unknown as Inner['browser']).connection.send(method, params)).result;
}

export function onEvent(browser: Browser, event: string, listener: (params: unknown) => void): void {
  (browser as unknown as Inner['browser']).connection.on(event, listener);
}

/** A tab as BiDi describes it: https://w3c.github.io/webdriver-bidi/#type-browsingContext-Info */
export interface Info {
  context: string;
  url: string;
}

/** What all tabs show, as Firefox itself knows it. */
export async function topContexts(browser: Browser): Promise<Info[]> {
  return (await send(browser, 'browsingContext.getTree', { maxDepth: 0 }) as { contexts: Info[] }).contexts;
}

/** Tells Puppeteer of a tab, as Firefox should have done. */
export function announce(browser: Browser, tab: Info): void {
  (browser as unknown as Inner['browser']).connection.emit('browsingContext.contextCreated', tab);
}

export function contextOf(frame: Frame): string {
  return (frame as unknown as Inner['frame'])._id;
}

export function referenceTo(handle: JSHandle): { sharedId: string } {
  return { sharedId: remoteValueOf(handle).sharedId };
}

function remoteValueOf(handle: JSHandle): RemoteNode {
  return (handle as unknown as Inner['handle']).remoteValue();
}

/** Evaluates in the browser's own window, with its privileges; needs --remote-allow-system-access. */
export async function callPrivileged(browser: Browser, source: string, args: object[]): Promise<void> {
  const tree = await send(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree as { contexts: { context: string }[] }).contexts;
  if (window === undefined) throw new Error('Firefox has no window');
  await call(browser, { functionDeclaration: source, arguments: args, target: { context: window.context } });
}

/** A node serialized with its closed shadow root gives a reference to that root, which lets everything else in. */
export async function shadowRoots(frame: Frame, hosts: JSHandle<Element[]>): Promise<JSHandle<ShadowRoot>[]> {
  const found = await call(frame.page().browser(), {
    functionDeclaration: '(hosts) => hosts',
    arguments: [{ handle: remoteValueOf(hosts).handle }],
    target: { context: contextOf(frame) },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: null, maxObjectDepth: 1 },
  });
  const roots = (found as RemoteNode[]).flatMap(rootsIn);
  const realm = (frame as unknown as Inner['frame']).mainRealm();
  return roots.map((root) => realm.createHandle(root) as JSHandle<ShadowRoot>);
}

/** The shadow roots of an element, and those within them. */
function rootsIn({ value: { shadowRoot, children = [] } = {} }: RemoteNode): RemoteNode[] {
  const own = shadowRoot ? [shadowRoot] : [];
  return [...own, ...[...own, ...children].flatMap(rootsIn)];
}

async function call(browser: Browser, params: object): Promise<unknown> {
  const answer = await send(browser, 'script.callFunction', { awaitPromise: true, ...params });
  const { result, exceptionDetails } = answer as {
    result?: { value?: unknown };
    exceptionDetails?: { text: string };
  };
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result?.value;
}
