/** The words that a person has selected. */
import type { Quote } from '../model/annotation.ts';
import type { PostKey } from '../model/post.ts';
import { quoteOfSelection } from '../telegram/selection.ts';
import type { Place } from './reading.ts';

/** @returns undefined when nothing of the post's text is selected, or more than this post */
export function selectedIn(post: Element, { handle }: PostKey): { quote: Quote; place: Place } | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const quote = quoteOfSelection(post, handle, range);
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  return quote && { quote, place: last };
}
