// @vitest-environment jsdom
/** Every stretch of a post's text is on the page, where one sees it, and is told from there. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTextPlaces } from '../../../src/telegram/text-places.ts';
import { findPosts } from '../../../src/telegram/find.ts';
import { hasEmbeds, hasFeed } from '../../site/channel.ts';
import { demoChannels } from '../../site/demo.ts';
import { createSite } from '../../site/site.ts';
import { renderText } from '../../site/text.ts';
import { parse, postOf, postWithText, textMarkup } from './markup.ts';
import { checkPlaces, offsetsOf, placesOf } from './places.ts';

const emoji = (character: string): string => `<i class="emoji" style="background-image:url('//telegram.org/x.png')"><b>${character}</b></i>`;

/** The words on the page, one string for each range. */
function shown(post: Element, words: string): string[] {
  const places = placesOf(post);
  const start = places.text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const ranges = places.rangesOf(start, start + words.length);
  expect(offsetsOf(places, ranges)).toEqual([start, start + words.length]);
  return ranges.map(String);
}

describe('a stretch is on the page', () => {
  test.each([
    ['white space as laid out', 'one  \n <b> two</b> <br> three', 'two\nthree', ['two  three']],
    ['only once where space is dropped', 'one <b> two</b>', 'one two', ['one  two']],
    ['accents in another element', 'cafe<b>\u0301</b> <i>noir</i>', 'é n', ['e\u0301 n']],
    ['letters not in NFC', 'cafe\u0301 ru\u0308cken', 'é r\u00fc', ['e\u0301 ru\u0308']],
    ['emoji', `a${emoji('🌷')}b`, '🌷b', ['🌷b']],
    ['right to left', 'باغ ما<br/><b>می‌روید</b>', 'ما\nمی‌رو', ['مامی‌رو']],
    ['blocks', 'before<blockquote>quoted</blockquote>after', 'fore\nquoted\naf', ['forequotedaf']],
    ['code', 'run:<pre>if a:\n  b()</pre>then', 'a:\n  b()\nth', ['a:\n  b()th']],
    ['spoilers and links', 'a <tg-spoiler>b <a href="https://example.org">c</a></tg-spoiler> d', 'b c d', ['b c d']],
  ])('%s', (_, markup, words, expected) => {
    expect(shown(postWithText(markup), words)).toEqual(expected);
  });

  test('without what is no part of the text', () => {
    const drawn = `<tg-emoji emoji-id="1"><span class="tg-emoji-wrap"><div>drawn</div></span>${emoji('🌱')}</tg-emoji>`;
    expect(shown(postWithText(`It ${drawn} grows<postil-annotation>ours</postil-annotation> well`), 't 🌱 grows well')).toEqual(['t ', '🌱 grows', ' well']);
    const preview = '<a class="tgme_widget_message_link_preview" href="https://example.org"><div class="link_preview_description">elsewhere</div></a>';
    expect(shown(postOf({ body: `${textMarkup('first')}${preview}${textMarkup('second')}` }), 'irst\nsec')).toEqual(['irst', 'sec']);
  });

  test('in the doubled container of an album', () => {
    expect(shown(postOf({ body: textMarkup(textMarkup('Three <b>beds</b>')) }), 'ree be')).toEqual(['ree be']);
  });

  test('nowhere, when the words have changed or gone', () => {
    const post = postWithText('one <b>two</b> three');
    const places = placesOf(post);
    const bold = post.querySelector('b') ?? expect.unreachable();
    bold.textContent = 'deux';
    expect(places.rangesOf(4, 7)).toEqual([]);
    expect(places.rangesOf(8, 13)).toHaveLength(1);
    expect(places.offsetAt(bold, 0)).toBeUndefined();
    expect(places.offsetAt(bold.childNodes[0] ?? bold, 1)).toBeUndefined();
  });
});

describe('a point of the page', () => {
  test('around the text and between its elements', () => {
    const post = postWithText('one<br><br><b>two</b>');
    const places = placesOf(post);
    const box = post.querySelector('.js-message_text') ?? expect.unreachable();
    expect([0, 1, 2, 3, 4].map((child) => places.offsetAt(box, child))).toEqual([0, 3, 3, 3, 8]);
    expect(places.offsetAt(post, 0)).toBe(0);
    expect(places.offsetAt(post, post.childNodes.length)).toBe(8);
    expect(places.offsetAt(post.ownerDocument, 0)).toBe(0);
    expect(places.offsetAt(post.ownerDocument.body, 1)).toBe(8);
  });

  test('elsewhere', () => {
    const places = placesOf(postWithText('one'));
    expect(places.offsetAt(postWithText('one'), 0)).toBeUndefined();
    expect(places.offsetAt(document.createElement('div'), 5)).toBeUndefined();
    expect(placesOf(postOf({})).offsetAt(document, 0)).toBe(0);
  });
});

/** What the scripts of the page do to a text after it has loaded. */
function runPageScripts(post: Element): void {
  const page = post.ownerDocument;
  for (const text of post.querySelectorAll('.js-message_text')) {
    const words = page.createTreeWalker(text, 4);
    const nodes: Node[] = [];
    for (let node = words.nextNode(); node; node = words.nextNode()) nodes.push(node);
    if (text.querySelector('tg-spoiler')) {
      for (const node of nodes) {
        const wrap = page.createElement('span');
        wrap.className = 'd-text';
        node.parentNode?.replaceChild(wrap, node);
        wrap.append(node);
      }
      for (const spoiler of text.querySelectorAll('tg-spoiler')) {
        const wrap = page.createElement('span');
        wrap.className = 'tg-spoiler-text';
        wrap.append(...spoiler.childNodes);
        spoiler.append(wrap);
      }
    }
    for (const custom of text.querySelectorAll('tg-emoji')) {
      const drawing = page.createElement('span');
      drawing.className = 'tg-emoji-wrap';
      drawing.append(page.createElement('div'));
      custom.prepend(drawing);
    }
    text.append(page.createElement('span'));
  }
}

const channels = demoChannels();
const { answer } = createSite(channels);

/** Without styles, which take jsdom longer than all else. */
function load(url: string): Document {
  const { body = '' } = answer({ url, method: 'GET', headers: {} }) ?? {};
  return parse(body.replace(/<style>[^]*?<\/style>/g, ''));
}

test.each([
  ...channels.filter(hasFeed).map(({ handle }) => `/s/${handle}`),
  ...channels.filter(hasEmbeds).flatMap(({ handle, posts }) => posts.filter(({ appOnly }) => !appOnly).slice(-2).map(({ id }) => `/${handle}/${id}?embed=1`)),
])('in all posts of %s, before and after the scripts of the page', (path) => {
  const posts = findPosts(load(`https://t.me${path}`));
  expect(posts).not.toHaveLength(0);
  for (const post of posts) {
    checkPlaces(post, 20);
    const before = placesOf(post);
    runPageScripts(post);
    checkPlaces(post, 20);
    // Words that were only wrapped are still where they were.
    expect(offsetsOf(before, before.rangesOf(0, before.text.length))).toEqual(before.text === '' ? [undefined, undefined] : [0, before.text.length]);
  }
});

const anyWords = fc.array(fc.constantFrom('tulip', 'сад', 'باغ', '花が咲く', 'cafe\u0301', 'e', '\u0301', '\u1112', '\u1161', '\u11ab', 'か\u3099', '\u0958', '👩‍🚀', '🌷', ' ', '  ', '\u00a0', '.', '&')).map((parts) => parts.join(''));

test('in any text that the site writes', () => {
  const anyMarkup = fc.array(fc.oneof(anyWords, fc.constantFrom(
    '**bold text**', '__italic__', '||hidden || words', '||a **b** c||', '`code`', '```\nif a:\n  b\n```', '[label](https://example.org/?a=1&b=2)', '#tag', '@mention', '🙂', '{🙂}',
    '\n', '\n\n', '\n> quoted\n', '\n>> one\n>> two\n',
  )), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(fc.property(anyMarkup, fc.boolean(), (markup, afterScripts) => {
    const post = postWithText(renderText(markup).html);
    if (afterScripts) runPageScripts(post);
    checkPlaces(post, 10);
  }), { numRuns: 100 });
});

test('in any nest of elements, with white space and accents wherever', () => {
  const { nest } = fc.letrec<{ nest: string; part: string }>((tie) => ({
    nest: fc.array(tie('part'), { maxLength: 5 }).map((parts) => parts.join('')),
    part: fc.oneof(
      { maxDepth: 4 },
      anyWords.map((words) => words.replaceAll('&', '&amp;')),
      fc.constantFrom('<br>', '\n', '\t ', '<!-- -->', '<span></span>', '<postil-annotation></postil-annotation>'),
      fc.tuple(fc.constantFrom('b', 'span', 'div', 'pre', 'blockquote', 'tg-spoiler'), tie('nest')).map(([name, inner]) => `<${name}>${inner}</${name}>`),
    ),
  }));
  fc.assert(fc.property(nest, (markup) => checkPlaces(postWithText(markup), 10)), { numRuns: 200 });
});

describe('hostile', () => {
  test('a post that is not read, or not wholly, has no places', () => {
    expect(readTextPlaces(postWithText('words <form><input name="childNodes"></form>'))).toBeUndefined();
    expect(readTextPlaces(postWithText('<i>x</i>'.repeat(10_001)))).toBeUndefined();
  });

  test('a text without end, in one node or in many', () => {
    const post = postWithText('');
    post.querySelector('.js-message_text')?.append(...Array.from({ length: 200 }, () => 'сад '.repeat(150)));
    const places = placesOf(post);
    expect(places.text).toHaveLength(99_999);
    expect(offsetsOf(places, places.rangesOf(4, 99_003))).toEqual([4, 99_003]);
    expect(placesOf(postWithText('сад '.repeat(200_000))).rangesOf(99_000, 99_003).map(String)).toEqual(['сад']);
    expect(placesOf(postWithText('e\u0301'.repeat(60_000))).rangesOf(1_000, 1_002).map(String)).toEqual(['e\u0301e\u0301']);
  });

  test('forms elsewhere shadow nothing', () => {
    const post = postWithText('one two');
    const form = post.ownerDocument.createElement('form');
    for (const name of ['childNodes', 'getRootNode', 'ownerDocument', 'compareDocumentPosition', 'contains']) {
      form.append(Object.assign(post.ownerDocument.createElement('input'), { name }));
    }
    post.ownerDocument.body.append(form);
    const places = placesOf(post);
    expect(places.offsetAt(form, 2)).toBe(7);
  });
});
