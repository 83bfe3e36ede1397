/** Nothing on screen knows left from right: every language lays it out from its own side. */
import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run.ts';

/** Declarations by the side of the screen, those whose four values go around a box, and shifts along the line. */
const sided = [
  /(?:^|[;{\s])(?:left|right)\s*:/,
  /(?:margin|padding|border|scroll-margin|scroll-padding|inset)-(?:left|right)/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:text-align|float|clear|justify-content|justify-self|justify-items)\s*:\s*(?:left|right)/,
  /(?:margin|padding|inset|border-radius)\s*:\s*[^;\s]+ ([^;\s]+) [^;\s]+ (?!\1[;\s])[^;\s]+\s*;/,
];

function withoutComments(css: string): string {
  return css.replace(/\/\*.*?\*\//gs, '');
}

function sidesIn(css: string): string[] {
  return withoutComments(css).split('\n').filter((line) => sided.some((pattern) => pattern.test(line))).map((line) => line.trim());
}

test('no style sheet does', async () => {
  const names = (await readdir(resolve(root, 'src'), { recursive: true })).filter((name) => name.endsWith('.css'));
  expect(names.length).toBeGreaterThan(5);
  const found = await Promise.all(names.map(async (name) => (
    sidesIn(await readFile(resolve(root, 'src', name), 'utf8')).map((line) => `${name}: ${line}`)
  )));
  expect(found.flat()).toEqual([]);
});

test.each(['a { left: 0; }', 'margin-left: 1px;', 'text-align: right;', 'border-top-left-radius: 2px;', 'padding: 1px 2px 3px 4px;', 'float: left;'])(
  'one that does would be found: %s', (css) => expect(sidesIn(css)).toHaveLength(1),
);

test.each(['inset-inline-start: 0;', 'padding: 1px 2px 3px 2px;', 'padding: 1px 2px 3px;', '/* what is left: nothing */', 'text-align: end;'])(
  'one that does not is let be: %s', (css) => expect(sidesIn(css)).toEqual([]),
);
