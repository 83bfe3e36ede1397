/**
 * Text of others and of the reader as Markdown in which all of it is text: in CommonMark, with GitHub's additions and with those of
 * Obsidian. Nothing in it becomes a link, an embed, a tag, a heading or whatever else these would make of it.
 *
 * Control characters but tab and line feed are left out: Markdown has no way to write them.
 */

/** On one line, for use within a line. */
export function inlineText(text: string): string {
  return inert(cleaned(text).replace(/\s+/gu, ' ').trim());
}

/**
 * In lines, for a block of its own: an empty line becomes a new paragraph, every other line break a hard one. White space
 * around the whole is left out, all other is kept.
 */
export function textLines(text: string): string[] {
  const paragraphs = cleaned(text).trim().split(/(?<!\n)\n\n(?!\n)/);
  return paragraphs.flatMap((paragraph, i) => [...(i === 0 ? [] : ['']), ...hardLines(paragraph)]);
}

function hardLines(paragraph: string): string[] {
  const lines = paragraph.split('\n').map(wholeLine);
  return lines.map((line, i) => (i < lines.length - 1 ? `${line}\\` : line));
}

function cleaned(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
}

/** White space at either end is written as a number, since it would be dropped, or make the line code. */
function wholeLine(line: string): string {
  const [, before = '', middle = '', after = ''] = /^(\s?)(.*?)(\s?)$/su.exec(line) ?? [];
  return reference(before) + (before === '' ? withoutMarker(inert(middle)) : inert(middle)) + reference(after);
}

function reference(space: string): string {
  return space === '' ? '' : `&#${space.codePointAt(0)};`;
}

/** At its beginning a line may say that it is a list, a quote, a definition, or that the line above is a heading. */
function withoutMarker(line: string): string {
  return line.replace(/^(?:[-+=>:]|\d{1,9}(?=[.)]))/, (marker) => (/\d/.test(marker) ? `${marker}\\` : `\\${marker}`));
}

/** What an address goes on with: not beyond white space, quotes and brackets of any script. */
const within = '[^\\s`"“”„«»‹›<>（）「」『』【】《》〈〉。，、；：？！]';
const lastWithin = '[^\\s`"“”„«»‹›<>（）「」『』【】《》〈〉。，、；：？！.,;:!?\')\\]}*_~]';

/**
 * What programs make links of by themselves, some of them only after all else has been read, so that no backslash holds
 * them back: addresses with `://`, names that begin with `www.`, mail addresses. How far each may reach back is limited, so
 * that a text without end takes no time without end.
 */
const address = '[a-z][a-z0-9+.-]{0,30}://|www\\.|(?:mailto|xmpp):(?=\\S)';
const mail = '[\\p{L}\\p{N}_.+-]{1,64}@(?=[\\p{L}\\p{N}])';
const linkable = (beginning: string) => new RegExp(`(?:${beginning})(?:${within}*${lastWithin})?`, 'giu');
/** To look for mail takes twenty times as long, and few texts have any. */
const [addresses, addressesAndMail] = [linkable(address), linkable(`${address}|${mail}`)];

/** What is linkable stands as code, in which nothing means anything; before all else that may mean something, a backslash. */
function inert(text: string): string {
  let end = 0;
  let written = '';
  for (const { 0: link, index } of text.matchAll(text.includes('@') ? addressesAndMail : addresses)) {
    written += `${escaped(text.slice(end, index))}\`${link}\``;
    end = index + link.length;
  }
  return written + escaped(text.slice(end));
}

/**
 * Beside the characters that Markdown gives a meaning: `==`, `%%`, `::` and `//` in pairs, `&` where a name could follow, and the
 * dot in what looks like the name of a host.
 */
const meaningful = /[\\`*_[\]<#$~^|{}]|&(?=[#\p{L}])|([=%:/])(?=\1|(?<=\1\1))|\.(?=\p{L})(?<=\S\.)/gu;

function escaped(text: string): string {
  return text.replace(meaningful, '\\$&');
}
