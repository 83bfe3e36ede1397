/** Whether an annotation is what a query looks for: the meaning of the query language, which every index must keep to. */
import { words } from './words.ts';
import { handleKey } from './identity.ts';
import type { ParsedQuery, Term, Wording } from './query.ts';
import { tagKey } from './tag.ts';
import type { AnnotationView } from './view.ts';

/** The texts that words are looked for in; words side by side stand in one of them. */
export function searchableTexts({ annotation, tags, capture, channel, author }: AnnotationView): string[] {
  const { text, forwardedFrom, signature, poll } = capture.content;
  return [
    annotation.note, ...tags.map((tag) => tag.name), text, channel.title, ...channel.handles.map((use) => use.name),
    forwardedFrom?.name, signature, poll?.question, ...poll?.options ?? [], author.name,
  ].filter((field) => field !== undefined);
}

/** @returns a function that is given an annotation */
export function queryMatcher({ terms }: ParsedQuery): (view: AnnotationView) => boolean {
  return (view) => {
    const texts = terms.some(({ is }) => is === 'words') ? searchableTexts(view).map(words) : [];
    return terms.every((term) => holds(term, view, texts) !== term.not);
  };
}

function holds(term: Term, { annotation, mine, tags, channel, capture: { content }, author }: AnnotationView, texts: string[][]): boolean {
  switch (term.is) {
    case 'words':
      return texts.some((text) => contains(text, term));
    case 'tag':
      return tags.some(({ name }) => tagKey(name) === term.key || tagKey(name).startsWith(`${term.key}/`));
    case 'channel':
      return channel.handles.some(({ name }) => handleKey(name) === term.handle) || contains(words(channel.title ?? ''), term);
    case 'kind':
      return content.kinds.includes(term.kind);
    case 'by':
      return (term.me && mine) || contains(words(author.name ?? ''), term);
    case 'has':
      switch (term.what) {
        case 'note': return annotation.note !== '';
        case 'quote': return annotation.target.kind === 'quote';
        case 'media': return content.media !== undefined;
        case 'link': return content.kinds.includes('link');
      }
    case 'after':
      return timeOf(annotation.createdAt, content.publishedAt) >= term.time;
    case 'before':
      return timeOf(annotation.createdAt, content.publishedAt) < term.time;
  }
}

/** The post's day; of a post whose page did not tell it, that of the annotation. */
function timeOf(createdAt: number, publishedAt: number | undefined): number {
  return publishedAt ?? createdAt;
}

/** Whether the words stand side by side in the text. */
function contains(text: readonly string[], wording: Wording): boolean {
  return text.some((_, at) => standsAt(text, at, wording));
}

/** Whether they do from that word of the text on. */
export function standsAt(text: readonly string[], at: number, { words: wanted, open }: Wording): boolean {
  return wanted.every((word, i) => {
    const present = text[at + i];
    return open && i === wanted.length - 1 ? present?.startsWith(word) : present === word;
  });
}
