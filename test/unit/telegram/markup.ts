/** Invented posts in t.me's markup. */

export interface PostMarkup {
  name?: string | null;
  classes?: string;
  attributes?: string;
  author?: string;
  /** What stands between author and footer. */
  body?: string;
  meta?: string;
  views?: string;
}

export function dataView(view: unknown): string {
  return btoa(JSON.stringify(view)).replace(/=+$/, '');
}

export function textMarkup(text: string): string {
  return `<div class="tgme_widget_message_text js-message_text" dir="auto">${text}</div>`;
}

export function postMarkup({
  name = 'garden_notes/42',
  classes = '',
  attributes = '',
  author = '<a class="tgme_widget_message_owner_name" href="https://t.me/garden_notes"><span dir="auto">Garden</span></a>',
  body = '',
  meta = '',
  views = '<span class="tgme_widget_message_views">1.2K</span><span class="copyonly"> views</span>',
}: PostMarkup = {}): string {
  return `<div class="tgme_widget_message js-widget_message ${classes}" ${name === null ? '' : `data-post="${name}"`} ${attributes}>
  <div class="tgme_widget_message_user"><a href="https://t.me/garden_notes"><i data-content="G"></i></a></div>
  <div class="tgme_widget_message_bubble">
    <div class="tgme_widget_message_author accent_color">${author}</div>
    ${body}
    <div class="tgme_widget_message_footer compact js-message_footer">
      <div class="tgme_widget_message_info short js-message_info">
        ${views}<span class="tgme_widget_message_meta">${meta}<a class="tgme_widget_message_date" href="https://t.me/${name ?? 'garden_notes/42'}"><time datetime="2024-05-06T07:08:09+00:00" class="time">07:08</time></a></span>
      </div>
    </div>
  </div>
</div>`;
}

export function feedMarkup(...posts: string[]): string {
  const wraps = posts.map((post) => `<div class="tgme_widget_message_wrap js-widget_message_wrap">${post}</div>`);
  return `<body class="tgme_webpreview"><main class="tgme_main" data-url="/garden_notes"><section
    class="tgme_channel_history js-message_history">${wraps.join('')}</section></main></body>`;
}

export function embedMarkup(post: string, bodyClass = ''): string {
  return `<body class="widget_frame_base tgme_widget body_widget_post ${bodyClass}">${post}</body>`;
}

/** What an embed shows instead of a post that is gone: an element like a post, with no name and no date. */
export const goneMarkup = `<div class="tgme_widget_message err_message js-widget_message"><div class="tgme_widget_message_bubble">
  <div class="tgme_widget_message_error" dir="auto">Post not found</div></div></div>`;

export function parse(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/html');
}

/** The one post of a feed. */
export function postOf(markup: PostMarkup): Element {
  const post = parse(feedMarkup(postMarkup(markup))).querySelector('.tgme_widget_message');
  if (post === null) throw new Error('The markup has no post.');
  return post;
}

export function postWithText(text: string): Element {
  return postOf({ body: textMarkup(text) });
}
