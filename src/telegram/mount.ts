/** Where our own interface stands. */

/**
 * The bubble, which holds everything a reader sees of a post (captured). It grows with its content, and an embed
 * tells its height to the page around it; siblings between wraps would disturb the page's script. While the parser
 * is still at the post's start, and in embeds without a bubble, the post itself. It is always a `div` (captured): the
 * fields of a form would shadow the methods by which we stand in it.
 */
export function mountPoint(post: Element): Element {
  return post.querySelector(':scope > div.tgme_widget_message_bubble') ?? post;
}
