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
  const posts = channel.posts.filter(post => matches(post, window.query ?? ''));
  const ids = posts.flatMap(messageIds);
  const shown = new Set(choose(ids, window, channel.pageLength ?? usualLength));
  const page = posts.filter(post => messageIds(post).some(id => shown.has(id)));
  const first = page.at(0)?.id;
  const last = page.flatMap(messageIds).at(-1);
  return {
    posts: page,
    ...(first !== undefined && ids.some(id => id < first) ? { before: first } : {}),
    ...(last !== undefined && ids.some(id => id > last) ? { after: last } : {}),
  };
}

function choose(ids: readonly number[], { before, after, context }: Window, pageLength: number): readonly number[] {
  if (context !== undefined) {
    return [...ids.filter(id => id < context).slice(-around), ...ids.filter(id => id >= context).slice(0, around)];
  }
  if (after !== undefined) return ids.filter(id => id > after).slice(0, pageLength);
  return ids.filter(id => before === undefined || id < before).slice(-pageLength);
}

function matches(post: PostSpec, query: string): boolean {
  if (query === '') return true;
  const text = [post.text && plainText(renderText(post.text)), post.poll?.question, post.document?.name].join('\n');
  return text.toLowerCase().includes(query.toLowerCase());
}
