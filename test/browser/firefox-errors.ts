import { createInterface } from 'node:readline';
import type { Browser } from 'puppeteer-core';
import { callPrivileged, onEvent } from './firefox-protocol.ts';

/**
 * Reports console errors and uncaught exceptions of every page, frame, content script and extension page, the
 * background page included. BiDi's own log events leave out all documents of the extension's process.
 */
export async function watchErrors(browser: Browser, onError: (text: string) => void): Promise<void> {
  watchConsole(browser, onError);
  onEvent(browser, 'script.message', (event) => {
    const { channel, data } = event as { channel: string; data: { value: string } };
    if (channel === CHANNEL && !answersNobody.test(data.value) && !isStopped.test(data.value)) onError(data.value);
  });
  await callPrivileged(browser, LISTEN, [{ type: 'channel', value: { channel: CHANNEL } }]);
}

/** What pages write to the console goes to standard output, by the preference `devtools.console.stdout.content`. */
function watchConsole(browser: Browser, onError: (text: string) => void): void {
  const output = browser.process()?.stdout;
  if (!output) throw new Error('Firefox was started without its output');
  createInterface(output).on('line', (line) => {
    const [, text] = /^console\.(?:error|assert): (.*)/.exec(line) ?? [];
    // The browser's own parts put their name first, and what they say on further lines: "RSLoader: ".
    if (text !== undefined && !/^[\w.]+: $/.test(text)) onError(text);
  });
}

const CHANNEL = 'postil-errors';

/**
 * What Firefox says, in the extension's name, of a page that goes, for good or into the back/forward cache, while an
 * answer to it is under way. What the message asked for is done all the same; the page that would hear of it is no more.
 * Which of the two comes first is chance, and nothing that code could prevent: https://bugzilla.mozilla.org/show_bug.cgi?id=1665380
 */
const answersNobody =
  /^Promise (resolved after context unloaded|resolved while context is inactive|rejected after context unloaded: (Actor 'Conduits' destroyed before query 'RuntimeMessage' was resolved|Could not establish connection))/;

/**
 * What it says when the worker is stopped between two uses of the database: what is asked of a document that is no longer
 * active fails like this, and nobody is left to catch it. https://github.com/w3c/IndexedDB/issues/412
 */
const isStopped = /^NS_ERROR_NOT_INITIALIZED: +\(moz-extension:\/\/[^/]+\/background\.js/;

/** The browser's own console hears of exceptions, and of breaches of content security policies, in all processes. */
const LISTEN = `(report) => Services.console.registerListener({
  observe(message) {
    if (!(message instanceof Ci.nsIScriptError)) return;
    const { warningFlag, infoFlag } = Ci.nsIScriptError;
    const isError = (message.flags & (warningFlag | infoFlag)) === 0;
    const isOfPage = /^(https?|moz-extension):/.test(message.sourceName);
    if (isError && isOfPage) report(message.errorMessage + ' (' + message.sourceName + ':' + message.lineNumber + ')');
  },
})`;
