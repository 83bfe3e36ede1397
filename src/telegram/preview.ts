/** The preview of a linked page. */
import type { Post } from '../model/post.ts';
import { compact } from './compact.ts';
import { destination } from './links.ts';
import { part } from './parts.ts';
import { lineOf, textOf } from './text.ts';

/** At most one, before or after the text (captured). */
export function readLinkPreview(post: Element): Post['linkPreview'] {
  const preview = part(post, '.tgme_widget_message_link_preview');
  const url = preview && destination(preview);
  if (preview === undefined || url === undefined) return undefined;
  return compact<NonNullable<Post['linkPreview']>>({
    url,
    siteName: lineOf(preview.querySelector('.link_preview_site_name')),
    title: lineOf(preview.querySelector('.link_preview_title')),
    description: textOf(preview.querySelector('.link_preview_description')),
  });
}
