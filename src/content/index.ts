/**
 * The script on t.me pages. A browser may run it more than once on one page: as the page loads and once more by
 * `webext/inject.ts`, in one world; or, after an update, in a new world, under which the old script goes on without
 * its extension (in Chromium; Firefox ends it).
 */
import { annotatePage } from './page.ts';

/** No name, which an element of the page could take. Other worlds, the page's among them, do not see it. */
const running = Symbol.for('postil');

if (!(running in globalThis)) {
  Object.assign(globalThis, { [running]: true });
  // What an old script drew does nothing any more.
  for (const left of document.querySelectorAll('postil-annotation')) left.remove();
  annotatePage();
}
