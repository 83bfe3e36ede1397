/** The buttons that a bot put below a post. */
import type { Post } from '../model/post.ts';
import { compact } from './compact.ts';
import { destination } from './links.ts';
import { parts } from './parts.ts';
import { lineOf } from './text.ts';

type Button = NonNullable<Post['buttons']>[number];

/** Below the bubble (captured). Those that act inside Telegram lead back to the post (documented only). */
export function readButtons(post: Element): Post['buttons'] {
  const buttons = parts(post, '.tgme_widget_message_inline_button').flatMap((button) => {
    const text = lineOf(button.querySelector('.tgme_widget_message_inline_button_text'));
    return text === undefined ? [] : [compact<Button>({ text, url: destination(button) })];
  });
  return buttons.length > 0 ? buttons : undefined;
}
