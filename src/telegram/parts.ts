/** Finding the parts of a post. */

/**
 * What stands inside a post without being its own: the quote of the post that it answers, which repeats the classes of an
 * author and a text, what the preview of a link holds, a video perhaps (both captured), and whatever we added.
 */
const foreign = '.tgme_widget_message_reply, .tgme_widget_message_link_preview, postil-annotation';

/** As many of one thing as the model allows; Telegram's own limits are far below. */
const most = 100;

export function parts(post: Element, selector: string): Element[] {
  return [...post.querySelectorAll(selector)].filter((found) => !found.parentElement?.closest(foreign)).slice(0, most);
}

export function part(post: Element, selector: string): Element | undefined {
  return parts(post, selector)[0];
}

/** Parts that do not stand inside another match. */
export function outermost(post: Element, selector: string): Element[] {
  return parts(post, selector).filter((found) => !found.parentElement?.closest(selector));
}
