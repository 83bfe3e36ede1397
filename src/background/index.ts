/** The worker: the only writer, but for imports. It holds no truth in memory, because the browser stops it whenever it likes. */
import { explainFailure } from '../messages/failures.ts';
import { createRouter } from '../messages/router.ts';
import { purgeDeleted } from '../store/purge.ts';
import { Database } from '../store/schema.ts';
import { colourBadge } from '../webext/badge.ts';
import { extensionUrl, onMessage, ownId } from '../webext/runtime.ts';
import { callerOf } from '../webext/sender.ts';
import { onTabClosed } from '../webext/tabs.ts';
import { forgetPage } from './badge.ts';
import { createHandlers } from './handlers.ts';
import { revokeTokensOfTab } from './tokens.ts';

const relaxed = new Database('relaxed');
const route = createRouter(createHandlers(new Database('strict'), relaxed), explainFailure);
const own = { url: extensionUrl(''), id: ownId() };

onMessage((message, sender) => route(message, callerOf(sender, own)));
onTabClosed((tabId) => {
  // Fails when the tab closes with the browser, and the session is over anyway.
  Promise.all([revokeTokensOfTab(tabId), forgetPage(tabId)]).catch(() => undefined);
});
purgeDeleted(relaxed, Date.now()).catch((error: unknown) => console.error('Postil: not purged:', error));
void colourBadge('#b3261e', '#ffffff');
