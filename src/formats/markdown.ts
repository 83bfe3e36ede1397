/**
 * The Markdown export, for Obsidian and whatever else reads notes: properties in front, the post's text, or the words of it that the
 * annotation is about, as a quote, the note below it, both as plain text (`markdown-text.ts`), and a link to the post.
 *
 * | property | what it holds |
 * |---|---|
 * | `id` | of the annotation |
 * | `url` | the post's canonical address |
 * | `channel`, `channel-title`, `post` | the name in the address, the title, the number of the post |
 * | `published` | when the post was published |
 * | `author` | who signed the post |
 * | `kinds` | what the post is made of |
 * | `quote` | the stretch of it that the annotation is about, when it is not about all |
 * | `tags` | as Obsidian takes them: `-` for what a tag may not hold there, `_` before one of digits alone |
 * | `tag-names` | as they are, where that is something else |
 * | `annotation-author` | the name, else the id, of whoever wrote it elsewhere |
 * | `created`, `updated` | of the annotation |
 * | `captured` | when the post said this |
 *
 * Times are ISO 8601 UTC. What is not known is left out.
 */
import { canonicalUrl } from '../model/identity.ts';
import { currentHandle } from '../model/channel.ts';
import type { AnnotationView, ExportSource } from '../model/view.ts';
import type { ExportInfo } from './exported.ts';
import { iso } from './iso-time.ts';
import { inlineText, textLines } from './markdown-text.ts';
import { type Property, frontMatter } from './yaml.ts';

/** One annotation as a note of its own. */
export function markdownNote(view: AnnotationView): string {
  return `${frontMatter(propertiesOf(view))}\n\n${[...bodyOf(view), postLink(view)].join('\n\n')}\n`;
}

/** All in one note, with a section for each; what is in front says when it was written. */
export async function* exportMarkdown(source: ExportSource, { now, generator }: ExportInfo): AsyncGenerator<string> {
  yield `${frontMatter([['exported', iso(now)], ['generator', generator]])}\n`;
  for await (const views of source.annotations) yield views.map(section).join('');
}

function section(view: AnnotationView): string {
  const properties = propertiesOf(view).flatMap(listed).join('\n');
  return `\n${[`## ${postLink(view)}`, properties, ...bodyOf(view)].join('\n\n')}\n`;
}

function propertiesOf({ annotation, author, mine, channel, capture: { at, content }, tags }: AnnotationView): Property[] {
  const { id, postId, target, createdAt, updatedAt } = annotation;
  const handle = currentHandle(channel);
  const names = tags.map(({ name }) => name);
  const obsidianTags = [...new Set(names.map(obsidianTag).filter((tag) => tag !== ''))];
  return [
    ['id', id],
    ['url', canonicalUrl({ handle, postId })],
    ['channel', handle],
    ['channel-title', channel.title],
    ['post', postId],
    ['published', content.publishedAt === undefined ? undefined : iso(content.publishedAt)],
    ['author', content.signature],
    ['kinds', content.kinds],
    ['quote', target.kind === 'quote' ? target.exact : undefined],
    ['tags', obsidianTags],
    ['tag-names', names.some((name, i) => name !== obsidianTags[i]) ? names : undefined],
    ['annotation-author', mine ? undefined : author.name ?? author.id],
    ['created', iso(createdAt)],
    ['updated', iso(updatedAt)],
    ['captured', iso(at)],
  ];
}

/**
 * Letters, digits, `_`, `-` and `/` between names; not digits alone. Empty when nothing is left.
 * https://help.obsidian.md/tags#Tag+format
 */
function obsidianTag(name: string): string {
  const parts = name.split('/').map((part) => part.replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, ''));
  const tag = parts.filter((part) => /[\p{L}\p{N}_]/u.test(part)).join('/');
  return /^[\p{N}/-]+$/u.test(tag) ? `_${tag}` : tag;
}

/** A property where there is no front matter. Tags are such there, too. */
function listed([name, value]: Property): string[] {
  if (value === undefined || (typeof value === 'object' && value.length === 0)) return [];
  const values = typeof value === 'object' ? value : [String(value)];
  const written = values.map((each) => (name === 'tags' && !emphasis.test(each) ? `#${each}` : inlineText(each)));
  return [`- ${name}: ${written.join(', ')}`];
}

/** Between letters `_` means nothing. Elsewhere it needs a backslash, with which Obsidian sees no tag. */
const emphasis = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;

function bodyOf({ annotation: { note, target }, capture: { content } }: AnnotationView): string[] {
  const text = target.kind === 'quote' ? target.exact : content.text ?? '';
  const quote = textLines(text).map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
  return [...(text.trim() === '' ? [] : [quote]), ...(note.trim() === '' ? [] : [textLines(note).join('\n')])];
}

/** To the post, by what it is called here: the one link in a note. */
export function postLink({ annotation: { postId }, channel }: AnnotationView): string {
  const handle = currentHandle(channel);
  return `[${inlineText(channel.title ?? `@${handle}`)} › ${postId}](${canonicalUrl({ handle, postId })})`;
}
