/** Notices that words are selected. */
import { postSelector } from '../telegram/find.ts';

/** Milliseconds without a change after which a selection is made, and not in the making. */
const rest = 150;

/** Whether something is selected that begins or ends in a post. */
export function isInPost(selection: Selection | null): boolean {
  if (!selection || selection.isCollapsed) return false;
  return [selection.anchorNode, selection.focusNode].some((node) => (
    (node instanceof Element ? node : node?.parentElement)?.closest(postSelector)
  ));
}

/**
 * @param onChange is told, once the selection rests, whether it is in a post
 * @returns begins to listen; an embed that writes itself anew takes the listener away, so that it may be called again
 */
export function watchSelection(document: Document, onChange: (inPost: boolean) => void, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => onChange(isInPost(document.getSelection())), rest);
  };
  return () => document.addEventListener('selectionchange', wait, { signal });
}
