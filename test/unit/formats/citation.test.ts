import { describe, expect, it } from 'vitest';
import { citation, markdownCitation } from '../../../src/formats/citation.ts';
import type { Post } from '../../../src/model/post.ts';
import type { AnnotationView } from '../../../src/model/view.ts';
import { aCapture, aChannel, aView, anAnnotation, noon } from '../builders.ts';
import { hostileViews } from '../hostile.ts';
import { readers } from '../judges.ts';

function saying(text: string, { title = 'Harbour Gazette', ...post }: Partial<Post> & { title?: string } = {}): AnnotationView {
  return aView({
    annotation: anAnnotation({ postId: 93 }), channel: aChannel({ title, handles: [{ name: 'harbour_gazette', firstSeen: noon, lastSeen: noon }] }),
    capture: aCapture({ text, publishedAt: Date.UTC(2026, 2, 2, 14, 5), ...post }),
  });
}

const wordsOf = (text: string) => /“(.*)”/su.exec(citation(saying(text)))?.[1];

describe('a citation', () => {
  it('names channel, time in UTC, first words and address', () => {
    expect(citation(saying('The ferry runs again from Monday, every hour, from the old quay to the island.'))).toBe(
      'Harbour Gazette (@harbour_gazette), 2 March 2026, 14:05 UTC: “The ferry runs again from Monday, every hour, from the old quay…” https://t.me/harbour_gazette/93',
    );
  });

  it('of a quote has the quoted words, all of them, on one line', () => {
    const exact = `${'from the old quay '.repeat(6)}\nto the *island*`;
    const view = saying(`The ferry runs ${exact}.`);
    const quoting = { ...view, annotation: { ...view.annotation, target: { kind: 'quote' as const, exact, prefix: '', suffix: '.', start: 15, end: 15 + exact.length } } };
    expect(citation(quoting)).toContain(`“${'from the old quay '.repeat(6)}to the *island*”`);
    expect(markdownCitation(quoting)).toContain('to the \\*island\\*”');
  });

  it('in Markdown links the channel', () => {
    expect(markdownCitation(saying('The ferry *runs*.'))).toBe(
      '[Harbour Gazette](https://t.me/harbour_gazette/93) (@harbour\\_gazette), 2 March 2026, 14:05 UTC: “The ferry \\*runs\\*.”',
    );
  });

  it('does without what is not known', () => {
    const { channel: { title: _, ...channel }, capture, ...others } = saying('');
    const { publishedAt: __, text: ___, ...content } = capture.content;
    const bare = { ...others, channel, capture: { ...capture, content } };
    expect(citation(bare)).toBe('@harbour_gazette, seen 4 March 2025, 12:00 UTC https://t.me/harbour_gazette/93');
    expect(markdownCitation(bare)).toBe('[@harbour\\_gazette](https://t.me/harbour_gazette/93), seen 4 March 2025, 12:00 UTC');
  });

  it('is one line, whatever the post says', () => {
    for (const view of hostileViews) {
      for (const text of [citation(view), markdownCitation(view)]) expect(text).toMatch(/^[^\p{Cc}\u2028\u2029]*$/u);
    }
  });

  it('in Markdown has one link, to the post, whatever the post says', () => {
    for (const view of hostileViews) {
      for (const read of Object.values(readers)) {
        const { kinds, links } = read(markdownCitation(view));
        expect({ kinds, links }).toEqual({ kinds: ['link'], links: [`https://t.me/${view.channel.handles.at(-1)?.name}/${view.annotation.postId}`] });
      }
    }
  });
});

describe('first words', () => {
  it.each([
    ['Low tide.', 'Low tide.'],
    ['one two three four five six seven eight nine ten eleven twelve', 'one two three four five six seven eight nine ten eleven twelve'],
    ['one two three four five six seven eight nine ten eleven twelve, thirteen', 'one two three four five six seven eight nine ten eleven twelve…'],
    ['Паром\nснова   ходит', 'Паром снова ходит'],
    ['x'.repeat(300), `${'x'.repeat(80)}…`],
    ['👩‍🚀'.repeat(100), `${'👩‍🚀'.repeat(80)}…`],
    [`${'longish '.repeat(11)}end`, `${'longish '.repeat(10).trim()}…`],
  ])('of %j are %j', (text, words) => {
    expect(wordsOf(text)).toBe(words);
  });

  it.each([
    ['Chinese', '渡轮从星期一起恢复运行每小时一班从旧码头开往岛上乘客请提前到达码头购票'], ['Thai', 'เรือข้ามฟากเปิดให้บริการอีกครั้งตั้งแต่วันจันทร์ทุกชั่วโมงจากท่าเรือเก่าไปยังเกาะและกลับ'],
    ['Arabic', 'تعود العبارة إلى العمل من يوم الاثنين كل ساعة من الرصيف القديم إلى الجزيرة ثم تعود إلى الرصيف في المساء'],
  ])('in %s end at the end of a word', (_, text) => {
    const words = wordsOf(text) ?? '';
    expect(words.endsWith('…')).toBe(true);
    const cut = words.slice(0, -1);
    expect(text.startsWith(cut)).toBe(true);
    const ends = Array.from(new Intl.Segmenter('en', { granularity: 'word' }).segment(text), ({ index }) => index);
    expect(ends).toContain(cut.length);
    expect(cut.length).toBeGreaterThan(10);
  });
});
