/** A poll: its question and what can be answered. */
import type { Post } from '../model/post.ts';
import { compact } from './compact.ts';
import { part, parts } from './parts.ts';
import { lineOf } from './text.ts';

/**
 * Such a post has no text. Feeds show the results and an embed can be voted in, which changes what stands around the
 * options, but not them (all captured).
 */
export function readPoll(post: Element): Post['poll'] {
  const poll = part(post, '.tgme_widget_message_poll');
  const question = lineOf(poll?.querySelector('.tgme_widget_message_poll_question'));
  if (poll === undefined || question === undefined) return undefined;
  return compact<NonNullable<Post['poll']>>({
    question,
    type: lineOf(poll.querySelector('.tgme_widget_message_poll_type')),
    options: parts(poll, '.tgme_widget_message_poll_option_text')
      .map(lineOf)
      .filter((option) => option !== undefined),
  });
}
