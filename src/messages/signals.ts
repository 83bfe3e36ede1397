/** What the worker and the popup tell a content script. Content scripts never hear more than this. */
import * as v from 'valibot';
import { noPostsReasons } from '../model/page.ts';

const token = v.string();

export const Signal = v.union([
  /** The editor behind this token runs. */
  v.object({ signal: v.literal('editor.claimed'), token }),
  /** It wants this height, in CSS pixels. */
  v.object({ signal: v.literal('editor.resized'), token, height: v.number() }),
  /** The form is done. When `notice` is set the frame stays, with a line such as "Deleted. Undo" in it. */
  v.object({ signal: v.literal('editor.closed'), token, notice: v.boolean() }),
  /** Asked by the popup: what kind of page is this? Answered with `PageDescription`. */
  v.object({ signal: v.literal('page.describe') }),
]);
export type Signal = v.InferOutput<typeof Signal>;

/** A page without posts says why; one with posts says nothing. */
export const PageDescription = v.object({ noPosts: v.exactOptional(v.picklist(noPostsReasons)) });
export type PageDescription = v.InferOutput<typeof PageDescription>;
