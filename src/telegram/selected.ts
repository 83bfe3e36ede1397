/** What a reader has selected of a post. */
import { type Quote, quoteOf } from '../model/quote.ts';
import { findPosts } from './find.ts';
import type { TextPlaces } from './text-places.ts';

/** As much of a `Selection` as is needed. Firefox makes several ranges where something stands in between that cannot be selected. */
type Selected = Pick<Selection, 'rangeCount' | 'getRangeAt'>;

/**
 * The post that the selection has words of. None when it has words of two: where a third click selects a paragraph, it
 * ends before the first word of what follows, in the next post perhaps.
 */
export function postOfSelection(document: Document, selection: Selected): Element | undefined {
  const selected = wholeOf(selection);
  if (selected === undefined) return undefined;
  const touched = findPosts(document).filter((post) => selected.intersectsNode(post) && hasWords(selected, post));
  return touched.length === 1 ? touched[0] : undefined;
}

/** What is selected of the post's text. Undefined when nothing is. */
export function quoteOfSelection(places: TextPlaces, selection: Selected): Quote | undefined {
  const selected = wholeOf(selection);
  const start = selected && places.offsetAt(selected.startContainer, selected.startOffset);
  const end = selected && places.offsetAt(selected.endContainer, selected.endOffset);
  return start === undefined || end === undefined ? undefined : quoteOf(places.text, start, end);
}

/** From the first range to the last, which are in the order of the page. */
function wholeOf(selection: Selected): Range | undefined {
  if (selection.rangeCount === 0) return undefined;
  const whole = selection.getRangeAt(0).cloneRange();
  const last = selection.getRangeAt(selection.rangeCount - 1);
  whole.setEnd(last.endContainer, last.endOffset);
  return whole;
}

function hasWords(selected: Range, post: Element): boolean {
  const part = selected.cloneRange();
  const all = new Range();
  all.selectNodeContents(post);
  if (part.compareBoundaryPoints(Range.START_TO_START, all) < 0) part.setStart(post, 0);
  if (part.compareBoundaryPoints(Range.END_TO_END, all) > 0) part.setEnd(post, post.childNodes.length);
  return part.toString().trim() !== '';
}
