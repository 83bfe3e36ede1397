/** What names a post in its markup. */
import { messageIds, type Channel, type PostSpec } from './channel.ts';
import { has } from './era.ts';
import { html, nothing, type Html } from './html.ts';

export interface PostContext {
  readonly channel: Channel;
  readonly embed: boolean;
  /** The server's clock, epoch milliseconds: it goes into `data-view`. */
  readonly now: number;
}

/** The attributes of a post's element. In 2018 they named neither channel nor post. */
export function identity(post: PostSpec, { channel, embed, now }: PostContext): Html {
  const name = `${channel.handle}/${post.id}`;
  const seen = { t: Math.floor(now / 1000), h: digest(name) };
  if (!has(channel, 'names')) return html`id="widget_message" data-view="${encoded(seen)}"`;
  const view = { c: -channel.telegramId, p: messageIds(post).length > 1 ? `${post.id}g` : post.id, ...seen };
  return html`data-post="${name}" data-view="${encoded(view)}"${embed ? html` ${peer(channel)} data-post-id="${post.id}"` : nothing}`;
}

/** How embeds name a channel or group. */
export function peer({ telegramId, handle }: Channel): Html {
  return html`data-peer="c${telegramId}_-${String(telegramId).repeat(2)}" data-peer-hash="${digest(handle)}"`;
}

function encoded(value: object): string {
  return btoa(JSON.stringify(value)).replace(/=+$/, '');
}

/** Eighteen hexadecimal digits that look like a signature. */
function digest(text: string): string {
  let hash = 0n;
  for (const character of text) hash = BigInt.asUintN(72, hash * 1_099_511_628_211n + BigInt(character.codePointAt(0) ?? 0));
  return hash.toString(16).padStart(18, '0');
}
