/**
 * Text made comparable: what a person would call "the same word" gets the same folded form.
 *
 * Case and accents go (ё = е, ß = ss), Arabic vowel signs, the kashida and zero-width joiners too.
 * The Cyrillic й stays a letter of its own, although Unicode decomposes it into и and a breve.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/([иИ])\u0306/g, (_, letter: string) => (letter === 'и' ? 'й' : 'Й'))
    .replace(/[\p{M}\u0640\u200B-\u200D\u2060\uFEFF]/gu, '')
    .toLowerCase()
    .replace(/[ßς]/g, (letter) => (letter === 'ß' ? 'ss' : 'σ'));
}

/** The folded words of a text, in order: runs of letters and digits of any script. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
