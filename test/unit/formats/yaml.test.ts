import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { frontMatter } from '../../../src/formats/yaml.ts';
import { anyText } from '../arbitraries.ts';
import { hostileTexts } from '../hostile.ts';
import { parted, readFront } from '../judges.ts';

/** What YAML may hold, https://yaml.org/spec/1.2.2/#51-character-set, but for what any reader may take for the end of a line, and the byte order mark. */
const printable = /^[\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

it('any text is one line of what YAML may hold, and is read as it was', async () => {
  await fc.assert(fc.asyncProperty(fc.oneof(fc.constantFrom(...hostileTexts), anyText, fc.string({ unit: 'binary' })), async (typed) => {
    const text = typed.toWellFormed();
    const { front } = parted(`${frontMatter([['x', text], ['list', [text, 'b']]])}\n`);
    expect(front).toMatch(printable);
    expect(front.split('\n')).toHaveLength(4);
    for (const [judge, read] of Object.entries(readFront(front))) expect(read, judge).toEqual({ x: text, list: [text, 'b'] });
  }), { numRuns: 500 });
});

it.each(['\u007f', '\u0085', '\u009f', '\u2028', '\u2029', '\ufeff', '\ufffe', '\uffff'])('%j is written by its number', (char) => {
  expect(frontMatter([['x', char]])).toBe(`---\nx: "\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}"\n---`);
});

it('what is not known is left out', () => {
  expect(frontMatter([['a', undefined], ['b', []], ['c', ''], ['d', 0], ['e', ['x']]])).toBe('---\nc: ""\nd: 0\ne:\n  - "x"\n---');
});
