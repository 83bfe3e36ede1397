// @vitest-environment jsdom
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { brokenFacts } from '../../../src/telegram/markup-check.ts';
import { outline } from '../../../src/telegram/outline.ts';
import { embedMarkup, feedMarkup, goneMarkup, parse, postMarkup, textMarkup } from './markup.ts';

const whole = postMarkup({ body: textMarkup('Tulips are in bloom.') });
const other = postMarkup({ name: 'garden_notes/43', body: textMarkup('So are lilies.') });

const at = (url: string, markup: string): Document => new JSDOM(markup, { url }).window.document;

describe('what no longer holds', () => {
  test.each([
    ['a feed', feedMarkup(whole, other)],
    ['an embed', embedMarkup(whole)],
    ['an empty feed', feedMarkup()],
    ['a search that found nothing', feedMarkup('<div class="tgme_widget_message_centered"><div class="tme_no_messages_found">No posts found</div></div>')],
    ['an embed of a post that is gone', embedMarkup(goneMarkup)],
    ['a landing', '<div class="tgme_page"><div class="tgme_page_widget"></div></div>'],
    ['another page', '<h1>Telegram Messenger</h1>'],
  ])('nothing on %s', (_, markup) => {
    expect(brokenFacts(parse(markup))).toEqual([]);
  });

  const changed = (...changes: [from: RegExp, to: string][]): Document => (
    parse(changes.reduce((markup, [from, to]) => markup.replaceAll(from, to), feedMarkup(whole, other)))
  );

  test.each([
    ['posts', [/"tgme_widget_message /g, '"message ']],
    ['names', [/data-post="[^"]*"|tgme_widget_message_date/g, 'x="1"']],
    ['authors', [/tgme_widget_message_owner_name/g, 'owner']],
    ['dates', [/datetime=/g, 'data-time=']],
    ['bubbles', [/tgme_widget_message_bubble/g, 'bubble']],
    ['contents', [/tgme_widget_message_text/g, 'text']],
  ] as const)('%s', (fact, [from, to]) => {
    expect(brokenFacts(changed([from, to]))).toEqual([fact]);
  });

  test('several at once', () => {
    expect(brokenFacts(changed([/datetime=/g, 'data-time='], [/tgme_widget_message_text/g, 'text']))).toEqual(['dates', 'contents']);
  });

  test('not what one post alone lacks', () => {
    expect(brokenFacts(parse(feedMarkup(whole, other.replace('datetime=', 'x=').replace('owner_name', 'x'))))).toEqual([]);
  });

  test('an embed without its post', () => {
    expect(brokenFacts(parse(embedMarkup('<article>Tulips are in bloom.</article>')))).toEqual(['posts']);
  });

  test('a feed, by its address alone', () => {
    expect(brokenFacts(at('https://t.me/s/garden_notes', '<main><article>Tulips are in bloom.</article></main>'))).toEqual(['history']);
    expect(brokenFacts(at('https://t.me/garden_notes', '<main><article>Tulips are in bloom.</article></main>'))).toEqual([]);
  });
});

describe('outline', () => {
  test('is of the first post: elements, classes and names of attributes', () => {
    expect(outline(parse(feedMarkup(whole, other)))).toMatch(
      /^div\.tgme_widget_message\.js-widget_message\[data-post\]\n div\.tgme_widget_message_user\n {2}a\[href\]\n[^]*\n {6}time\.time\[datetime\]$/,
    );
  });

  test('is of the whole page when there is no post', () => {
    expect(outline(parse('<main><article class="p">Tulips</article><article class="p">Lilies</article><p></p></main>')))
      .toBe('body\n main\n  article.p\n  p');
  });

  test('holds no word of the page, nor ours', () => {
    const post = postMarkup({
      name: 'tulips/7', classes: 'tulips7', attributes: 'tulips7="1" style="x"',
      body: `${textMarkup('tulips <a href="https://example.org/tulips">lilies</a>')}<!--tulips--><postil-annotation></postil-annotation>`,
    }).replaceAll('garden_notes', 'tulips');
    expect(outline(parse(feedMarkup(post)))).not.toMatch(/tulips|lilies|Garden|postil|2024|example/);
  });

  test('has an end', () => {
    const deep = '<b>'.repeat(1_000);
    expect(outline(parse(`<main>${deep}</main>`)).split('\n').length).toBeLessThan(20);
    const wide = Array.from({ length: 1_000 }, (_, i) => `<p class="${'x'.repeat(i % 7)}"></p>`).join('');
    expect(outline(parse(`<main>${wide}</main>`)).split('\n').length).toBeLessThan(160);
  });
});
