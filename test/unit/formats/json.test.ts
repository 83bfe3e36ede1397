import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportJson } from '../../../src/formats/json.ts';
import { anyTag, anyText, anyView } from '../arbitraries.ts';
import { aView, anAnnotation, noon } from '../builders.ts';
import { each, exportedText, fullView, goldenSource, info } from '../exporting.ts';
import { expectGolden } from '../golden.ts';

/** The text of every string in a value, keys too. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, part]) => [key, ...strings(part)]) : [];
}

describe('an export', () => {
  it('is, to the letter, the golden file', async () => {
    await expectGolden(exportJson(goldenSource(), info), 'export.json');
  });

  it('of nothing has empty lists', async () => {
    expect(JSON.parse(await exportedText([]))).toEqual({
      format: 'postil', version: 1, exportedAt: '2025-03-04T12:00:00.000Z', generator: 'Postil 0.1.0', authors: [], tags: [], channels: [], annotations: [],
    });
  });

  it('gives back every note, name and text, whatever is in them', { timeout: 20_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyView, { maxLength: 3 }), fc.array(anyTag, { maxLength: 3 }), anyText, async (views, tags, name) => {
      const parsed = JSON.parse(await exportedText(views, { tags, authors: [{ id: 'a', name }] }));
      expect(parsed.authors).toEqual([{ id: 'a', name }]);
      expect(parsed.annotations.map((annotation: { note: string }) => annotation.note)).toEqual(views.map(({ annotation }) => annotation.note));
      expect(parsed.annotations.map((annotation: { tags: string[] }) => annotation.tags)).toEqual(views.map((view) => view.tags.map((tag) => tag.name)));
      expect(strings(parsed)).toEqual(expect.arrayContaining([...views.flatMap(({ capture }) => strings(capture.content.poll)), ...tags.map((tag) => tag.name)]));
    }));
  });

  it('adds nothing to a text with line breaks of any kind', async () => {
    const note = 'a\nb\r\nc\u2028d\u2029e\u0085f';
    expect(JSON.parse(await exportedText([aView({ annotation: anAnnotation({ note }) })])).annotations[0].note).toBe(note);
  });

  it('is the same file once it was written as UTF-8, halves of characters included', async () => {
    await fc.assert(fc.asyncProperty(anyView, async (view) => {
      const text = await exportedText([view]);
      expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new TextEncoder().encode(text))).toBe(text);
    }));
  });

  it('is the same for equal content', async () => {
    expect(await exportedText([fullView])).toBe(await exportedText([structuredClone(fullView)]));
  });
});

describe('exporting', () => {
  it('yields what it has before it asks for more', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked += 1;
        yield [aView({ annotation: anAnnotation({ note: `note ${asked}` }) })];
      }
    }
    const pieces = exportJson({ authors: [], tags: [], channels: [], annotations: endless() }, { now: noon, generator: '' });
    expect((await pieces.next()).value).toContain('"format": "postil"');
    expect(asked).toBe(0);
    expect((await pieces.next()).value).toContain('note 1');
    expect(asked).toBe(1);
    expect((await pieces.next()).value).toContain('note 2');
    expect(asked).toBe(2);
  });

  it('ends the reading when it is given up', async () => {
    let ended = false;
    async function* source() {
      try {
        yield* each([[aView()], [aView()]]);
      } finally {
        ended = true;
      }
    }
    for await (const piece of exportJson({ authors: [], tags: [], channels: [], annotations: source() }, { now: noon, generator: '' })) {
      if (piece.includes('annotation-1')) break;
    }
    expect(ended).toBe(true);
  });
});
