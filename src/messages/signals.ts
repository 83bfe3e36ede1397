/** What the worker tells a content script. Content scripts never hear more than this. */
import * as v from 'valibot';

const token = v.string();

export const Done = v.picklist(['saved', 'restored']);
export type Done = v.InferOutput<typeof Done>;

export const Signal = v.union([
  /** The editor behind this token runs. */
  v.object({ signal: v.literal('editor.claimed'), token }),
  /** It wants this height, in CSS pixels. */
  v.object({ signal: v.literal('editor.resized'), token, height: v.number() }),
  /**
   * The form is done. When `notice` is set the frame stays, with a line such as "Deleted. Undo" in it. `done` is to be heard by
   * those who do not see it.
   */
  v.object({ signal: v.literal('editor.closed'), token, notice: v.boolean(), done: v.optional(Done) }),
  /** The reader wants to annotate the words that are selected. */
  v.object({ signal: v.literal('selection.annotate') }),
]);
export type Signal = v.InferOutput<typeof Signal>;
