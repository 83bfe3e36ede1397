/**
 * The index finds exactly what looking at every annotation finds: whatever is asked, in any order, page by page, while
 * annotations change and the index is worked on.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { removal, renaming } from '../../../../src/model/tag-changes.ts';
import { type Query, sorts } from '../../../../src/model/query.ts';
import { deleteAnnotation, restoreAnnotation } from '../../../../src/store/annotations.ts';
import { facets } from '../../../../src/store/facets.ts';
import { find, findIds } from '../../../../src/store/find.ts';
import { scanFacets } from '../../../../src/store/scan-facets.ts';
import { scan } from '../../../../src/store/scan.ts';
import type { Database } from '../../../../src/store/schema.ts';
import { indexChanges } from '../../../../src/store/search/index-changes.ts';
import { maintainIndex } from '../../../../src/store/search/maintain.ts';
import { beginRebuild } from '../../../../src/store/search/rebuild.ts';
import { writeTags } from '../../../../src/store/tags-write.ts';
import { minute, noon } from '../../builders.ts';
import { type Writing, annotate, beginAnew, connect } from '../../database.ts';
import { importText } from '../../importing.ts';

const vocabulary = [
  'ferry', 'ferries', 'Fähre', 'тариф', 'тарифы', 'Ёлка', 'елки', "п'ять", 'пʼять', '花見', '見の', '花', 'می‌روم', 'پورت', '۱۴', '14', 'low', 'tide',
  'a', 'ab', 'Straße', 'STRASSE', 'harbour', 'ann', 'x/y', '🌷', '—',
];
const anyWord = fc.constantFrom(...vocabulary);
const anyText = fc.array(anyWord, { maxLength: 8 }).map((each) => each.join(' '));
const tagNames = ['ports', 'ports/Quay', 'Ports/quay/east', 'тариф', 'low tide', 'say "hi"', '🌷'];
const handles = ['harbour_news', 'garden_notes', 'ferry'];

const aSave: fc.Arbitrary<Writing> = fc.record({
  post: fc.record({
    postId: fc.integer({ min: 1, max: 12 }), handle: fc.constantFrom(...handles), text: anyText,
    channelTitle: fc.constantFrom('Harbour', 'harbour', 'Ёлки'), kinds: fc.subarray(['text', 'photo', 'link'] as const).map((kinds) => [...kinds]),
    publishedAt: fc.integer({ min: 0, max: 40 }).map((days) => noon + days * 24 * 60 * minute),
  }, { requiredKeys: ['postId', 'handle', 'text', 'kinds'] }),
  tags: fc.subarray(tagNames, { maxLength: 3 }), note: anyText,
  now: fc.integer({ min: 0, max: 5 }).map((minutes) => noon + minutes * minute),
});

/** What can happen between two searches. */
type Step = { kind: 'save'; writing: Writing } | { kind: 'delete' | 'restore'; at: number } | { kind: 'rename' | 'remove'; at: number; name: string } | { kind: 'note' | 'maintain' | 'rebuild' };
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('save' as const), writing: aSave }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'restore' as const), at: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('rename' as const, 'remove' as const), at: fc.nat(50), name: fc.oneof(anyWord, fc.constantFrom(...tagNames)) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('note' as const, 'maintain' as const, 'rebuild' as const) }) },
);

async function take(db: Database, step: Step): Promise<void> {
  const rows = await db.annotations.toArray();
  switch (step.kind) {
    case 'save': {
      const post = rows.find(({ postId }) => postId === step.writing.post?.postId);
      await annotate(db, { ...step.writing, rev: post?.rev ?? 0 });
      return;
    }
    case 'delete': return deleteAnnotation(db, rows[step.at % rows.length]?.id ?? '', noon);
    case 'restore': await restoreAnnotation(db, rows[step.at % rows.length]?.id ?? '', noon); return;
    case 'rename':
    case 'remove': {
      const tags = await db.tags.orderBy('key').toArray();
      const name = tags[step.at % tags.length]?.name ?? '';
      const change = step.kind === 'rename' ? renaming(tags, name, step.name, noon) : removal(tags, name, noon);
      expect(await writeTags(db, change?.after ?? [], noon)).toBe(true);
      return;
    }
    case 'note': await indexChanges(db, noon); return;
    case 'rebuild': return beginRebuild(db);
    case 'maintain': return maintainIndex(db, noon);
  }
}

const aPart = fc.oneof(
  { weight: 5, arbitrary: anyWord }, { weight: 2, arbitrary: anyWord.map((word) => word.slice(0, 2)) },
  { weight: 3, arbitrary: fc.tuple(anyWord, anyWord).map(([one, other]) => `"${one} ${other}"`) },
  { weight: 3, arbitrary: fc.constantFrom(
    'tag:ports', 'tag:PORTS/quay', 'tag:"low tide"', 'tag:"say \\"hi\\""', 'tag:🌷', 'channel:harbour', 'channel:@ferry', 'channel:"Ёлки"', 'kind:photo',
    'kind:link', 'by:me', 'by:ann', 'has:note', 'has:media', 'has:link', 'after:2025-03-10', 'before:2025-03-20', 'after:2025', 'nowhere',
  ) },
).chain((part) => fc.constantFrom(part, part, part, `-${part}`));

const aQuery: fc.Arbitrary<Query> = fc.record({
  text: fc.array(aPart, { maxLength: 3 }).map((parts) => parts.join(' ')),
  filters: fc.array(aPart, { maxLength: 1 }),
  sort: fc.constantFrom(...sorts),
});

const others = JSON.stringify({
  format: 'postil', version: 1, authors: [{ id: 'ann', name: 'Ann Ferry' }],
  annotations: handles.map((channel, i) => ({
    id: `theirs-${i}`, author: 'ann', post: { channel, postId: 1, text: `Ferry ${vocabulary[i]}` }, tags: ['ports'], note: 'low tide', updatedAt: new Date(noon).toISOString(),
  })),
});

it('in a thousand searches', { timeout: 120_000 }, async () => {
  const a = fc.tuple(fc.array(aStep, { maxLength: 6 }), fc.array(aQuery, { minLength: 1, maxLength: 4 }));
  await fc.assert(fc.asyncProperty(fc.boolean(), fc.array(a, { minLength: 4, maxLength: 8 }), async (withOthers, rounds) => {
    beginAnew();
    const db = connect();
    if (withOthers) await importText(db, others);
    for (const [steps, queries] of rounds) {
      for (const step of steps) await take(db, step);
      for (const query of queries) {
        const all = { offset: 0, limit: 100 };
        const wanted = await scan(db, query, all);
        expect(await find(db, query, all), JSON.stringify(query)).toEqual(wanted);
        expect(await find(db, query, { offset: 2, limit: 3 })).toEqual({ ...wanted, views: wanted.views.slice(2, 5) });
        const ids = wanted.views.map(({ annotation }) => annotation.id);
        expect(await findIds(db, query)).toEqual(ids);
        expect(await findIds(db, query, { offset: 2, limit: 3 })).toEqual(ids.slice(2, 5));
        expect(await facets(db, query), JSON.stringify(query)).toEqual(await scanFacets(db, query));
      }
    }
    db.close();
  }), { numRuns: 70 });
});
