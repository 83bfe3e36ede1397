/** The lines below a post: reactions, views, date. */
import type { Sighting } from '../model/post.ts';
import { compact } from './compact.ts';
import { isText } from './nodes.ts';
import { part, parts } from './parts.ts';
import { lineOf } from './text.ts';
import { told } from './time.ts';

type Reaction = NonNullable<Sighting['reactions']>[number];

/** "1.2K" as shown; service posts have none (captured). */
export function readViews(post: Element): string | undefined {
  return lineOf(part(post, '.tgme_widget_message_views'));
}

/** Absent when nobody reacted, whether or not the page has the empty block for it (both captured). */
export function readReactions(post: Element): Sighting['reactions'] {
  const reactions = parts(post, '.tgme_reaction').map(readReaction).filter((reaction) => reaction !== undefined);
  return reactions.length > 0 ? reactions : undefined;
}

/** The count is plain text after the emoji. A custom emoji is only a number to be looked up, a paid one a star. */
function readReaction(reaction: Element): Reaction | undefined {
  const count = ownText(reaction);
  if (count === '') return undefined;
  return compact<Reaction>({
    emoji: lineOf(reaction.querySelector('.emoji')),
    count: count.slice(0, 1_000),
    paid: reaction.matches('.tgme_reaction_paid') || undefined,
  });
}

/** `datetime` in UTC; the text beside it is rewritten by the page's script, and a video has a `time` too (captured). */
export function readPublishedAt(post: Element): number | undefined {
  const written = part(post, '.tgme_widget_message_date time[datetime]')?.getAttribute('datetime') ?? '';
  return told(Date.parse(written));
}

/** "edited" is plain text before the date; a signature there is an element (captured). */
export function readEdited(post: Element): true | undefined {
  const meta = part(post, '.tgme_widget_message_meta');
  return (meta !== undefined && ownText(meta).includes('edited')) || undefined;
}

/** The text of an element without that of its children. */
function ownText(element: Element): string {
  return [...element.childNodes].filter(isText).map(({ data }) => data).join('').trim();
}
