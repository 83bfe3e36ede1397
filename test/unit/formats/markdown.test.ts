/** Notes: properties as they were meant, text that stays text, one link. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportMarkdown, markdownNote } from '../../../src/formats/markdown.ts';
import type { AnnotationView } from '../../../src/model/view.ts';
import { anyView } from '../arbitraries.ts';
import { aTag, aView, anAnnotation } from '../builders.ts';
import { each, fullView, goldenSource, info, joined, sourceOf } from '../exporting.ts';
import { expectGolden } from '../golden.ts';
import { hostileTexts, hostileViews } from '../hostile.ts';
import { parted, readFront, readers } from '../judges.ts';

const urlOf = ({ channel, annotation: { postId } }: AnnotationView) => `https://t.me/${channel.handles.at(-1)?.name}/${postId}`;

/** Not by our own code: what each judge must read in front of a note. */
function meant(view: AnnotationView): Record<string, unknown> {
  const { annotation, author, mine, channel, capture: { at, content }, tags } = view;
  const time = (value: number | undefined) => value === undefined ? undefined : new Date(value).toISOString();
  const all = {
    id: annotation.id, url: urlOf(view), channel: channel.handles.at(-1)?.name, 'channel-title': channel.title, post: annotation.postId,
    published: time(content.publishedAt), author: content.signature, kinds: content.kinds.length > 0 ? content.kinds : undefined,
    quote: annotation.target.kind === 'quote' ? annotation.target.exact : undefined,
    'annotation-author': mine ? undefined : author.name ?? author.id, created: time(annotation.createdAt), updated: time(annotation.updatedAt), captured: time(at),
    names: tags.map(({ name }) => name),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Tags and their names are in two properties, of which the second may be missing. */
function withNames(front: Record<string, unknown>): Record<string, unknown> {
  const { tags = [], 'tag-names': names = tags, ...others } = front;
  return { ...others, names };
}

function expectMeant(view: AnnotationView): void {
  const note = markdownNote(view);
  const { front, body } = parted(note);
  for (const [judge, read] of Object.entries(readFront(front))) expect(withNames(Object(read)), judge).toEqual(meant(view));
  for (const [reader, read] of Object.entries(readers)) {
    const { kinds, links } = read(body);
    expect(kinds.filter((kind) => !['blockquote', 'link'].includes(kind)), reader).toEqual([]);
    expect(links, reader).toEqual([urlOf(view)]);
  }
}

describe('a note', () => {
  it('is, to the letter, the golden file', async () => {
    await expectGolden(each([markdownNote(fullView)]), 'note.md');
  });

  it.each(hostileViews.map((view, i) => [hostileTexts[i]?.slice(0, 300), view] as const))('full of %j says in front what was meant, and has one link', (_, view) => {
    expectMeant(view);
  });

  it('of anything says what was meant', async () => {
    await fc.assert(fc.asyncProperty(anyView, async (view) => {
      // Halves of characters are kept nowhere.
      expectMeant(JSON.parse(JSON.stringify(view), (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)));
    }), { numRuns: 100 });
  });

  it('about words of a post quotes these, and not all of it', () => {
    const target = { kind: 'quote' as const, exact: 'in *bloom*\nagain', prefix: '', suffix: '', start: 0, end: 16 };
    const { body } = parted(markdownNote(aView({ annotation: anAnnotation({ target, note: 'Look.' }) })));
    expect(body).toBe('\n> in \\*bloom\\*\\\n> again\n\nLook.\n\n[Garden › 42](https://t.me/garden_notes/42)\n');
  });

  it('of a post without text, and without a note, is the link', () => {
    const { capture, ...others } = aView();
    const { text: _, ...content } = capture.content;
    expect(parted(markdownNote({ ...others, capture: { ...capture, content } })).body).toBe('\n[Garden › 42](https://t.me/garden_notes/42)\n');
  });
});

describe('tags', () => {
  it.each([
    ['ports/quay', 'ports/quay'], ['low tide', 'low-tide'], ['план/весна', 'план/весна'], ['हिन्दी', 'हिन्दी'], ['C++', 'C'], ['1984', '_1984'], ['2026/03', '_2026/03'], ['say "hi"', 'say-hi'],
    ['a//b', 'a/b'], ['/', ''], ['🌷', ''], ['❤️', ''], ['🌷 spring', 'spring'], ['#tag', 'tag'], ['a, b', 'a-b'], ['under_score-dash', 'under_score-dash'],
  ])('%j is %j in Obsidian', (name, tag) => {
    const read: Record<string, unknown> = Object(readFront(parted(markdownNote(aView({ tags: [aTag(name)] }))).front)['yaml 1.2']);
    expect(read['tags']).toEqual(tag === '' ? undefined : [tag]);
    expect(read['tag-names']).toEqual(tag === name ? undefined : [name]);
  });
});

describe('all in one note', () => {
  it('is, to the letter, the golden file', async () => {
    await expectGolden(exportMarkdown(goldenSource(), info), 'export.md');
  });

  // In two parts: what the judges take grows faster than the note.
  const half = Math.ceil(hostileViews.length / 2);
  it.for([0, half])('has a section with one link for each annotation, whatever they say, from %i on', { timeout: 60_000 }, async (from) => {
    const views = hostileViews.slice(from, from + half);
    const { front, body } = parted(await joined(exportMarkdown(sourceOf(views), info)));
    for (const read of Object.values(readFront(front))) expect(read).toEqual({ exported: '2025-03-04T12:00:00.000Z', generator: 'Postil 0.1.0' });
    for (const [reader, read] of Object.entries(readers)) {
      const { kinds, links } = read(body);
      const ours = ['blockquote', 'link', 'heading', 'list', 'listItem', 'bullet_list', 'list_item'];
      expect(kinds.filter((kind) => !ours.includes(kind)), reader).toEqual([]);
      expect(links, reader).toEqual(views.map(urlOf));
    }
    expect(body.match(/^## /gm)).toHaveLength(views.length);
  });

  it('yields what it has before it asks for more', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) yield [aView({ annotation: anAnnotation({ note: `note ${++asked}` }) })];
    }
    const pieces = exportMarkdown({ ...sourceOf([]), annotations: endless() }, info);
    await pieces.next();
    expect((await pieces.next()).value).toContain('note 1');
    expect(asked).toBe(1);
  });
});
