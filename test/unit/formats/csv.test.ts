/** CSV, as another reader than ours takes it: every cell holds what was meant, and none begins a formula. */
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvOptions, exportCsv } from '../../../src/formats/csv.ts';
import type { AnnotationView } from '../../../src/model/view.ts';
import { anyView } from '../arbitraries.ts';
import { aTag, aView, anAnnotation } from '../builders.ts';
import { expectedRows, unguarded } from '../csv-rows.ts';
import { goldenSource, joined, sourceOf } from '../exporting.ts';
import { expectGolden } from '../golden.ts';
import { hostileViews } from '../hostile.ts';

const textOf = (views: readonly AnnotationView[], options?: CsvOptions) => joined(exportCsv(sourceOf(views), options));

function read(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { newline: '\r\n', delimiter: ',' });
  expect(errors).toEqual([]);
  // What comes after the last line end.
  expect(data.pop()).toEqual(['']);
  return data;
}

describe('a CSV export', () => {
  it('is, to the letter, the golden file', async () => {
    await expectGolden(exportCsv(goldenSource()), 'export.csv');
  });

  it('with a row for each tag is the other golden file', async () => {
    await expectGolden(exportCsv(goldenSource(), { rowPerTag: true }), 'export-by-tag.csv');
  });

  it('of nothing is the names of the columns', async () => {
    expect(read(await textOf([]))).toEqual([[
      'id', 'url', 'channel', 'channel_id', 'channel_title', 'post_id', 'published_at', 'post_author', 'forwarded_from', 'kinds', 'post_text', 'quote', 'tags',
      'note', 'annotation_author', 'created_at', 'updated_at', 'captured_at',
    ]]);
  });

  it('begins with a byte order mark only when asked to', async () => {
    expect((await textOf([])).startsWith('"id"')).toBe(true);
    expect((await textOf([], { bom: true })).startsWith('\ufeff"id"')).toBe(true);
  });

  it.each([false, true])('of hostile texts says cell by cell what was meant; a row for each tag: %s', async (rowPerTag) => {
    expect(read(await textOf(hostileViews, { rowPerTag }))).toEqual(expectedRows(hostileViews, { rowPerTag }));
  });

  it('of anything says what was meant', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyView, { maxLength: 3 }), fc.boolean(), async (views, rowPerTag) => {
      expect(read(await textOf(views, { rowPerTag }))).toEqual(expectedRows(views, { rowPerTag }));
    }));
  });

  it('has no cell that could begin a formula, and lets the mark before it be taken away', async () => {
    const note = fc.tuple(fc.constantFrom('', "'", ' ', '\t', '\n', '\u00a0', '\ufeff', '\u202e'), fc.constantFrom(...'=+-@＝＋－＠x'), fc.string()).map((parts) => parts.join(''));
    await fc.assert(fc.asyncProperty(note, async (text) => {
      const [, row = []] = read(await textOf([aView({ annotation: anAnnotation({ note: text }) })]));
      for (const cell of row) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      expect(unguarded(row[13] ?? '')).toBe(text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, ''));
    }));
  });

  it('leaves a text alone that begins no formula', async () => {
    for (const note of ["'tis", '"', '5 - 3', 'a=b', '’-', '* a']) {
      expect(read(await textOf([aView({ annotation: anAnnotation({ note }) })]))[1]?.[13]).toBe(note);
    }
  });

  it('has one row for each tag, and one where there is none', async () => {
    const rows = read(await textOf([aView({ tags: [aTag('ports; quay'), aTag('low tide')] }), aView()], { rowPerTag: true }));
    expect(rows.map((row) => row[12])).toEqual(['tag', 'ports; quay', 'low tide', '']);
  });

  it('yields what it has before it asks for more', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) yield [aView({ annotation: anAnnotation({ note: `note ${++asked}` }) })];
    }
    const pieces = exportCsv({ ...sourceOf([]), annotations: endless() });
    await pieces.next();
    expect(asked).toBe(0);
    expect((await pieces.next()).value).toContain('note 1');
    expect(asked).toBe(1);
  });
});
