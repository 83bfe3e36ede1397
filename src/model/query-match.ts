/** Whether an annotation is what a query looks for: the meaning of the query language, which every index must keep to. */
import { words } from './words.ts';
import { handleKey } from './identity.ts';
import type { Channel } from './channel.ts';
import type { Condition, ParsedQuery, Term, Wording } from './query.ts';
import { ownTexts, postTime } from './searched.ts';
import { tagKey } from './tag.ts';
import type { AnnotationView, Author } from './view.ts';

type TermOf<Is extends Condition['is']> = Extract<Condition, { is: Is }>;

/** All texts that words are looked for in; words side by side stand in one of them. */
export function searchableTexts({ annotation, tags, capture, channel, author }: AnnotationView): string[] {
  const named = [...tags.map((tag) => tag.name), ...channelNames(channel), author.name];
  return [...ownTexts(annotation, capture.content), ...named.filter((each) => each !== undefined)];
}

export function channelNames({ title, handles }: Channel): string[] {
  return [...(title === undefined ? [] : [title]), ...handles.map((use) => use.name)];
}

/** @returns a function that is given an annotation, and tells of each term whether it holds */
export function termMatcher(terms: readonly Term[]): (view: AnnotationView) => boolean[] {
  return (view) => {
    const texts = terms.some(({ is }) => is === 'words') ? searchableTexts(view).map(words) : [];
    return terms.map((term) => holds(term, view, texts) !== term.not);
  };
}

/** @returns a function that is given an annotation */
export function queryMatcher({ terms }: Pick<ParsedQuery, 'terms'>): (view: AnnotationView) => boolean {
  const matches = termMatcher(terms);
  return (view) => matches(view).every(Boolean);
}

function holds(term: Term, { annotation, mine, tags, channel, capture: { content }, author }: AnnotationView, texts: string[][]): boolean {
  switch (term.is) {
    case 'words':
      return texts.some((text) => contains(text, term));
    case 'tag':
      return tags.some(({ name }) => isTagMeant(name, term));
    case 'channel':
      return isChannelMeant(channel, term);
    case 'kind':
      return content.kinds.includes(term.kind);
    case 'by':
      return isAuthorMeant(author, mine, term);
    case 'has':
      switch (term.what) {
        case 'note': return annotation.note !== '';
        case 'quote': return annotation.target.kind === 'quote';
        case 'media': return content.media !== undefined;
        case 'link': return content.kinds.includes('link');
      }
    case 'after':
      return postTime(annotation, content) >= term.time;
    case 'before':
      return postTime(annotation, content) < term.time;
  }
}

export function isTagMeant(name: string, { key }: TermOf<'tag'>): boolean {
  const own = tagKey(name);
  return own === key || own.startsWith(`${key}/`);
}

export function isChannelMeant({ handles, title = '' }: Channel, term: TermOf<'channel'>): boolean {
  return handles.some(({ name }) => handleKey(name) === term.handle) || (!term.exact && contains(words(title), term));
}

export function isAuthorMeant({ id, name = '' }: Author, mine: boolean, term: TermOf<'by'>): boolean {
  return (term.me && mine) || id === term.id || contains(words(name), term);
}

/** Whether the words stand side by side in the text; no words stand nowhere. */
export function contains(text: readonly string[], wording: Wording): boolean {
  return wording.words.length > 0 && text.some((_, at) => standsAt(text, at, wording));
}

/** Whether they do from that word of the text on. */
export function standsAt(text: readonly string[], at: number, { words: wanted, open }: Wording): boolean {
  return wanted.every((word, i) => {
    const present = text[at + i];
    return open && i === wanted.length - 1 ? present?.startsWith(word) : present === word;
  });
}
