/** The words that a person has selected. */
import { postOfSelection, quoteOfSelection } from '../telegram/selected.ts';
import { readTextPlaces } from '../telegram/text-places.ts';
import type { Selected } from './reading.ts';

/** @returns undefined when nothing of a post's text is selected, or more than one post */
export function readSelected(): Selected | undefined {
  const selection = document.getSelection();
  const post = selection ? postOfSelection(document, selection) : undefined;
  const places = post && readTextPlaces(post);
  const quote = selection && places && quoteOfSelection(places, selection);
  // Where its words end: the selection itself may end where the next paragraph begins.
  const end = quote && places.rangesOf(quote.start, quote.end).at(-1)?.getClientRects();
  const place = end && end[end.length - 1];
  return post && quote && place ? { post, quote, place: { right: place.right + scrollX, bottom: place.bottom + scrollY } } : undefined;
}
