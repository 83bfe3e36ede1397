/** The script on t.me pages: notices posts, asks which are annotated, draws marks, frames the editor. */
import * as v from 'valibot';
import { CallError } from '../messages/result.ts';
import { type PageDescription, Signal } from '../messages/signals.ts';
import { readPostKey } from '../telegram/identity.ts';
import { noPostsReason } from '../telegram/page.ts';
import { onRevChange } from '../webext/rev.ts';
import { onMessage } from '../webext/runtime.ts';
import { AnnotatedPost, type Surroundings } from './annotated-post.ts';
import { isInForeignPage } from './foreign.ts';
import { whenNear } from './near.ts';
import { watchPosts } from './watch.ts';
import { call } from './worker.ts';

/** The worker answers for so many posts at once. */
const maxKeys = 1_000;

/** Whatever listens or watches ends with it, so that the script can be taken down in one call. */
const { signal } = new AbortController();
const surroundings: Surroundings = {
  onPages: 'notes',
  foreign: isInForeignPage(window),
  refresh: (post) => ask([post]).catch(unlessGone),
};
const posts = new Map<Element, AnnotatedPost>();
const began = Date.now() - performance.now();
let reported: number | undefined;
let asked = 0;

function describePage(): PageDescription {
  const noPosts = noPostsReason(document);
  return noPosts === undefined ? {} : { noPosts };
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
    const answer = await call('annotations.forPosts', { keys: batch.map((post) => post.key) });
    const changed = surroundings.onPages !== answer.onPages;
    surroundings.onPages = answer.onPages;
    batch.forEach((post, i) => post.know(answer.posts[i] ?? [], turn));
    if (changed) for (const post of posts.values()) post.draw();
  }
  await reportCount([...posts.values()].filter((post) => post.annotated).length);
}

function askAgain(): void {
  for (const post of posts.keys()) {
    if (!post.isConnected) posts.delete(post);
  }
  void ask([...posts.values()]).catch(unlessGone);
}

/**
 * Calls reject with other than a `CallError` once the extension was updated or removed under the page.
 * The next press says so in words; until then there is nothing that a reader needs to know.
 */
function unlessGone(error: unknown): void {
  if (error instanceof CallError) console.error('Postil:', error);
}

const draw = whenNear((element) => posts.get(element)?.appear(), signal);

watchPosts(document, (found) => {
  const fresh = found.flatMap((element) => {
    const key = readPostKey(element);
    return key ? [new AnnotatedPost(element, key, surroundings)] : [];
  });
  for (const post of fresh) {
    posts.set(post.post, post);
    draw(post.post);
  }
  void ask(fresh).catch(unlessGone);
}, signal);

onMessage((message) => {
  const parsed = v.safeParse(Signal, message);
  if (!parsed.success) return undefined;
  if (parsed.output.signal === 'page.describe') return Promise.resolve(describePage());
  for (const post of posts.values()) {
    if (post.hear(parsed.output)) break;
  }
  return undefined;
}, signal);

onRevChange(askAgain, signal);
// A page that comes back from the back/forward cache has missed what was written meanwhile.
window.addEventListener('pageshow', ({ persisted }) => persisted && askAgain(), { signal });
// A new top document resets the badge; of a frame that goes nobody else tells.
if (window !== window.top) window.addEventListener('pagehide', () => void reportCount(0).catch(unlessGone), { signal });
void reportCount(0).catch(unlessGone);
