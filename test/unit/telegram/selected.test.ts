// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { postOfSelection, quoteOfSelection } from '../../../src/telegram/selected.ts';
import { feedMarkup, parse, postMarkup, textMarkup } from './markup.ts';
import { placesOf } from './places.ts';

type Point = [node: Node, offset: number];

/** As many ranges as pairs of points. */
function selected(...points: [Point, Point][]) {
  const ranges = points.map(([start, end]) => {
    const range = new Range();
    range.setStart(...start);
    range.setEnd(...end);
    return range;
  });
  return { rangeCount: ranges.length, getRangeAt: (index: number) => ranges[index] ?? expect.unreachable() };
}

const emoji = (character: string): string => `<i class="emoji"><b>${character}</b></i>`;
const page = parse(feedMarkup(
  postMarkup({ name: 'garden_notes/1', body: textMarkup(`One <b>bed</b> ${emoji('🌷')} of <tg-spoiler>tulips</tg-spoiler>.<br><br>And roses.`) }),
  postMarkup({ name: 'garden_notes/2', body: textMarkup(textMarkup('دو باغ<br>کوچک')) }),
  postMarkup({ name: 'garden_notes/3' }),
));
const posts = [...page.querySelectorAll('.tgme_widget_message')];
const find = (post: number, selector: string): Element => posts[post]?.querySelector(selector) ?? expect.unreachable();
const words = (post: number, selector: string): Node => find(post, selector).firstChild ?? expect.unreachable();
const box = (post: number): Element => find(post, '.js-message_text .js-message_text, .js-message_text');

function quoted(post: number, ...points: [Point, Point][]): string | undefined {
  return quoteOfSelection(placesOf(posts[post] ?? expect.unreachable()), selected(...points))?.exact;
}

const postOf = (...points: [Point, Point][]): number => posts.indexOf(postOfSelection(page, selected(...points)) ?? page.body);

describe('the quote of a selection', () => {
  test('in one text, and across elements', () => {
    expect(quoted(0, [[words(0, '.js-message_text'), 1], [words(0, '.js-message_text'), 3]])).toBe('ne');
    expect(quoted(0, [[words(0, '.js-message_text > b'), 1], [words(0, 'tg-spoiler'), 3]])).toBe('ed 🌷 of tul');
    expect(quoted(1, [[box(1), 0], [box(1), box(1).childNodes.length]])).toBe('دو باغ\nکوچک');
  });

  test('with whole characters, and without white space around', () => {
    expect(quoted(0, [[words(0, '.js-message_text > b'), 3], [words(0, '.emoji b'), 1]])).toBe('🌷');
  });

  test('from element to element, and from outside the text', () => {
    expect(quoted(0, [[box(0), 1], [box(0), 3]])).toBe('bed');
    expect(quoted(0, [[posts[0] ?? page, 0], [find(0, '.tgme_widget_message_footer'), 0]])).toBe('One bed 🌷 of tulips.\n\nAnd roses.');
    expect(quoted(0, [[page.body, 0], [words(0, '.js-message_text > b'), 3]])).toBe('One bed');
  });

  test('in several ranges, as Firefox makes them', () => {
    expect(quoted(0, [[words(0, '.js-message_text'), 0], [words(0, '.js-message_text'), 3]], [[words(0, 'tg-spoiler'), 0], [words(0, 'tg-spoiler'), 6]]))
      .toBe('One bed 🌷 of tulips');
  });

  test('of nothing', () => {
    expect(quoted(0, [[box(0), 0], [box(0), 0]])).toBeUndefined();
    expect(quoted(0, [[words(0, '.js-message_text'), 3], [words(0, '.js-message_text'), 4]])).toBeUndefined();
    expect(quoted(0, [[find(0, '.tgme_widget_message_author'), 0], [find(0, '.tgme_widget_message_author'), 1]])).toBeUndefined();
    expect(quoted(0)).toBeUndefined();
    expect(quoted(0, [[document.body, 0], [document.body, 0]])).toBeUndefined();
  });
});

describe('the post of a selection', () => {
  test('is the one that has words of it', () => {
    expect(postOf([[words(0, '.js-message_text'), 1], [words(0, 'tg-spoiler'), 3]])).toBe(0);
    expect(postOf([[words(2, '.tgme_widget_message_views'), 0], [words(2, '.tgme_widget_message_views'), 2]])).toBe(2);
    expect(postOf([[page.body, 0], [words(0, 'tg-spoiler'), 3]])).toBe(0);
  });

  test('is that of the words when an end touches another', () => {
    expect(postOf([[box(0), 6], [posts[1] ?? page, 0]])).toBe(0);
    expect(postOf([[box(0), 6], [find(1, '.tgme_widget_message_author'), 0]])).toBe(0);
    expect(postOf([[posts[0] ?? page, posts[0]?.childNodes.length ?? 0], [words(1, '.js-message_text .js-message_text'), 2]])).toBe(1);
  });

  test('is none when two have words of it, or none has', () => {
    expect(postOf([[words(0, 'tg-spoiler'), 3], [words(1, '.js-message_text .js-message_text'), 2]])).toBe(-1);
    expect(postOf([[posts[0] ?? page, posts[0]?.childNodes.length ?? 0], [words(2, '.tgme_widget_message_views'), 2]])).toBe(-1);
    expect(postOf([[box(0), 1], [box(0), 1]])).toBe(-1);
    expect(postOf()).toBe(-1);
  });
});
