import { describe, expect, it } from 'vitest';
import { plainText } from '../../site/html.ts';
import { renderText } from '../../site/text.ts';

/** The HTML without the pictures of emoji. */
const made = (markup: string) => renderText(markup).html.replace(/ style="[^"]*"/g, '');

describe('the markup of posts', () => {
  it.each([
    ['**a** __b__ ++c++ ~~d~~ `e`', '<b>a</b> <i>b</i> <u>c</u> <s>d</s> <code>e</code>'],
    ['**a __b__**', '<b>a <i>b</i></b>'],
    ['||no||', '<tg-spoiler>no</tg-spoiler>'],
    ['one\ntwo', 'one<br/>two'],
    ['a\n> q\n> r\nb', 'a<br/><blockquote>q<br/>r</blockquote><br/>b'],
    ['>> q', '<blockquote expandable>q</blockquote>'],
    ['#порт, @ida_lind', '<a href="?q=%23%D0%BF%D0%BE%D1%80%D1%82">#порт</a>, <a href="https://t.me/ida_lind" target="_blank">@ida_lind</a>'],
    ['See https://a.example/x_y__z.', 'See <a href="https://a.example/x_y__z" target="_blank" rel="noopener">https://a.example/x_y__z</a>.'],
    ['🙂', '<i class="emoji"><b>🙂</b></i>'],
    ['a < b & "c"!', 'a &lt; b &amp; &quot;c&quot;&#33;'],
  ])('%s', (markup, html) => {
    expect(made(markup)).toBe(html);
  });

  it('asks before it opens a link whose words are not its address, and escapes that address twice', () => {
    expect(made('[here](https://a.example/?x=1&y=2)')).toBe(
      '<a href="https://a.example/?x=1&amp;amp;y=2" target="_blank" rel="noopener" onclick="return confirm(\'Open this link?\\n\\n\'+this.href);">here</a>');
  });

  it('can be read without its markup', () => {
    expect(plainText(renderText('**a** {⚓}\n> [b](https://c.example/) & "d"!'))).toBe('a ⚓\nb & "d"!');
  });
});
