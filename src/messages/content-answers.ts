/** What a content script gets to hear. Apart from the table, so that its bundle holds no more than this. */
import * as v from 'valibot';
import { Quote } from '../model/annotation.ts';
import { OnPages } from '../model/options.ts';

/** An annotation as shown on a page: the least that drawing it needs. `author` names others' annotations. */
export const Shown = v.object({
  tags: v.array(v.string()),
  note: v.string(),
  mine: v.boolean(),
  author: v.exactOptional(v.string()),
  /** What words of the post it is about; absent when it is about the whole. */
  quote: v.exactOptional(Quote),
  /** The post said something else when it was annotated. */
  changed: v.exactOptional(v.literal(true)),
  /** Nothing was saved about these words yet, but something was typed. */
  draft: v.exactOptional(v.literal(true)),
});
export type Shown = v.InferOutput<typeof Shown>;

export const contentAnswers = {
  'annotations.forPosts': v.object({ onPages: OnPages, pageKeys: v.boolean(), posts: v.array(v.array(Shown)) }),
  'page.reader': v.undefined(),
  'page.keys': v.undefined(),
  'page.quoteStyles': v.undefined(),
  'posts.seen': v.object({ wanted: v.array(v.number()) }),
  'posts.content': v.undefined(),
  'posts.notShown': v.undefined(),
  'editor.open': v.object({ token: v.string() }),
  'editor.openTab': v.undefined(),
  'page.annotated': v.undefined(),
} as const;
