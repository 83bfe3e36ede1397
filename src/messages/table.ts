/**
 * Every call to the worker, in one place: who may make it, what it takes, what it answers.
 *
 * A content script may run in a process that a hostile page has taken over, so it can do four things only: learn which
 * posts of its own page are annotated and how, tell what annotated posts say now, offer a post for annotation, and frame
 * the editor for it. (It also counts for the badge, and has the parts of it run that read posts and listen to keys.) Reading anything else and every write are rights of extension pages.
 */
import * as v from 'valibot';
import { Body, Draft, Target } from '../model/annotation.ts';
import type { Sender } from '../model/caller.ts';
import { Version } from '../model/history.ts';
import { Id } from '../model/id.ts';
import { ChosenLanguage, OnPages, Theme } from '../model/options.ts';
import { Post, PostId, PostKey, Sighting, Time } from '../model/post.ts';
import { Tag } from '../model/tag.ts';
import { AuthorName } from '../model/view.ts';
import { contentAnswers } from './content-answers.ts';
import { Done } from './signals.ts';

const token = v.pipe(v.string(), v.uuid());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const OfferedPost = v.object({
  post: Post,
  sighting: Sighting,
  /** Version of the reader that made `post`. */
  reader: count,
  html: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000_000))),
});

/** Numbers between two neighbours in a feed, both included, of which it shows no post. */
const Gap = v.object({ ...v.pick(PostKey, ['handle', 'telegramId']).entries, from: PostId, to: PostId });

const saved = v.object({ status: v.literal('saved'), id: Id, rev: count });
const conflict = v.object({ status: v.literal('conflict'), id: Id, rev: count, theirs: Body });

const StoredBody = v.object({ id: Id, rev: count, ...Body.entries });

export const calls = {
  /** Which posts of this page are annotated, and how; in the order of `keys`. */
  'annotations.forPosts': {
    from: 'content',
    /** `locale`: that of the words which the page has now. */
    args: v.object({ keys: v.pipe(v.array(PostKey), v.maxLength(1_000)), locale: v.pipe(v.string(), v.maxLength(10)) }),
    answer: contentAnswers['annotations.forPosts'],
  },
  /** Runs `reader.js` in the frame that asks. */
  'page.reader': { from: 'content', args: v.object({}), answer: contentAnswers['page.reader'] },
  /** Runs `keys.js` there. */
  'page.keys': { from: 'content', args: v.object({}), answer: contentAnswers['page.keys'] },
  /** Adds the styles of quoted words to the frame that asks. */
  'page.quoteStyles': { from: 'content', args: v.object({}), answer: contentAnswers['page.quoteStyles'] },
  /** What annotated posts say now. The answer names the positions of those that must be given whole. */
  'posts.seen': {
    from: 'content',
    args: v.object({ looks: v.pipe(v.array(v.object({ key: PostKey, version: Version, sighting: Sighting })), v.maxLength(1_000)) }),
    answer: contentAnswers['posts.seen'],
  },
  /** An annotated post with a content that it has not had before. */
  'posts.content': { from: 'content', args: OfferedPost, answer: contentAnswers['posts.content'] },
  /** Which posts are not shown, though their neighbours are. */
  'posts.notShown': {
    from: 'content',
    args: v.object({ gaps: v.pipe(v.array(Gap), v.maxLength(1_000)), sighting: Sighting }),
    answer: contentAnswers['posts.notShown'],
  },
  /** Offers a post, or words of it; the answer's token opens the editor for it, once, in this tab. */
  'editor.open': {
    from: 'content',
    args: v.object({ ...OfferedPost.entries, target: v.exactOptional(Target) }),
    answer: contentAnswers['editor.open'],
  },
  /** Shows the editor behind a token that this frame was given in a tab of its own, because it does not run framed. */
  'editor.openTab': { from: 'content', args: v.object({ token }), answer: contentAnswers['editor.openTab'] },
  /** How many posts of this frame are annotated, for the badge. `began`: when its document did, in epoch milliseconds. */
  'page.annotated': {
    from: 'content', args: v.object({ count, began: v.pipe(v.number(), v.finite()) }), answer: contentAnswers['page.annotated'],
  },

  /** The post behind a token, with all that the form needs. */
  'editor.claim': {
    from: 'extension',
    args: v.object({ token }),
    answer: v.object({
      offered: OfferedPost,
      target: Target,
      stored: v.exactOptional(StoredBody),
      draft: v.exactOptional(Draft),
      /** The post said something else when it was annotated. */
      changed: v.exactOptional(v.literal(true)),
      /** Chosen, that the form is to speak: a frame cannot look it up. Absent for the browser's. */
      language: v.exactOptional(ChosenLanguage),
      /** Tags with which an annotation begins; absent when none are kept from one to the next. */
      kept: v.exactOptional(v.array(v.string())),
      /** The theme that was chosen; absent when it is the page's. */
      theme: v.exactOptional(v.picklist(['light', 'dark'])),
    }),
  },
  /** The form's height in CSS pixels, for the frame around it. */
  'editor.resized': {
    from: 'extension', args: v.object({ token, height: v.pipe(v.number(), v.finite(), v.minValue(0)) }), answer: v.undefined(),
  },
  /** The form is done. With `notice` it stays, to offer Undo; else its frame or tab goes, and focus returns to the button. */
  'editor.closed': { from: 'extension', args: v.object({ token, notice: v.boolean(), done: v.optional(Done) }), answer: v.undefined() },

  /** Every tag with its use in the latest annotations, for suggestions. */
  'tags.uses': {
    from: 'extension',
    args: v.object({}),
    answer: v.array(v.object({
      name: v.string(), uses: count, lastUsedAt: v.exactOptional(v.number()),
      ...v.pick(Tag, ['colour', 'description', 'pin']).entries,
    })),
  },
  /** Writes tags as they are to be, each a revision above what stands. All of them or none. */
  'tags.write': { from: 'extension', args: v.object({ tags: v.pipe(v.array(Tag), v.maxLength(100_000)) }), answer: v.undefined() },
  /** Tags with which the next annotation is to begin; without names, it begins with none again. */
  'tags.keep': { from: 'extension', args: v.object({ names: v.exactOptional(Body.entries.tags) }), answer: v.undefined() },
  'draft.save': { from: 'extension', args: v.object({ key: PostKey, target: Target, draft: Draft }), answer: v.undefined() },
  'draft.discard': { from: 'extension', args: v.object({ key: PostKey, target: Target }), answer: v.undefined() },

  /** Saves on a post that a page offered. `rev` is the revision that was edited, 0 for none. */
  'annotation.saveOnPost': {
    from: 'extension',
    args: v.object({ offered: OfferedPost, target: Target, body: Body, rev: count }),
    answer: v.variant('status', [saved, conflict]),
  },
  /** Saves a new revision where the post is not at hand. */
  'annotation.save': {
    from: 'extension',
    args: v.object({ id: Id, body: Body, rev: count }),
    answer: v.variant('status', [saved, conflict]),
  },
  'annotation.delete': { from: 'extension', args: v.object({ id: Id }), answer: v.undefined() },
  /** Takes a deletion back; answers with the annotation that now holds the text. */
  'annotation.restore': { from: 'extension', args: v.object({ id: Id }), answer: v.object({ id: Id }) },

  /** Erases all that was written or kept, for good. */
  'data.erase': { from: 'extension', args: v.object({}), answer: v.undefined() },

  /** Makes the index of words anew; searching is slow until it is there. */
  'search.rebuild': { from: 'extension', args: v.object({}), answer: v.undefined() },

  /** Brings the index of words up to date, and answers when it is: a page that writes much would hold itself up with it. */
  'search.index': { from: 'extension', args: v.object({}), answer: v.undefined() },

  /** Sets what the author who writes here is called in exports; empty for no name. */
  'author.setName': { from: 'extension', args: v.object({ name: AuthorName }), answer: v.undefined() },

  /** Sets what is shown on t.me pages; all tabs follow at once. */
  'options.setOnPages': { from: 'extension', args: v.object({ onPages: OnPages }), answer: v.undefined() },
  /** Sets whether single letters mean something on t.me pages; all tabs follow at once. */
  'options.setPageKeys': { from: 'extension', args: v.object({ pageKeys: v.boolean() }), answer: v.undefined() },
  /** Sets the language in which pages of ours speak when they are next opened, and t.me pages at once; empty for the browser's. */
  'options.setLanguage': { from: 'extension', args: v.object({ language: ChosenLanguage }), answer: v.undefined() },
  /** Sets how pages of the extension look. */
  'options.setTheme': { from: 'extension', args: v.object({ theme: Theme }), answer: v.undefined() },

  /** An export has ended. `held`: the count of changes that it held, `at`: when it began. */
  'backup.exported': { from: 'extension', args: v.object({ held: count, at: Time }), answer: v.undefined() },
  /** No reminder of an export for a while. */
  'backup.snooze': { from: 'extension', args: v.object({}), answer: v.undefined() },
  /** Whether copies are saved to the downloads without being asked for. */
  'backup.setAutomatic': { from: 'extension', args: v.object({ automatic: v.boolean() }), answer: v.undefined() },
} as const satisfies Record<string, { from: Sender; args: v.GenericSchema; answer: v.GenericSchema }>;

export type CallName = keyof typeof calls;
export type Args<Name extends CallName> = v.InferOutput<(typeof calls)[Name]['args']>;
export type Input<Name extends CallName> = v.InferInput<(typeof calls)[Name]['args']>;
export type Answer<Name extends CallName> = v.InferOutput<(typeof calls)[Name]['answer']>;

/** What goes over the wire. */
export const Call = v.object({ call: v.string(), args: v.unknown() });

/** How to parse each answer. */
export const answers = Object.fromEntries(
  Object.entries(calls).map(([name, { answer }]) => [name, answer]),
) as { [Name in CallName]: (typeof calls)[Name]['answer'] };
