/** WebDriver BiDi commands that Puppeteer has no method for, or whose shadow tree options it does not pass on. */
import type { Browser, Frame, JSHandle } from 'puppeteer-core';

/** A node as BiDi describes it: https://w3c.github.io/webdriver-bidi/#type-script-RemoteValue */
export interface RemoteNode {
  type: 'node';
  sharedId: string;
  value: { shadowRoot?: RemoteNode | null };
}

interface Remote {
  type: string;
  value?: unknown;
}

export type Argument = Pick<RemoteNode, 'sharedId'> | { type: 'string'; value: string };

/** Puppeteer keeps these from its types; they are what its own methods stand on. */
interface Inner {
  browser: {
    connection: {
      send(method: string, params: object): Promise<{ result: unknown }>;
      on(event: string, listener: (params: unknown) => void): void;
    };
  };
  frame: { _id: string; mainRealm(): { createHandle(value: RemoteNode): JSHandle } };
  handle: { remoteValue(): RemoteNode };
}

export async function send(browser: Browser, method: string, params: object): Promise<unknown> {
  return (await (browser as unknown as Inner['browser']).connection.send(method, params)).result;
}

export function onEvent(browser: Browser, event: string, listener: (params: unknown) => void): void {
  (browser as unknown as Inner['browser']).connection.on(event, listener);
}

export const contextOf = (frame: Frame) => (frame as unknown as Inner['frame'])._id;

export const referenceTo = (handle: JSHandle) => ({
  sharedId: (handle as unknown as Inner['handle']).remoteValue().sharedId,
});

export const handleOf = (frame: Frame, node: RemoteNode) =>
  (frame as unknown as Inner['frame']).mainRealm().createHandle(node);

/**
 * Calls a function (source text) in a frame. Nodes in the answer come with their shadow roots, closed ones included:
 * a reference to a closed root is what lets everything else reach inside it.
 */
export async function call(frame: Frame, source: string, args: Argument[] = []): Promise<Remote> {
  return answered(
    await send(frame.page().browser(), 'script.callFunction', {
      functionDeclaration: source,
      arguments: args,
      target: { context: contextOf(frame) },
      awaitPromise: true,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0, maxObjectDepth: 3 },
    }),
  );
}

/** Evaluates in the browser's own window, with its privileges; needs --remote-allow-system-access. */
export async function callPrivileged(browser: Browser, source: string, args: object[] = []): Promise<Remote> {
  const { contexts } = (await send(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    contexts: { context: string }[];
  };
  const [window] = contexts;
  if (window === undefined) throw new Error('Firefox has no window');
  return answered(
    await send(browser, 'script.callFunction', {
      functionDeclaration: source,
      arguments: args,
      target: { context: window.context },
      awaitPromise: true,
    }),
  );
}

function answered(answer: unknown): Remote {
  const { result, exceptionDetails } = answer as { result?: Remote; exceptionDetails?: { text: string } };
  if (result === undefined) throw new Error(exceptionDetails?.text ?? 'No answer from Firefox');
  return result;
}
