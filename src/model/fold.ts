/** Blocks of marks that one may leave out without making another word: Latin, Cyrillic, Hebrew, Arabic, and more Latin. */
const accents = new RegExp(`[${[
  ['0300', '036F'], ['0483', '0489'], ['0591', '05C7'], ['0610', '061A'], ['064B', '065F'], ['0670', '0670'], ['06D6', '06ED'],
  ['1AB0', '1AFF'], ['1DC0', '1DFF'], ['FE20', 'FE2F'],
].map(([from, to]) => `\\u${from}-\\u${to}`).join('')}]`, 'g');

/**
 * Text made comparable: what a person would call "the same word" gets the same folded form.
 *
 * Case and accents go (ё = е, ß = ss), Hebrew and Arabic vowel signs, the kashida and zero-width joiners too.
 * The Cyrillic й stays a letter of its own, although Unicode decomposes it into и and a breve; so do the vowel and
 * voicing signs of scripts to which they are no accents (Hindi, Thai, Japanese).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/([иИ])\u0306/g, (_, letter: string) => (letter === 'и' ? 'й' : 'Й'))
    .replace(accents, '')
    .replace(/[\u0640\u200B-\u200D\u2060\uFEFF]/g, '')
    .toLowerCase()
    .replace(/[ßς]/g, (letter) => (letter === 'ß' ? 'ss' : 'σ'));
}

/** The folded words of a text, in order: runs of letters, with their signs, and digits of any script. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
