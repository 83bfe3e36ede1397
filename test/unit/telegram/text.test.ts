// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../src/model/post.ts';
import { lineOf, readText } from '../../../src/telegram/text.ts';
import { parse, postOf, postWithText, textMarkup } from './markup.ts';

const read = (markup: string) => readText(postWithText(markup), 'garden_notes');
const text = (markup: string): string => read(markup).text;

/** Each entity as `type:the words it covers`, with its destination. */
function entities(markup: string): string[] {
  const { text: words, entities: found } = read(markup);
  return found.map(({ type, start, end, url }: Entity) => `${type}:${words.slice(start, end)}${url === undefined ? '' : ` → ${url}`}`);
}

const emoji = (character: string): string => `<i class="emoji" style="background-image:url('//telegram.org/x.png')"><b>${character}</b></i>`;

describe('words', () => {
  test.each([
    ['Latin', 'Tulips &amp; roses&#33;', 'Tulips & roses!'],
    ['Cyrillic', 'Посадили тюльпаны<br/>и розы', 'Посадили тюльпаны\nи розы'],
    ['Persian', 'باغ ما<br/><br/>می‌روید', 'باغ ما\n\nمی‌روید'],
    ['Arabic', '<b>حديقة</b> صغيرة', 'حديقة صغيرة'],
  ])('%s', (_script, markup, expected) => {
    expect(text(markup)).toBe(expected);
  });

  test('white space as laid out', () => {
    expect(text('\n   one \t\n  two&nbsp; three<b> </b> four  <br/>  five \n<br>  ')).toBe('one two\u00A0 three four\nfive');
    expect(text('<br/><br/>first')).toBe('first');
    expect(text(' \n ')).toBe('');
  });

  test('blocks stand on their own lines, and a line break beside one is the same line break', () => {
    expect(text('before<blockquote>quoted</blockquote>after')).toBe('before\nquoted\nafter');
    expect(text('before<br/><br/><blockquote expandable>quoted</blockquote><br/><br/>after')).toBe('before\n\nquoted\n\nafter');
    expect(text('<blockquote>one</blockquote> <blockquote>two</blockquote>')).toBe('one\ntwo');
  });

  test('code keeps its white space', () => {
    expect(text('run:<pre>if a:\n  b()</pre>then')).toBe('run:\nif a:\n  b()\nthen');
  });

  test('an emoji once, plain or custom, drawn or not', () => {
    expect(text(`a${emoji('🌷')}b`)).toBe('a🌷b');
    expect(text(`<tg-emoji emoji-id="1">${emoji('🌱')}</tg-emoji> grows`)).toBe('🌱 grows');
    const drawn = '<span class="tg-emoji-wrap"><div class="tg-emoji tg-emoji-webm"><video><img></video></div></span>';
    expect(text(`It <tg-emoji emoji-id="1">${drawn}${emoji('🌱')}</tg-emoji> grows`)).toBe('It 🌱 grows');
    expect(entities(`<tg-emoji emoji-id="1"><span class="tg-emoji-wrap"><i class="tg-emoji"></i></span>${emoji('🌱')}</tg-emoji>`)).toEqual([]);
  });

  test('the same before and after the scripts of the page', () => {
    const before = read('Слово <tg-spoiler>тайна</tg-spoiler> конец');
    const after = read(
      '<span class="d-text">Слово </span><tg-spoiler><span class="tg-spoiler-text"><span class="d-text">тайна</span></span></tg-spoiler>'
      + '<span class="d-text"> конец</span><span style="display: inline-block; width: 80px;"></span>',
    );
    expect(after).toEqual(before);
    expect(before).toEqual({ text: 'Слово тайна конец', entities: [{ type: 'spoiler', start: 6, end: 11 }] });
  });

  test('NFC, also where letter and accent stand in different elements', () => {
    expect(text('cafe\u0301')).toBe('café');
    expect(read('cafe<b>\u0301</b> <i>noir</i>')).toEqual({ text: 'café noir', entities: [{ type: 'italic', start: 5, end: 9 }] });
    expect(read('e\u0301e\u0301 <b>bold</b>')).toEqual({ text: 'éé bold', entities: [{ type: 'bold', start: 3, end: 7 }] });
  });

  test('not ours', () => {
    expect(text('seen<postil-annotation>our note</postil-annotation>')).toBe('seen');
  });
});

describe('where the text stands', () => {
  const readBody = (body: string): string => readText(postOf({ body }), 'garden_notes').text;
  const notice = `<div class="media_not_supported_cont"><div class="message_media_not_supported_wrap"><div
    class="message_media_not_supported"><div class="message_media_not_supported_label">Please open Telegram to view this post</div></div></div></div>`;

  test('doubled containers', () => {
    expect(readBody(textMarkup(textMarkup('Three <b>beds</b>')))).toBe('Three beds');
  });

  test('inside the container of supported media, nested for albums', () => {
    expect(readBody(`<div class="media_supported_cont">${textMarkup('inside')}</div>${notice}`)).toBe('inside');
    expect(readBody(`<div class="media_supported_cont"><div class="tgme_widget_message_one_media js-message_media"><div
      class="media_supported_cont">${textMarkup('deeper')}</div>${notice}</div></div>${notice}`)).toBe('deeper');
  });

  test('one for each of several documents', () => {
    expect(readBody(`${textMarkup('first')}<a class="tgme_widget_message_document_wrap"></a>${textMarkup('second')}`)).toBe('first\nsecond');
  });

  test('not the quote of the post it answers, in 2018 the same class without another', () => {
    const old = (words: string): string => `<div class="tgme_widget_message_text" dir="auto">${words}</div>`;
    expect(readBody(`<a class="tgme_widget_message_reply" href="https://t.me/a/1">${old('نقل قول')}</a>${old('پاسخ')}`)).toBe('پاسخ');
  });

  test('nowhere', () => {
    expect(readText(postOf({}), 'garden_notes')).toEqual({ text: '', entities: [] });
  });
});

describe('formatting', () => {
  test('every type, outer before inner', () => {
    expect(entities(
      '<b>b</b> <i>i</i> <u>u</u> <s>s</s> <code>c</code><pre>p</pre><tg-spoiler>h</tg-spoiler><blockquote>q <b>in <i>q</i></b></blockquote>',
    )).toEqual(['bold:b', 'italic:i', 'underline:u', 'strikethrough:s', 'code:c', 'pre:p', 'spoiler:h', 'blockquote:q in q', 'bold:in q', 'italic:q']);
  });

  test('without the line breaks around it, and not of nothing', () => {
    expect(entities('a<b><br/>bold <br/></b>rest<i> </i><u></u>')).toEqual(['bold:bold']);
    expect(entities(`${emoji('🌷')}<b>${emoji('🌷')}</b>`)).toEqual(['bold:🌷']);
  });

  test('links of the kinds we keep', () => {
    expect(entities('<a href="https://example.org/a?b=1&amp;c=2">x</a>')).toEqual(['link:x → https://example.org/a?b=1&c=2']);
    expect(entities('<a href="tg://user?id=5">Анна</a>')).toEqual(['link:Анна → tg://user?id=5']);
    expect(entities('<a href="mailto:a@example.org">a@example.org</a>')).toEqual(['link:a@example.org → mailto:a@example.org']);
    expect(entities('<a href="https://example.org/"><i>x</i></a>')).toEqual(['link:x → https://example.org/', 'italic:x']);
  });

  test.each(['javascript:alert(1)', ' jAva\nscript:alert(1)', 'data:text/html,x', 'blob:https://t.me/x', '/s/garden_notes', '//t.me/x', 'https://', 'x', '', `https://example.org/${'x'.repeat(4_000)}`])(
    'no link to %j',
    (href) => {
      const link = parse('<a>words</a>').querySelector('a');
      link?.setAttribute('href', href);
      expect(read(link?.outerHTML ?? '')).toEqual({ text: 'words', entities: [] });
    },
  );

  test('an address escaped twice', () => {
    const ask = 'onclick="return confirm(\'Open this link?\')"';
    expect(entities(`<a href="https://example.org/?a=1&amp;amp;b=2" ${ask}>x</a>`)).toEqual(['link:x → https://example.org/?a=1&b=2']);
    expect(entities('<a href="https://example.org/?a=1&amp;amp;b=2">x</a>')).toEqual(['link:x → https://example.org/?a=1&amp;b=2']);
  });

  test('hashtags lead to the channel, wherever they were read', () => {
    expect(entities('<a href="?q=%23%D1%81%D0%B0%D0%B4">#сад</a>')).toEqual(['hashtag:#сад → https://t.me/s/garden_notes?q=%23%D1%81%D0%B0%D0%B4']);
  });

  test('mentions are links to the name they show', () => {
    expect(entities('<a href="https://t.me/Garden_Notes" target="_blank">@garden_notes</a>')).toEqual(['mention:@garden_notes → https://t.me/Garden_Notes']);
    expect(entities('<a href="https://t.me/other">@garden_notes</a>')).toEqual(['link:@garden_notes → https://t.me/other']);
    expect(entities('<a href="https://example.org/garden_notes">@garden_notes</a>')).toEqual(['link:@garden_notes → https://example.org/garden_notes']);
  });
});

describe('hostile', () => {
  test('nested without end', () => {
    const post = postWithText('top');
    let nest: Node = document.createTextNode('never reached');
    for (let depth = 0; depth < 1_000; depth += 1) {
      const outer = document.createElement('b');
      outer.append(nest);
      nest = outer;
    }
    post.querySelector('.js-message_text')?.append(nest);
    expect(readText(post, 'a').text).toBe('top');
  });

  test('endless', () => {
    expect(text('сад'.repeat(50_000))).toHaveLength(100_000);
    expect(read('<b>сад</b> '.repeat(5_500)).entities).toHaveLength(5_000);
    expect(lineOf(parse(`<p>${'сад '.repeat(400)}</p>`).querySelector('p'))).toHaveLength(1_000);
  });
});
