/** A list of posts to be worked through, read from whatever text somebody sent it in. */
import { handleKey, parsePostName } from './identity.ts';
import type { PostKey } from './post.ts';
import type { Tag } from './tag.ts';

/** So many posts a list may hold. */
export const maxWorklist = 50_000;

export type ListedPost = Pick<PostKey, 'handle' | 'postId'>;

/** What tells the posts of a list apart. */
export function listedKey({ handle, postId }: ListedPost): string {
  return `${handleKey(handle)}/${postId}`;
}

/** What I wrote on a listed post. */
export interface WorklistMark {
  tags: readonly Tag[];
  hasNote: boolean;
}

/** `left`: seen, and nothing had to be said of it. */
export const worklistStatuses = ['open', 'annotated', 'left'] as const;
export type WorklistStatus = (typeof worklistStatuses)[number];

/**
 * What became of a listed post. It is never stored: who annotates it, wherever, has worked it through. An annotation with
 * neither tag nor note says that the post was read and needs nothing.
 */
export function worklistStatus(leftAt: number | undefined, mark: WorklistMark | undefined): WorklistStatus {
  if (mark && (mark.tags.length > 0 || mark.hasNote)) return 'annotated';
  return mark || leftAt !== undefined ? 'left' : 'open';
}

/** Telegram's addresses that name no post which could be annotated. `other`: a topic's message, stickers, a proxy and such. */
export const noPosts = ['private', 'invite', 'channel', 'other'] as const;
export type NoPost = (typeof noPosts)[number];

/**
 * Also without scheme, and after whatever stands around it in a text. An address ends before `?` and `#`: nothing that
 * follows there names another post, for `?comment=` is of a comment on it.
 */
const address = new RegExp([
  /(?<![\w.@-])(?:https?:\/\/)?(?:(?<subdomain>\w{1,64})\.)?(?:t\.me|telegram\.me|telegram\.dog)\/(?<path>[\w/+%~-]*)/,
  /(?<!\w)tg:(?:\/\/)?(?<call>resolve|privatepost|join)\?(?<params>(?:&amp;|[\w%&=-])*)/,
].map(({ source }) => source).join('|'), 'gi');

/** The first parts of paths that are no channel's name. */
const notChannels = new Set([
  's', 'share', 'login', 'addstickers', 'addemoji', 'addtheme', 'addlist', 'bg', 'boost', 'confirmphone', 'contact', 'giftcode',
  'invoice', 'iv', 'm', 'nft', 'proxy', 'setlanguage', 'socks',
]);

/** What each of Telegram's addresses in a text names, in order. Takes time linear in the text's length. */
export function addressesIn(text: string): (ListedPost | NoPost)[] {
  return Array.from(text.matchAll(address), ({ groups: { subdomain, path, call, params } = {} }) => {
    if (path === undefined) return calledBy(call?.toLowerCase(), new URLSearchParams(params?.replaceAll('&amp;', '&')));
    // `NAME.t.me/ID` is `t.me/NAME/ID`.
    return namedBy(subdomain === undefined || subdomain.toLowerCase() === 'www' ? path : `${subdomain}/${path}`);
  });
}

function namedBy(path: string): ListedPost | NoPost {
  const name = path.replace(/^s\//i, '').replace(/\/$/, '');
  const [first = ''] = name.toLowerCase().split('/', 1);
  if (first.startsWith('+') || first === 'joinchat') return 'invite';
  if (first === 'c') return 'private';
  if (notChannels.has(first)) return 'other';
  return parsePostName(name) ?? (/^\w{1,64}$/.test(name) ? 'channel' : 'other');
}

/** `tg://resolve?domain=NAME&post=ID` and its like, which open the app. */
function calledBy(call: string | undefined, params: URLSearchParams): ListedPost | NoPost {
  if (call !== 'resolve') return call === 'join' ? 'invite' : 'private';
  const [domain, post] = [params.get('domain'), params.get('post')];
  if (domain === null) return 'other';
  return post === null ? 'channel' : parsePostName(`${domain}/${post}`) ?? 'other';
}

/** What could not be taken from a text, and from which lines: their numbers from 1, the first few of them. */
export interface Untaken {
  count: number;
  lines: number[];
}

export interface PostList {
  /** In the order of the text, each once. */
  posts: ListedPost[];
  /** How often one of them was named again. */
  repeated: number;
  /** `none`: a line without any address of Telegram's. */
  untaken: ReadonlyMap<NoPost | 'none', Untaken>;
  /** The lines are the rows of a table, which may hold several of them. */
  isTable: boolean;
}

const namedLines = 5;

/** Makes a list of what its lines name. */
export class ListMaker {
  readonly #posts = new Map<string, ListedPost>();
  readonly #untaken = new Map<NoPost | 'none', Untaken>();
  #repeated = 0;

  take(named: ListedPost | NoPost | 'none', line: number): void {
    if (typeof named === 'string') return this.#leave(named, line);
    const key = listedKey(named);
    if (this.#posts.has(key)) this.#repeated++;
    else this.#posts.set(key, named);
  }

  #leave(reason: NoPost | 'none', line: number): void {
    const { count, lines } = this.#untaken.get(reason) ?? { count: 0, lines: [] };
    const isNamed = lines.length < namedLines && !lines.includes(line);
    this.#untaken.set(reason, { count: count + 1, lines: isNamed ? [...lines, line] : lines });
  }

  made(isTable: boolean): PostList {
    return { posts: [...this.#posts.values()], repeated: this.#repeated, untaken: this.#untaken, isTable };
  }
}
