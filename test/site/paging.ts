/**
 * Which posts a feed shows. A page holds twenty messages; the members of an album count one by one, but an album is
 * never cut: when it lies on the border, the whole of it is shown.
 */
import { messageIds, type Channel, type PostSpec } from './channel.ts';
import { plainText } from './html.ts';
import { renderText } from './text.ts';

const usualLength = 20;
/** On each side of the post that `/s/NAME/ID` asks for. */
const around = 8;

export interface Window {
  readonly before?: number;
  readonly after?: number;
  /** Show the posts around this one. */
  readonly context?: number;
  readonly query?: string;
}

export interface Page {
  readonly posts: readonly PostSpec[];
  /** What the anchors for more must ask for; absent at the channel's ends. */
  readonly before?: number;
  readonly after?: number;
}

export function pageOf(channel: Channel, window: Window): Page {
  const { query } = window;
  const posts = query === undefined ? channel.posts : channel.posts.filter(post => matches(post, query));
  const length = channel.pageLength ?? usualLength;
  const near = neighbourhood(posts, window.before ?? window.context ?? window.after ?? Infinity, length);
  const shown = new Set(choose(near.flatMap(messageIds), window, length));
  const page = near.filter(post => messageIds(post).some(id => shown.has(id)));
  const [first, last] = [page.at(0), page.at(-1)];
  const lastId = last && messageIds(last).at(-1);
  return {
    posts: page,
    ...(first && first !== posts.at(0) ? { before: first.id } : {}),
    ...(lastId !== undefined && last !== posts.at(-1) ? { after: lastId } : {}),
  };
}

/** As many posts on each side of a message as a page may hold: no page is slower to make in a long channel. */
function neighbourhood(posts: readonly PostSpec[], id: number, length: number): readonly PostSpec[] {
  let [low, high] = [0, posts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((posts[middle]?.id ?? Infinity) < id) low = middle + 1;
    else high = middle;
  }
  return posts.slice(Math.max(0, low - length - 1), low + length + 1);
}

function choose(ids: readonly number[], { before, after, context }: Window, length: number): readonly number[] {
  if (context !== undefined) {
    return [...ids.filter(id => id < context).slice(-around), ...ids.filter(id => id >= context).slice(0, around)];
  }
  if (after !== undefined) return ids.filter(id => id > after).slice(0, length);
  return ids.filter(id => before === undefined || id < before).slice(-length);
}

function matches(post: PostSpec, query: string): boolean {
  const captions = post.documents?.map(({ name, caption = '' }) => `${name}\n${plainText(renderText(caption))}`) ?? [];
  const text = [post.text && plainText(renderText(post.text)), post.poll?.question, post.document?.name, ...captions].join('\n');
  return text.toLowerCase().includes(query.toLowerCase());
}
