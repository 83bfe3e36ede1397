/** The design tokens: that what is written in them can be read. What a browser makes of them, axe judges (e2e/axe.spec.ts). */
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Colour, type Theme, colourOf, contrast, over, tokensOf } from './colours.ts';
import { root } from './run.ts';

const themes: Theme[] = ['light', 'dark'];
const read = (file: string) => readFile(resolve(root, 'src', file), 'utf8');

/** Text on what it stands on. */
const texts: [text: string, ...on: string[]][] = [
  ['ink', 'paper', 'paper-2', 'wash', 'chip'],
  ['ink-2', 'paper', 'paper-2', 'wash', 'chip'],
  ['rubric', 'paper', 'paper-2', 'wash'],
  ['paper', 'ink'],
];
/** What is to be seen, without being text: https://www.w3.org/TR/WCAG22/#non-text-contrast */
const signs: [sign: string, ...on: string[]][] = [
  ['focus', 'paper', 'paper-2', 'wash', 'chip'],
  ['rubric', 'paper', 'paper-2', 'chip'],
  ['edge', 'paper', 'paper-2'],
];

/** The bubbles of posts, as Telegram's own style sheets and this project's imitation have them. */
const bubbles: Record<Theme, string[]> = { light: ['#ffffff'], dark: ['#212121', '#182533'] };
/** Where a post has no bubble, a picture may be behind: at worst one that is like the letters. */
const pictures = ['#000000', '#ffffff'];

function expectApart(tokens: Map<string, Colour>, pairs: [string, ...string[]][], least: number, behind: Colour): void {
  const seen = (name: string) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`there is no token ${name}`);
    return over(token, behind);
  };
  const apart = pairs.flatMap(([name, ...on]) => on.map((ground) => [`${name} on ${ground}`, contrast(seen(name), seen(ground))] as const));
  expect(apart.filter(([, ratio]) => ratio < least)).toEqual([]);
}

describe.each(themes)('in the %s theme', (theme) => {
  test('text of our pages has a contrast of 4.5, and signs one of 3', async () => {
    const tokens = tokensOf(await read('ui/base.css'), theme);
    const nothing = colourOf('#000000');
    expectApart(tokens, texts, 4.5, nothing);
    expectApart(tokens, signs, 3, nothing);
  });

  test('so has what stands in a bubble, whose own colour shines through', async () => {
    const tokens = tokensOf(await read('content/mark.css'), theme);
    for (const bubble of bubbles[theme].map(colourOf)) {
      tokens.set('bubble', bubble);
      expectApart(tokens, [['ink', 'bubble', 'chip', 'wash'], ['ink-2', 'bubble', 'wash'], ['rubric', 'bubble', 'wash']], 4.5, bubble);
      expectApart(tokens, [['focus', 'bubble', 'wash'], ['rubric', 'bubble']], 3, bubble);
    }
  });

  test('the quiet button is read over any picture', async () => {
    const tokens = tokensOf(await read('content/mark.css'), theme);
    for (const picture of pictures.map(colourOf)) expectApart(tokens, [['ink-2', 'ground']], 4.5, picture);
  });

  test('a bubble has the colours that our pages have', async () => {
    const ours = tokensOf(await read('ui/base.css'), theme);
    const within = tokensOf(await read('content/mark.css'), theme);
    for (const name of ['ink', 'ink-2', 'rubric', 'wash', 'focus']) expect(within.get(name), name).toEqual(ours.get(name));
  });
});

test('nothing moves for those who want no motion', async () => {
  const files = (await readdir(resolve(root, 'src'), { recursive: true })).filter((name) => name.endsWith('.css'));
  const moving = await Promise.all(files.map(async (name) => {
    const css = await read(name);
    const still = css.replace(/@media \(prefers-reduced-motion: no-preference\)[^{]*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '');
    return [join('src', name), ...still.match(/\b(?:transition|animation|scroll-behavior)[\w-]*:.*/g) ?? []];
  }));
  expect(files.length).toBeGreaterThan(10);
  expect(moving.filter(([, ...found]) => found.length > 0)).toEqual([]);
});
