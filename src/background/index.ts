/** The worker: the only writer, but for imports and steps over many. It holds no truth in memory, because the browser stops it whenever it likes. */
import { explainFailure } from '../messages/failures.ts';
import { createRouter } from '../messages/router.ts';
import type { Signal } from '../messages/signals.ts';
import { browserKeys } from '../model/browser-keys.ts';
import { defaultOptions, nextOnPages } from '../model/options.ts';
import { readOptions } from '../store/options.ts';
import { purgeDeleted } from '../store/purge.ts';
import { purgeTags } from '../store/purge-tags.ts';
import { Database } from '../store/schema.ts';
import { onAnnotateCommand } from '../webext/annotate-command.ts';
import { colourBadge, sayOnPages } from '../webext/badge.ts';
import { onCommand } from '../webext/commands.ts';
import { injectIntoOpenTabs, onNewReach } from '../webext/inject.ts';
import { extensionUrl, onFirstInstall, onMessage, ownId, wakeWithBrowser } from '../webext/runtime.ts';
import { callerOf } from '../webext/sender.ts';
import { onTabClosed, openOwnPage, tellFrame } from '../webext/tabs.ts';
import { forgetPage } from './badge.ts';
import { guardDatabase } from './guard.ts';
import { createHandlers } from './handlers.ts';
import { createIndexing } from './indexing.ts';
import { showMenuEntry } from './menu.ts';
import { revokeTokensOfTab } from './tokens.ts';

/** The editor that had this tab to itself ends like one that closed itself; what was typed is a draft. */
async function endEditors(closedTab: number): Promise<void> {
  for (const { token, tabId, frameId } of await revokeTokensOfTab(closedTab)) {
    await tellFrame(tabId, frameId, { signal: 'editor.closed', token, notice: false } satisfies Signal);
  }
}

async function switchOnPages(): Promise<void> {
  const { onPages } = await readOptions(relaxed);
  await handlers['options.setOnPages']({ onPages: nextOnPages(onPages) }, { kind: 'extension' });
}

const relaxed = new Database('relaxed');
const handlers = createHandlers(new Database('strict'), relaxed);
const route = createRouter(handlers, explainFailure);
const indexSoon = createIndexing(relaxed);
const own = { url: extensionUrl(''), id: ownId() };

onMessage((call, sender) => {
  indexSoon();
  return route(call, callerOf(sender, own));
});
indexSoon();
wakeWithBrowser();
guardDatabase(relaxed).catch(explainFailure);
onNewReach(() => {
  readOptions(relaxed).catch(() => defaultOptions).then(showMenuEntry).catch((error: unknown) => console.error('Postil: no menu entry:', error));
  // Fails when the browser closes, and then there are no open tabs.
  injectIntoOpenTabs().catch(() => undefined);
});
// Fails when the browser closes, and when it has no window: then there is nobody to greet.
onFirstInstall(() => void openOwnPage('welcome.html').catch(() => undefined));
onAnnotateCommand((tabId, frameId) => void tellFrame(tabId, frameId, { signal: 'selection.annotate' } satisfies Signal));
onCommand(browserKeys.switchOnPages.command, () => void switchOnPages().catch(explainFailure));
readOptions(relaxed).then(({ onPages }) => sayOnPages(onPages)).catch(explainFailure);
onTabClosed((tabId) => {
  // Fails when the tab closes with the browser, and the session is over anyway.
  Promise.all([endEditors(tabId), forgetPage(tabId)]).catch(() => undefined);
});
Promise.all([purgeDeleted(relaxed, Date.now()), purgeTags(relaxed, Date.now())]).catch((error: unknown) => console.error('Postil: not purged:', error));
void colourBadge('#b3261e', '#ffffff');
