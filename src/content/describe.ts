/**
 * Says what kind of page this is. The popup runs it in the page when it opens over it: what only the popup asks for needs
 * not be on every page.
 */
import { type PageDescription, descriptionKey } from '../messages/page-description.ts';
import { brokenFacts } from '../telegram/markup-check.ts';
import { outline } from '../telegram/outline.ts';
import { noPostsReason, pageType } from '../telegram/page.ts';
import { leftPage } from './world.ts';

function describePage(): PageDescription {
  const broken = brokenFacts(document);
  const keys = leftPage()?.untouched() ?? [];
  if (keys.length > 0 && keys.every(({ telegramId }) => telegramId === undefined)) broken.push('channel-id');
  if (broken.length > 0) return { markup: { page: pageType(document), broken, outline: outline(document) } };
  const noPosts = noPostsReason(document);
  return noPosts === undefined ? {} : { noPosts };
}

Reflect.set(globalThis, Symbol.for(descriptionKey), describePage());
