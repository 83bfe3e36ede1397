/** Notices the posts of a page, asks which are annotated, draws marks, frames the editor. */
import * as v from 'valibot';
import { CallError } from '../messages/result.ts';
import { Signal } from '../messages/signals.ts';
import type { PostKey } from '../model/post.ts';
import { postSelector } from '../telegram/find.ts';
import { readPostKey } from '../telegram/identity.ts';
import { gapBefore, isWholeFeed } from '../telegram/neighbours.ts';
import { message } from '../webext/i18n.ts';
import { onRevChange } from '../webext/rev.ts';
import { isOrphaned, onMessage } from '../webext/runtime.ts';
import { AnnotatedPost, type Surroundings } from './annotated-post.ts';
import { isInForeignPage } from './foreign.ts';
import { logError } from './log-error.ts';
import { whenNear } from './near.ts';
import { startReading } from './reading.ts';
import { isInPost, watchSelection } from './selection.ts';
import { keepInPlace } from './steady.ts';
import { watchPosts } from './watch.ts';
import { call } from './worker.ts';

/** The worker answers for so many posts at once. */
const maxKeys = 1_000;

/** Milliseconds until all posts are asked for again. */
const retryAfter = 2_000;

/** What other scripts of this room need of a page that is annotated. */
export interface AnnotatedPage {
  /** The posts that were read before the page could change them: none when the script came late. */
  untouched: () => readonly PostKey[];
  posts: ReadonlyMap<Element, AnnotatedPost>;
  /** Opens the editor for what is selected or, when nothing is, for this post. */
  annotate: (post: AnnotatedPost | undefined) => Promise<void>;
  /** Whether the page is annotated by this script still; what the page or the reader sets off begins with it. */
  lives: () => boolean;
  /** Left by `keys.js`: listens to keys, or no longer. */
  listen?: (on: boolean) => void;
}

export function annotatePage(): AnnotatedPage {
  /** Whatever listens or watches ends with it. */
  const life = new AbortController();
  const { signal } = life;
  const surroundings: Surroundings = {
    onPages: 'notes',
    foreign: isInForeignPage(window),
    refresh: (post) => ask([post]).catch(report),
    report,
  };
  const posts = new Map<Element, AnnotatedPost>();
  const began = Date.now() - performance.now();
  let reported: number | undefined;
  let asked = 0;
  /** One for all questions that were not answered. */
  let retry: ReturnType<typeof setTimeout> | undefined;
  const isLate = document.readyState !== 'loading';
  const page: AnnotatedPage = {
    untouched: () => (isLate ? [] : [...posts.values()].map((post) => post.key)), posts, annotate, lives,
  };
  /** Whether it is to listen to keys. */
  let keys = false;
  const inPlace = keepInPlace(signal);
  const listenToSelection = watchSelection(document, (inPost) => void (lives() && select(inPost).catch(report)), signal);
  let selecting: AnnotatedPost | undefined;

  async function select(inPost: boolean): Promise<void> {
    const selected = inPost ? (await startReading()).selected() : undefined;
    const post = selected && posts.get(selected.post);
    if (post !== selecting) selecting?.select(undefined);
    selecting = post;
    post?.select(selected);
  }

  /** By the menu or a shortcut. */
  async function annotate(post: AnnotatedPost | undefined): Promise<void> {
    const isSelected = isInPost(document.getSelection());
    await select(isSelected);
    await (isSelected ? selecting : post)?.press(isSelected ? 'selection' : 'post');
  }

  function pointedAt(): AnnotatedPost | undefined {
    const pointed = document.querySelector(`:is(:hover, :focus-within):is(${postSelector})`);
    return pointed ? posts.get(pointed) : undefined;
  }

  /** Brings the script that listens to keys when it is needed first. Never to somebody else's page. */
  async function setKeys(on: boolean): Promise<void> {
    keys = on && !surroundings.foreign;
    if (keys && !page.listen) await call('page.keys', {});
    page.listen?.(keys);
  }

  async function reportCount(count: number): Promise<void> {
    if (count === reported) return;
    reported = count;
    await call('page.annotated', { count, began });
  }

  /** Asks the worker what is annotated among these posts, and draws the answer. */
  async function ask(about: readonly AnnotatedPost[]): Promise<void> {
    for (let at = 0; at < about.length; at += maxKeys) {
      const batch = about.slice(at, at + maxKeys);
      const turn = ++asked;
      // The words may have changed meanwhile, to those of another language.
      const before = surroundings.onPages + message('locale');
      const answer = await call('annotations.forPosts', { keys: batch.map((post) => post.key), locale: message('locale') });
      const changed = before !== answer.onPages + message('locale');
      surroundings.onPages = answer.onPages;
      inPlace(answer.posts.some(({ length }) => length > 0), () => {
        batch.forEach((post, i) => post.know(answer.posts[i] ?? [], turn));
        if (changed) for (const post of posts.values()) post.draw();
      });
      void setKeys(answer.pageKeys).catch(report);
    }
    // A page that writes itself anew leaves the posts behind that it had.
    await reportCount([...posts.values()].filter(({ post, annotated }) => annotated && post.isConnected).length);
  }

  function askAgain(): void {
    for (const post of posts.keys()) {
      if (!post.isConnected) posts.delete(post);
    }
    void ask([...posts.values()]).catch(report);
  }

  /**
   * That the extension is gone is said at the next press; until then there is nothing that a reader needs to know. A worker
   * that was stopped each time it was asked is asked again.
   */
  function report(error: unknown): void {
    const code = error instanceof CallError && error.code;
    if (code === 'unanswered') {
      reported = undefined;
      clearTimeout(retry);
      retry = setTimeout(() => lives() && askAgain(), retryAfter);
    } else if (code !== 'orphaned') logError(error);
  }

  /**
   * Whatever the page sets off begins with this: a script whose extension is gone ends, lest it draws beside the one that
   * takes its place. It finds out by itself, so that no page can make it end.
   */
  function lives(): boolean {
    if (isOrphaned()) life.abort();
    return !signal.aborted;
  }

  const drawNear = whenNear((elements) => {
    if (!lives()) return;
    const near = elements.flatMap((element) => posts.get(element) ?? []);
    inPlace(near.some(({ annotated }) => annotated), () => {
      for (const post of near) post.appear();
    });
    void tellGaps(near).catch(report);
  }, signal);

  /** Of an annotated post that is gone nothing is left on the page, but that its neighbours stand side by side. */
  async function tellGaps(near: readonly AnnotatedPost[]): Promise<void> {
    if (!isWholeFeed(document)) return;
    const gaps = near.flatMap(({ post, key: { handle, telegramId, postId } }) => {
      const gap = gapBefore(post, { handle, postId });
      return gap ? [{ handle, ...(telegramId !== undefined && { telegramId }), ...gap }] : [];
    });
    if (gaps.length > 0) await call('posts.notShown', { gaps, sighting: { at: Date.now(), url: document.URL.slice(0, 4_000), page: 'feed' } });
  }

  watchPosts(document, (found) => {
    if (!lives()) return;
    const fresh = found.flatMap((element) => {
      const key = readPostKey(element);
      return key ? [new AnnotatedPost(element, key, surroundings)] : [];
    });
    for (const post of fresh) {
      posts.set(post.post, post);
      drawNear(post.post);
    }
    listenToSelection();
    void ask(fresh).catch(report);
  }, signal);

  onMessage((told) => {
    const parsed = v.safeParse(Signal, told);
    if (!parsed.success || !lives()) return undefined;
    const { output } = parsed;
    if (output.signal === 'selection.annotate') {
      if (document.hasFocus()) void annotate(pointedAt()).catch(report);
      return undefined;
    }
    for (const post of posts.values()) {
      if (post.hear(output)) break;
    }
    return undefined;
  }, signal);

  onRevChange(askAgain, signal);
  // A page that comes back from the back/forward cache has missed what was written meanwhile, and lost its badge.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || !lives()) return;
    reported = undefined;
    askAgain();
  }, { signal });
  // A new top document resets the badge; of a frame that goes nobody else tells.
  if (window !== window.top) window.addEventListener('pagehide', () => lives() && void reportCount(0).catch(report), { signal });
  void reportCount(0).catch(report);

  return page;
}
