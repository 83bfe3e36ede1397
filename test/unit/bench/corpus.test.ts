import { expect, test } from 'vitest';
import { readJson } from '../../../src/formats/json-read.ts';
import { exportJson } from '../../../src/formats/json.ts';
import type { ImportEntry, Rejection } from '../../../src/model/import.ts';
import { parseText } from '../../../src/model/query.ts';
import { Corpus, everywhere } from '../../bench/library/corpus.ts';
import { queriesOf } from '../../bench/library/queries.ts';

const count = 300;
const corpus = new Corpus(count);

function fileOf(source: Corpus): AsyncGenerator<string> {
  return exportJson(source.source(), { now: 0, generator: 'bench' });
}

async function textOf(source: Corpus): Promise<string> {
  let text = '';
  for await (const piece of fileOf(source)) text += piece;
  return text;
}

async function read(source: Corpus) {
  const entries: ImportEntry[] = [];
  const rejections: Rejection[] = [];
  const parts = readJson(fileOf(source), 0);
  let next = await parts.next();
  for (; !next.done; next = await parts.next()) {
    if ('entry' in next.value) entries.push(next.value.entry);
    else rejections.push(next.value.rejection);
  }
  return { entries, rejections, head: next.value };
}

test('every annotation of it is taken by an import', async () => {
  const { entries, rejections, head } = await read(corpus);
  expect(rejections).toEqual([]);
  expect(entries).toHaveLength(count);
  expect(head.channels).toHaveLength(200);
  expect(head.tags).toHaveLength(400);
});

test('no two are changed in the same millisecond, and ids ascend as in an export', async () => {
  const { entries } = await read(corpus);
  expect(new Set(entries.map(({ annotation }) => annotation.updatedAt)).size).toBe(count);
  const ids = entries.map(({ annotation }) => annotation.id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
});

test('the same seed gives the same file, another one another', async () => {
  expect(await textOf(new Corpus(20))).toBe(await textOf(new Corpus(20)));
  expect(await textOf(new Corpus(20, 2))).not.toBe(await textOf(new Corpus(20)));
});

test('posts are as long as posts are, in two scripts, and nine of ten have one name in them', () => {
  const texts = Array.from({ length: count }, (_, i) => corpus.passage(i).text);
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / count;
  expect(mean).toBeGreaterThan(800);
  expect(mean).toBeLessThan(1_000);
  const share = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length / count;
  expect(share(/\n/)).toBeGreaterThan(0.9);
  expect(share(/[а-я]/)).toBeGreaterThan(0.3);
  expect(share(/[а-я]/)).toBeLessThan(0.7);
  expect(share(new RegExp(everywhere))).toBeGreaterThan(0.85);
  expect(share(new RegExp(everywhere))).toBeLessThan(0.95);
});

test('queries of every kind mean what they are to mean', () => {
  for (const { name, texts } of queriesOf(corpus)) {
    for (const text of texts) {
      const { terms, problems } = parseText(text);
      expect(problems, `${name}: ${text}`).toEqual([]);
      expect(terms.length, `${name}: ${text}`).toBeGreaterThan(0);
    }
  }
});
