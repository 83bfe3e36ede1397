/** Blocks of marks that one may leave out without making another word: Latin, Cyrillic, Hebrew, Arabic, and more Latin. */
const accents = new RegExp(`[${[
  ['0300', '036F'], ['0483', '0489'], ['0591', '05C7'], ['0610', '061A'], ['064B', '065F'], ['0670', '0670'], ['06D6', '06ED'],
  ['1AB0', '1AFF'], ['1DC0', '1DFF'], ['FE20', 'FE2F'],
].map(([from, to]) => `\\u${from}-\\u${to}`).join('')}]`, 'g');

/** The zeros of the scripts that have digits of their own: Arabic, Persian, N'Ko, India's and South East Asia's. */
const zeros = [
  0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0x1810,
];
const digits = new RegExp(`[${zeros.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`, 'g');

/** One word, written on Arabic, Persian or Urdu keyboards: yeh and alef maksura, kaf, heh and teh marbuta. */
const letters: Record<string, string> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ہ: 'ه', ھ: 'ه', ς: 'σ', ß: 'ss' };

/**
 * Text made comparable: what a person would call "the same word" gets the same folded form.
 *
 * Case and accents go (ё = е, ß = ss), Hebrew and Arabic vowel signs, the kashida and zero-width joiners too. Digits of any
 * script are 0 to 9; letters that Arabic and Persian write differently are one; the apostrophe within a Ukrainian or
 * Belarusian word goes, whichever of its forms was typed.
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
    .replace(/(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})/gu, '')
    .replace(/[يىكةہھςß]/g, (letter) => letters[letter] ?? letter)
    .replace(digits, (digit) => String(digit.charCodeAt(0) - (zeros.findLast((zero) => zero <= digit.charCodeAt(0)) ?? 0)));
}
