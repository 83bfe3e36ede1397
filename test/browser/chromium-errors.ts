import { CDPSessionEvent } from 'puppeteer-core';
import type { Browser, CDPSession, Protocol, Target } from 'puppeteer-core';

/**
 * Reports console errors and uncaught exceptions of every page, frame, content script and worker. Puppeteer's own
 * `console` and `pageerror` events leave out content scripts and service workers, so this listens one level lower:
 * on each session as it is attached, frames of other processes included.
 */
export async function watchErrors(browser: Browser, onError: (text: string) => void): Promise<void> {
  const listened = new WeakSet<CDPSession>();
  const listen = (session: CDPSession) => {
    if (listened.has(session)) return;
    listened.add(session);
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => onError(thrown(exceptionDetails)));
    session.on('Runtime.consoleAPICalled', (event) => {
      if (event.type === 'error' || event.type === 'assert') onError(logged(event));
    });
    session.on('Log.entryAdded', ({ entry }) => {
      // Failed requests are no mistake of the extension, and Firefox does not report them.
      if (entry.level === 'error' && entry.source !== 'network') onError(`${entry.text} (${entry.url ?? entry.source})`);
    });
  };
  const ofBrowser = await browser.target().createCDPSession();
  ofBrowser.connection()?.on(CDPSessionEvent.SessionAttached, listen);

  const enable = async (target: Target) => {
    // Through Puppeteer's own session to the worker, since one of ours would keep the worker from ever stopping.
    if (target.type() === 'service_worker') await target.worker();
  };
  browser.on('targetcreated', (target) => void enable(target).catch(() => undefined));
  await Promise.all(browser.targets().map(enable));
}

function thrown({ exception, text, url, lineNumber }: Protocol.Runtime.ExceptionDetails): string {
  return exception?.description ?? `${text} (${url ?? '?'}:${lineNumber})`;
}

function logged({ args }: Protocol.Runtime.ConsoleAPICalledEvent): string {
  return args.map((arg) => arg.description ?? String(arg.value)).join(' ');
}
