/** Tells in which post words are selected. */
import { postSelector } from '../telegram/find.ts';

/** Milliseconds without a change after which a selection is made, and not in the making. */
const rest = 150;

/** The post around what is selected; undefined when nothing is, or not in one post. */
export function postOfSelection(document: Document): Element | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const [one, other] = [selection.anchorNode, selection.focusNode].map((node) => (
    (node instanceof Element ? node : node?.parentElement)?.closest(postSelector)
  ));
  // A selection by triple click ends where the next paragraph begins, and this may be outside of the post.
  return one ?? other ?? undefined;
}

/**
 * @param onSelection is told of the post in which words are selected, undefined when none are any more
 * @returns begins to listen, once; an embed that writes itself anew takes the listener away, so that it may be called again
 */
export function watchSelection(document: Document, onSelection: (post: Element | undefined) => void, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(() => onSelection(postOfSelection(document)), rest);
  };
  return () => document.addEventListener('selectionchange', onChange, { signal });
}
