/** One post to refer to in a text of one's own: channel, time in UTC, quoted or first words, address. In English, as citations are. */
import { canonicalUrl } from '../model/identity.ts';
import { currentHandle } from '../model/channel.ts';
import type { AnnotationView } from '../model/view.ts';
import { inlineText } from './markdown-text.ts';

const maxWords = 12;
/** As people see them: an emoji is one. */
const maxCharacters = 80;

/** `Harbour (@harbour), 2 March 2026, 14:05 UTC: “First words…” https://t.me/harbour/93` */
export function citation(view: AnnotationView): string {
  const { title, handle, when, words, url } = partsOf(view);
  return `${title === undefined ? handle : `${title} (${handle})`}, ${when}${words === '' ? '' : `: “${words}”`} ${url}`;
}

/** The same in Markdown, the channel being the link. */
export function markdownCitation(view: AnnotationView): string {
  const { title, handle, when, words, url } = partsOf(view);
  const name = `[${inlineText(title ?? handle)}](${url})`;
  return `${title === undefined ? name : `${name} (${inlineText(handle)})`}, ${when}${words === '' ? '' : `: “${inlineText(words)}”`}`;
}

function partsOf({ annotation: { postId, target }, channel, capture: { at, content } }: AnnotationView) {
  const handle = currentHandle(channel);
  const title = oneLine(channel.title ?? '');
  const { publishedAt } = content;
  return {
    title: title === '' ? undefined : title,
    handle: `@${handle}`,
    when: publishedAt === undefined ? `seen ${inUtc(at)}` : inUtc(publishedAt),
    // What somebody chose to quote is not for us to shorten.
    words: target.kind === 'quote' ? oneLine(target.exact) : firstWords(oneLine(content.text ?? '')),
    url: canonicalUrl({ handle, postId }),
  };
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** `2 March 2026, 14:05 UTC` */
function inUtc(time: number): string {
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(time);
  return `${date}, ${new Date(time).toISOString().slice(11, 16)} UTC`;
}

/** Whole words from the beginning, in any script; of a word that is too long by itself, its first characters. */
function firstWords(text: string): string {
  // Far more than can be meant, and little enough for any text to be quick.
  const beginning = text.slice(0, 2_000).toWellFormed();
  let [words, characters, end, lastWord] = [0, 0, 0, 0];
  for (const { segment, index, isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(beginning)) {
    characters += graphemes(segment).length;
    if (characters > maxCharacters || (isWordLike && words === maxWords)) break;
    end = index + segment.length;
    if (isWordLike) words += 1;
    if (isWordLike) lastWord = end;
  }
  if (end === text.length) return text;
  const cut = beginning.slice(0, lastWord);
  return `${cut === '' ? graphemes(beginning).slice(0, maxCharacters).join('') : cut}…`;
}

function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}
