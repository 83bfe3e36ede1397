/**
 * The script on t.me pages. A browser may run it more than once on one page: as the page loads and once more by
 * `webext/inject.ts`, in one world; or, after an update, in a new world, under which the old script goes on without
 * its extension (in Chromium; Firefox ends it).
 */
import { annotatePage } from './page.ts';
import { leavePage, leftPage } from './world.ts';

if (!leftPage()) {
  // What an old script drew does nothing any more.
  for (const left of document.querySelectorAll('postil-annotation')) left.remove();
  leavePage(annotatePage());
}
