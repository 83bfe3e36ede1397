/** One post for a frame on any site: `/NAME/ID?embed=1`. */
import type { Channel, PostSpec } from './channel.ts';
import { renderDocument, scripts } from './document.ts';
import { has } from './era.ts';
import { html, nothing, raw } from './html.ts';
import { renderPost } from './post.ts';

export interface EmbedRequest {
  readonly channel: Channel | undefined;
  readonly post: PostSpec | undefined;
  readonly now: number;
  /** As Telegram's own landing frames it: follows the theme that the landing tells it. */
  readonly tme: boolean;
  readonly dark: boolean;
  /** False in the answer to the relogin script itself: it would ask for ever. */
  readonly relogin: boolean;
}

export function renderEmbed({ channel, post, now, tme, dark, relogin }: EmbedRequest): string {
  const content = channel && post
    ? renderPost(post, { channel, now, embed: true })
    : html`<div class="tgme_widget_message text_not_supported_wrap err_message js-widget_message"><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_error" dir="auto">Post not found</div></div></div>`;
  // A frame whose scheme differs from its element's gets an opaque background: the landing's frame allows both.
  const colourScheme = dark ? 'dark' : tme ? 'light dark' : 'light';
  return renderDocument({
    title: 'Telegram Widget',
    bodyClass: `${bodyClass(channel ?? {})}${dark ? ' dark' : tme ? '' : ' nodark'}`,
    head: html`<base target="_blank">
    ${relogin && has(channel ?? {}, 'relogin') ? scripts.relogin : nothing}
    <meta name="robots" content="noindex, nofollow" />
    <style>:root { color-scheme: ${raw(colourScheme)}; }</style>`,
    body: html`    ${content}
    ${scripts.post}
    ${scripts.embed}
    <script>TWidgetPost.init();</script>`,
  });
}

/** The post that `&single` asks for: one member of an album or one of several files, by itself. */
export function singleMember(post: PostSpec, id: number): PostSpec {
  const { album, documents, photo: _photo, video: _video, ...rest } = post;
  const file = documents?.find(file => file.id === id);
  if (file) return { ...rest, id, document: file, ...(file.caption !== undefined && { text: file.caption }) };
  const member = album?.find(member => member.id === id);
  if (!member) return post;
  return { ...rest, id, ...(member.video ? { video: member.video } : { photo: { picture: id } }) };
}

function bodyClass(channel: Parameters<typeof has>[0]): string {
  return has(channel, 'names') ? 'widget_frame_base tgme_widget body_widget_post emoji_image' : 'tgme_widget body_widget_post emoji_default';
}
