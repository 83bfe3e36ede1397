/** Where our own interface stands. */

/**
 * It holds everything that a reader sees of a post but the buttons of a bot, which stand below it. It is always a `div`
 * (both captured): the fields of a form would shadow the methods by which we stand in it.
 */
export function bubbleOf(post: Element): Element | null {
  return post.querySelector(':scope > div.tgme_widget_message_bubble');
}

/**
 * The bubble, which grows with its content, and an embed tells its height to the page around it; siblings between wraps
 * would disturb the page's script. While the parser is still at the post's start, and in embeds without a bubble, the
 * post itself.
 */
export function mountPoint(post: Element): Element {
  return bubbleOf(post) ?? post;
}
