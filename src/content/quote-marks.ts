/**
 * Marks quoted words with the CSS Custom Highlight API, which leaves the page's text as it is. Where a browser lacks it the words
 * stand unmarked, and the annotation says what they are. https://drafts.csswg.org/css-highlight-api-1/
 */
import { anchor } from '../model/anchor.ts';
import type { Quote } from '../model/annotation.ts';
import { readTextPlaces } from '../telegram/text-places.ts';
import { quotesAttribute } from './offer.ts';
import type { QuoteEvents, Reading } from './reading.ts';
import type { call } from './worker.ts';

interface Shown {
  quotes: readonly (Quote | undefined)[];
  /** Of each: none when it was not found. */
  ranges: Range[][];
  at: number | undefined;
}

/** Its ranges are not read back: Firefox lets no content script walk through them. */
function highlight(name: string): Highlight | undefined {
  if (!('highlights' in CSS)) return undefined;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}

export function createQuoteMarks(by: typeof call): Pick<Reading, 'showQuotes' | 'pointAt'> {
  const all = highlight('postil-quote');
  const pointed = highlight('postil-quote-pointed');
  const posts = new Map<Element, Shown>();
  let isStyled = false;

  function addStyles(): void {
    if (isStyled) return;
    isStyled = true;
    // Words that stand there unmarked are no loss: the annotation says what they are.
    by('page.quoteStyles', {}).catch(() => { isStyled = false; });
  }

  function forget({ ranges }: Shown): void {
    for (const range of ranges.flat()) {
      all?.delete(range);
      pointed?.delete(range);
    }
  }

  function place(post: Element, quotes: Shown['quotes']): Shown {
    const places = quotes.some((quote) => quote) ? readTextPlaces(post) : undefined;
    const ranges = quotes.map((quote) => {
      const found = places && quote && anchor(places.text, quote);
      return found ? places.rangesOf(found.start, found.end) : [];
    });
    for (const range of ranges.flat()) all?.add(range);
    post.toggleAttribute(quotesAttribute, ranges.flat().length > 0);
    return { quotes, ranges, at: undefined };
  }

  function pointAt(post: Element, at: number | undefined): void {
    const shown = posts.get(post);
    if (!shown || shown.at === at) return;
    for (const range of shown.ranges[shown.at ?? -1] ?? []) pointed?.delete(range);
    for (const range of shown.ranges[at ?? -1] ?? []) pointed?.add(range);
    shown.at = at;
  }

  /** The shortest of those that stand there: of two, one of which holds the other, it is the one that is meant. */
  function quoteAt(post: Element, { clientX, clientY }: MouseEvent): number | undefined {
    const { offsetNode, offset } = document.caretPositionFromPoint(clientX, clientY) ?? {};
    const { ranges = [], quotes = [] } = posts.get(post) ?? {};
    if (!offsetNode || offset === undefined) return undefined;
    const there = ranges.flatMap((parts, i) => (parts.some((range) => range.isPointInRange(offsetNode, offset)) ? [i] : []));
    return there.sort((a, b) => (quotes[a]?.exact.length ?? 0) - (quotes[b]?.exact.length ?? 0))[0];
  }

  function listen(post: Element, events: QuoteEvents): void {
    addStyles();
    let over: number | undefined;
    const point = (at: number | undefined) => {
      if (at === over) return;
      over = at;
      pointAt(post, at);
      events.pointed(at);
    };
    post.addEventListener('pointermove', (event) => point(event instanceof MouseEvent ? quoteAt(post, event) : undefined), { passive: true });
    post.addEventListener('pointerleave', () => point(undefined));
    post.addEventListener('click', (event) => {
      const at = event.isTrusted && event instanceof MouseEvent && !isActive(event.target) ? quoteAt(post, event) : undefined;
      if (at !== undefined && document.getSelection()?.isCollapsed !== false) events.pressed(at);
    });
    // The page's script wraps words into elements of its own, and takes them out of our ranges by it.
    new MutationObserver(() => {
      const shown = posts.get(post);
      if (!shown) return;
      forget(shown);
      posts.set(post, place(post, shown.quotes));
    }).observe(post, { childList: true, characterData: true, subtree: true });
  }

  return {
    showQuotes(post, quotes, events) {
      const before = posts.get(post);
      if (before) forget(before);
      else if (quotes.some((quote) => quote)) listen(post, events);
      else return quotes.map(() => true);
      const shown = place(post, quotes);
      posts.set(post, shown);
      return shown.ranges.map((ranges, i) => ranges.length > 0 || !quotes[i]);
    },
    pointAt,
  };
}

/** A press on it means something else. */
function isActive(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, tg-spoiler, postil-annotation') !== null;
}
