/** Marks that one may leave out without making another word. */
const accents = /[\u0300-\u036F\u0483-\u0489\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\uFE20-\uFE2F]/g;

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
