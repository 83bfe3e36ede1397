/** Nothing that a post or a note says means anything in Markdown, and all of it is there. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineText, textLines } from '../../../src/formats/markdown-text.ts';
import { anyText } from '../arbitraries.ts';
import { hostileTexts } from '../hostile.ts';
import { readers } from '../judges.ts';

const quoteOf = (text: string) => textLines(text).map((line) => `> ${line}`).join('\n');

/** What Markdown can hold of a text. */
const held = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '').trim();

const separators = ['', ' ', '\n', '\n\n', '\n\n\n', '\t', '  \n', '\n ', '.', ')', '`', '\\', '日'];
/** Hostile texts beside each other, with whatever between them. */
const anyHostile = fc.array(
  fc.tuple(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...hostileTexts.filter((text) => text.length < 300)) }, anyText), fc.constantFrom(...separators)), { maxLength: 6 },
).map((parts) => parts.flat().join(''));
const anyPunctuation = fc.array(fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~^=$%&:;/@"\'aA1 \n\t'), { maxLength: 30 }).map((chars) => chars.join(''));

describe.each(Object.entries(readers))('read by %s', (_, read) => {
  it.each(hostileTexts.map((text) => [text.slice(0, 300)]))('%j is text', (text) => {
    expect(read(textLines(text).join('\n'))).toEqual({ kinds: [], links: [], text: held(text) });
    if (held(text) !== '') expect(read(quoteOf(text))).toEqual({ kinds: ['blockquote'], links: [], text: held(text) });
  });

  it.each([['hostile texts', anyHostile], ['punctuation', anyPunctuation], ['texts of any script', anyText]])('any %s are text', { timeout: 60_000 }, async (__, anything) => {
    await fc.assert(fc.asyncProperty(anything, async (text) => {
      expect(read(textLines(text).join('\n'))).toEqual({ kinds: [], links: [], text: held(text) });
      if (held(text) !== '') expect(read(quoteOf(text))).toEqual({ kinds: ['blockquote'], links: [], text: held(text) });
    }), { numRuns: 500 });
  });

  it('any of them on one line is text, in a heading, a list and a link', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(anyHostile, anyPunctuation), async (text) => {
      const line = held(text).replace(/\s+/gu, ' ');
      expect(read(`## [${inlineText(text)} x](https://t.me/a/1)`)).toEqual({ kinds: ['heading', 'link'], links: ['https://t.me/a/1'], text: `${line} x` });
      expect(read(`- name: ${inlineText(text)}`).links).toEqual([]);
      expect(read(`- name: ${inlineText(text)}`).text).toBe(`name: ${line}`.trim());
    }), { numRuns: 300 });
  });
});

describe('in Obsidian', () => {
  const written = (text: string) => textLines(text).join('\n');

  it('nothing is left of its marks that is not taken back', () => {
    for (const text of ['[[note]]', '![[embed]]', '#tag', 'a ^block', '==mark==', '%%comment%%', '$math$', 'key:: value', '<% x %>', '[!note] x', '~~x~~', 'a | b']) {
      expect(written(text).replace(/\\./g, ''), text).not.toMatch(/\[|\]|#|\^|==|%%|\$|::|<|~|\|/);
    }
  });

  it('no code is a query of Dataview', () => {
    for (const text of ['`= this.file`', '`$= dv.pages()`', '=a@evil.example', '$=www.evil.example', '`=https://evil.example`']) {
      expect(written(text)).not.toMatch(/(^|[^\\])`\$?=/);
    }
  });
});

describe('a text', () => {
  it.each([
    ['Low tide at 5, see (https://example.org/a_b).', 'Low tide at 5, see (`https://example.org/a_b`).'],
    ['write to ann@example.org, please', 'write to `ann@example.org`, please'],
    ['www.example.org и @harbour', '`www.example.org` и @harbour'],
    ['snake_case, 50% of C# & R&D', 'snake\\_case, 50% of C\\# & R\\&D'],
    ['- one\n- two', '\\- one\\\n\\- two'],
    ['1. one\n2) two', '1\\. one\\\n2\\) two'],
    ['one\n\ntwo\n\n\nthree', 'one\n\ntwo\\\n\\\n\\\nthree'],
    ['  indented\n\tmore', 'indented\\\n&#9;more'],
  ])('%j is written as %j', (text, markdown) => {
    expect(textLines(text).join('\n')).toBe(markdown);
  });

  it('without end takes no time without end', { timeout: 10_000 }, () => {
    for (const part of ['a', 'a.', '@', 'a@', 'www.', 'https://', '日', '\\', '`', ' ', '\n', 'x:', '/']) textLines(part.repeat(100_000 / part.length));
  });
});
