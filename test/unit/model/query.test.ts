import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostKind } from '../../../src/model/post.ts';
import { queryMatcher } from '../../../src/model/query-match.ts';
import { parseText } from '../../../src/model/query.ts';
import type { AnnotationView } from '../../../src/model/view.ts';
import { anyText } from '../arbitraries.ts';
import { aCapture, aChannel, aTag, aView, anAnnotation, noon } from '../builders.ts';

const finds = (text: string, view: AnnotationView): boolean => queryMatcher(parseText(text))(view);

const withNote = (note: string): AnnotationView => aView({ annotation: anAnnotation({ note }), capture: aCapture({ text: '' }) });

describe('words', () => {
  const view = withNote('Тюльпаны и Ёлки в саду, Garden/spring, می‌روم به باغ، 花見の季節, Größe, пʼять, سال ۱۴۰۳');

  it.each([
    'тюль', 'ТЮЛЬПАНЫ', 'елки', 'ёлк', 'gard', 'spring', 'باغ', 'میر', 'می‌روم', '花', '見の', 'の季節', 'grosse', 'groß', "п'ят", '1403', '۱۴',
    'spring тюль', 'gard باغ 花', '#garden', 'garden/spr', '  garden  ', 'саду, garden',
  ])('for %j: all are there, each as the beginning of a word', (text) => {
    expect(finds(text, view)).toBe(true);
  });

  it.each(['ульпаны', 'тюль роза', 'arden', 'gardener', 'روم', 'йгр', 'gardenspring', 'spring/garden', '花季', '403'])('for %j: not there', (text) => {
    expect(finds(text, view)).toBe(false);
  });

  it.each([
    ['the note', withNote('rose')],
    ['a tag', aView({ tags: [aTag('garden/rose')] })],
    ['the post', aView({ capture: aCapture({ text: 'rose' }) })],
    ['the channel\'s title', aView({ channel: aChannel({ title: 'Rose' }) })],
    ['its name', aView({ channel: aChannel({ handles: [{ name: 'rose', firstSeen: 0, lastSeen: 0 }, { name: 'x', firstSeen: 1, lastSeen: 1 }] }) })],
    ['forwarded from', aView({ capture: aCapture({ forwardedFrom: { name: 'Rose' } }) })],
    ['the signature', aView({ capture: aCapture({ signature: 'Rose' }) })],
    ['a poll', aView({ capture: aCapture({ poll: { question: 'Which?', options: ['Oak', 'Rose'] } }) })],
    ['the author', aView({ author: { id: 'a', name: 'Rose' } })],
  ])('stand in %s', (_, found) => {
    expect(finds('ROSES', found)).toBe(false);
    expect(finds('ros', found)).toBe(true);
  });
});

describe('a phrase', () => {
  const view = aView({ annotation: anAnnotation({ note: 'At low tide, the old quay' }), capture: aCapture({ text: 'shows' }) });

  it.each(['"low tide"', '"Low  TIDE the"', '“low tide”', '«old quay»', '"low tide', '-"tide low"'])('%s', (text) => {
    expect(finds(text, view)).toBe(true);
  });

  it.each(['"low tid"', '"tide low"', '"quay shows"', '-"low tide"'])('not %s', (text) => {
    expect(finds(text, view)).toBe(false);
  });
});

describe('fields', () => {
  const march = new Date(2026, 2, 9, 12).getTime();
  const view = aView({
    annotation: anAnnotation({ note: 'seen' }),
    tags: [aTag('Ports/Quay side'), aTag('done')],
    channel: aChannel({ title: 'Harbour News', handles: [{ name: 'Harbour_News', firstSeen: noon, lastSeen: noon }] }),
    author: { id: 'a', name: 'Ann Lee' },
    capture: aCapture({ kinds: ['text', 'photo'], media: [{ kind: 'photo' }], publishedAt: march }),
  });

  it.each([
    'tag:ports', 'tag:"ports/quay side"', 'TAG:Done', 'channel:harbour_news', 'channel:@Harbour_News', 'channel:"harbour news"', 'channel:harb',
    'kind:photo', 'KIND:Photo', 'by:ann', 'by:"ann lee"', 'by:me', 'has:note', 'has:media', 'after:2026', 'after:2026-03', 'after:2026-03-09',
    'before:2026-03-10', 'before:2027', '-kind:video', '-tag:port', '-has:quote', '-has:link', 'tag:ports kind:photo seen', 'tag:', 'channel:""',
  ])('%s', (text) => {
    expect(finds(text, view)).toBe(true);
  });

  it.each([
    'tag:port', 'tag:quay', 'channel:news_harbour', 'channel:news2', 'kind:video', 'by:lee2', 'has:quote', 'has:link', 'after:2026-03-10',
    'before:2026-03-09', 'before:2026', '-tag:ports', '-by:me', 'tag:ports kind:video', 'seen -note -seen',
  ])('not %s', (text) => {
    expect(finds(text, view)).toBe(false);
  });

  it('others are not me', () => {
    expect(finds('by:me', { ...view, mine: false })).toBe(false);
  });

  it('the day of a post without one is that of the annotation', () => {
    const dateless = aView({ annotation: anAnnotation({ createdAt: march }), capture: aCapture() });
    expect(finds('after:2026-03-09 before:2026-03-10', dateless)).toBe(true);
  });

  it('what is no field is a word', () => {
    expect(finds('https://t.me', withNote('see https://t.me/x'))).toBe(true);
    expect(finds('10:30', withNote('at 10:30'))).toBe(true);
    expect(finds('well-known', withNote('a well-known one'))).toBe(true);
  });
});

describe('what means nothing', () => {
  it.each([
    ['kind:foto', { code: 'kind', value: 'foto' }],
    ['has:pictures', { code: 'has', value: 'pictures' }],
    ['after:yesterday', { code: 'date', value: 'yesterday' }],
    ['before:2026-02-30', { code: 'date', value: '2026-02-30' }],
    ['before:2026-13', { code: 'date', value: '2026-13' }],
  ])('%s is said, and the rest is found', (text, problem) => {
    expect(parseText(`${text} seen`)).toEqual({ problems: [problem], terms: [{ is: 'words', words: ['seen'], open: true, not: false }] });
  });

  it.each(['', '   ', '—', '🌷', '-', '""', 'tag:', '-"'])('%j asks for nothing', (text) => {
    expect(parseText(text)).toEqual({ terms: [], problems: [] });
  });

  it('anything can be typed', () => {
    const kinds: PostKind[] = [];
    const typed = fc.oneof(anyText, fc.string({ unit: fc.constantFrom('tag:', 'has:', '"', '-', 'a', ' ', 'before:', '2', 'ё') }));
    fc.assert(fc.property(typed, anyText, (text, note) => {
      expect(finds(text, aView({ annotation: anAnnotation({ note }), capture: aCapture({ kinds }) }))).toBeTypeOf('boolean');
    }));
  });
});
