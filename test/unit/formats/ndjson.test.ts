/** Lines out and back in. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxLine } from '../../../src/formats/lines.ts';
import { exportNdjson } from '../../../src/formats/ndjson.ts';
import { readExport } from '../../../src/formats/read-export.ts';
import { FileError, type FileFault } from '../../../src/formats/read-parts.ts';
import type { AnnotationView, ExportSource } from '../../../src/model/view.ts';
import { anyTag, anyView } from '../arbitraries.ts';
import { aView, anAnnotation, noon } from '../builders.ts';
import { exportedText, fullView, goldenSource, info, joined, sourceOf } from '../exporting.ts';
import { expectGolden } from '../golden.ts';
import { allOf, inPieces } from '../importing.ts';

const linesOf = (views: readonly AnnotationView[], others: Partial<ExportSource> = {}) => joined(exportNdjson(sourceOf(views, others), info));

const head = '{"format":"postil","version":1}';
const one = (id: string) => `{"id":"${id}","post":{"channel":"garden","postId":7},"note":"Look."}`;

const read = (text: string, size?: number) => allOf(readExport(inPieces(text, size), noon));

async function faultOf(text: string): Promise<FileFault | undefined> {
  return read(text).then(() => undefined, (error: unknown) => (error instanceof FileError ? error.fault : Promise.reject(error)));
}

describe('an NDJSON export', () => {
  it('is, to the letter, the golden file', async () => {
    await expectGolden(exportNdjson(goldenSource(), info), 'export.ndjson');
  });

  it('says in its lines what the JSON export says', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyView, { maxLength: 3 }), fc.array(anyTag, { maxLength: 3 }), async (views, tags) => {
      const text = await linesOf(views, { tags });
      const [first, ...rest] = text.trimEnd().split('\n').map((line): unknown => JSON.parse(line));
      const { annotations, ...others } = JSON.parse(await exportedText(views, { tags }));
      expect(first).toEqual(others);
      expect(rest).toEqual(annotations);
    }));
  });

  it('breaks no line where a program might see the end of one', async () => {
    const ends = ['\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f', '\u001c', '\u001d', '\u001e'];
    const text = await linesOf([aView({ annotation: anAnnotation({ note: ends.join('x') }) })]);
    expect([...text].filter((char) => ends.includes(char))).toEqual(['\n', '\n']);
  });

  it('yields what it has before it asks for more', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) yield [aView({ annotation: anAnnotation({ note: `note ${++asked}` }) })];
    }
    const pieces = exportNdjson({ ...sourceOf([]), annotations: endless() }, info);
    await pieces.next();
    expect(asked).toBe(0);
    expect((await pieces.next()).value).toContain('note 1');
    expect(asked).toBe(1);
  });
});

describe('read back', () => {
  it('is what reading the JSON export gives, however the text is cut', async () => {
    const others = { owner: fullView.author.id, authors: [fullView.author], tags: fullView.tags, channels: [fullView.channel] };
    const text = await linesOf([fullView, aView()], others);
    const whole = await read(await exportedText([fullView, aView()], others));
    expect([whole.entries.length, whole.rejections.length]).toEqual([1, 1]);
    for (const size of [undefined, 1, 7, 1_000]) expect(await read(text, size)).toEqual(whole);
  });

  it('any export is what reading the JSON export gives', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyView, { maxLength: 3 }), fc.array(anyTag, { maxLength: 3 }), async (views, tags) => {
      expect(await read(await linesOf(views, { tags }))).toEqual(await read(await exportedText(views, { tags })));
    }));
  });

  it.each([
    ['with line ends as in Windows', [head, one('a'), one('b'), ''].join('\r\n')],
    ['without an end to its last line', [head, one('a'), one('b')].join('\n')],
    ['with lines that say nothing', ['', ' ', head, '', one('a'), '\t', '', one('b'), '', ''].join('\n')],
    ['with fields in any order and more of them', ['{"later":1,"version":1,"format":"postil"}', one('a').replace('{', '{"mood":[{"deep":1}],'), one('b')].join('\n')],
  ])('%s', async (_, text) => {
    const { entries, rejections } = await read(text);
    expect(rejections).toEqual([]);
    expect(entries.map(({ position, annotation: { id, note } }) => [position, id, note])).toEqual([[1, 'a', 'Look.'], [2, 'b', 'Look.']]);
  });

  it('of no annotations', async () => {
    expect(await read(`${head}\n`)).toEqual({ entries: [], rejections: [], head: { authors: [], tags: [], channels: [] } });
  });

  it('leaves out what cannot be taken, by its place, and takes the rest', async () => {
    const text = [head, one('a'), 'Dear diary,', '', '5', one('b'), '{"__proto__":{"id":"x"}}', one('c').slice(0, -3), one('d'), ''].join('\n');
    const { entries, rejections } = await read(text);
    expect(entries.map(({ position, annotation }) => [position, annotation.id])).toEqual([[1, 'a'], [4, 'b'], [7, 'd']]);
    expect(rejections.map(({ position, reason }) => [position, reason])).toEqual([
      [2, { code: 'not-json', line: 3 }], [3, { code: 'invalid', path: '' }], [5, { code: 'proto', path: '' }], [6, { code: 'not-json', line: 8 }],
    ]);
  });

  it('leaves out a line that is longer than memory should hold', { timeout: 20_000 }, async () => {
    async function* text() {
      yield `${head}\n${one('a')}\n{"id":"huge","note":"`;
      for (let sent = 0; sent <= maxLine; sent += 1_000_000) yield 'x'.repeat(1_000_000);
      yield `"}\n${one('b')}\n`;
    }
    const { entries, rejections } = await allOf(readExport(text(), noon));
    expect(entries.map(({ annotation }) => annotation.id)).toEqual(['a', 'b']);
    expect(rejections).toEqual([{ part: 'annotations', position: 2, reason: { code: 'long-line', line: 3 } }]);
  });

  it('ends the reading of the file when it is given up', async () => {
    let ended = false;
    async function* text() {
      try {
        yield* [`${head}\n`, ...Array.from({ length: 100 }, (_, i) => `${one(`a-${i}`)}\n`)];
      } finally {
        ended = true;
      }
    }
    for await (const _ of readExport(text(), noon)) break;
    expect(ended).toBe(true);
  });
});

describe('is refused whole', () => {
  it.each<[string, string, FileFault]>([
    ['when it breaks off within a line', `${head}\n${one('a')}\n${one('b').slice(0, -5)}`, { code: 'truncated' }],
    ['when it breaks off within its first line', head.slice(0, -4), { code: 'truncated' }],
    ['when its first line is no JSON', `{"format" "postil"}\n${one('a')}\n`, { code: 'not-json', line: 1 }],
    ['when it is of another kind', `{"format":"diary","version":1}\n${one('a')}\n`, { code: 'not-postil' }],
    ['when it does not say what it is', `${one('a')}\n${one('b')}\n`, { code: 'not-json', line: 2 }],
    ['when it is of a later version', `{"format":"postil","version":99}\n${one('a')}\n`, { code: 'newer', version: 99 }],
    ['when it has no version', `{"format":"postil"}\n${one('a')}\n`, { code: 'not-postil' }],
  ])('%s', async (_, text, fault) => {
    expect(await faultOf(text)).toEqual(fault);
  });

  it('wherever it was cut, unless that was between two lines', async () => {
    const text = await linesOf([fullView]);
    const firstLine = text.indexOf('\n');
    for (let end = text.length - 2; end > 0; end -= 97) {
      if (end !== firstLine) expect(await faultOf(text.slice(0, end)), String(end)).toEqual({ code: 'truncated' });
    }
  });
});
