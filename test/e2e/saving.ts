/** Annotations written behind the pages' back, as editors on the posts would. */
import { quoteOf } from '../../src/model/quote.ts';
import { readerVersion } from '../../src/telegram/post.ts';
import type { Part } from '../browser/driver.ts';
import { readPosts } from '../site/read.ts';
import type { Site } from '../site/site.ts';

/** The t.me on which the posts are. */
interface Shown {
  site: Site;
}

export interface Written {
  /** The post: 'harbour_gazette/93'. */
  name: string;
  tags?: readonly string[];
  note?: string;
  /** What the post says; as on the project's own t.me, unless told. */
  text?: string;
  /** Words of it that the annotation is about. */
  quote?: string;
  /** When the post was seen. */
  at?: number;
  /** Words of it that lead somewhere. */
  link?: string;
}

/**
 * What an editor on the post sends to save there; of a post that the site has and that is to say nothing else, what is read of it,
 * so that a page that shows it shows no change. `rev` is the revision that was edited, 0 for none.
 */
export function savingOnPost({ site }: Shown, { name, tags = [], note = '', text: said, quote, link, at = 1_789_000_000_000 }: Written, rev = 0): object {
  const [handle = '', id] = name.split('/');
  const postId = Number(id);
  const channel = site.channels.find((each) => each.handle === handle);
  const [read] = said === undefined && channel ? readPosts(site, `https://t.me/${name}?embed=1`) : [];
  const text = said ?? read?.text ?? '';
  const first = quote === undefined ? 0 : text.indexOf(quote);
  return {
    call: 'annotation.saveOnPost',
    args: {
      offered: {
        post: read ?? {
          handle, postId, kinds: ['text'],
          ...(channel && { channelTitle: channel.title, telegramId: channel.telegramId }), ...(text && { text }),
          ...(link !== undefined && { entities: [{ type: 'link', start: text.indexOf(link), end: text.indexOf(link) + link.length, url: 'https://example.org/' }] }),
        },
        sighting: { at, url: `https://t.me/s/${handle}`, page: 'feed' },
        reader: readerVersion,
      },
      target: quote === undefined ? { kind: 'post' } : quoteOf(text, first, first + quote.length),
      body: { tags, note },
      rev,
    },
  };
}

/** Sends messages to the worker from a page of the extension, each after the answer to the one before. */
export async function ask(page: Part, ...messages: readonly object[]): Promise<unknown[]> {
  return page.evaluate(async (given) => {
    const { browser, chrome } = globalThis as unknown as Record<string, { runtime: { sendMessage(message: unknown): Promise<unknown> } }>;
    const answers = [];
    for (const message of given) answers.push(await (browser ?? chrome)?.runtime.sendMessage(message));
    return answers;
  }, messages);
}

/** Saves annotations, one after the other, as editors on the posts would. For specs of what comes afterwards. */
export async function save(stage: Shown, page: Part, written: readonly Written[]): Promise<void> {
  const answers = await ask(page, ...written.map((each) => savingOnPost(stage, each)));
  const failed = answers.find((answer) => (answer as { value?: { status: string } }).value?.status !== 'saved');
  if (failed !== undefined) throw new Error(`not saved: ${JSON.stringify(failed)}`);
}
