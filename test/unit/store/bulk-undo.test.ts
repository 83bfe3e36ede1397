import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { type BulkChange, changeMany } from '../../../src/store/bulk.ts';
import type { AnnotationRow } from '../../../src/store/schema.ts';
import { maintainIndex } from '../../../src/store/search/maintain.ts';
import { expectSound } from '../checked.ts';
import { beginAnew, connect, stored } from '../database.ts';
import { importText } from '../importing.ts';
import { afterwards, at, expectFound, fileOf, later, rowsOf, withoutRev } from './many.ts';

/** What else happens between a step and its Undo. */
type Between = { kind: 'save'; at: number; tags: string[] } | { kind: 'delete'; at: number } | { kind: 'restore'; at: number } | { kind: 'maintain' };
const names = ['old', 'ports', 'Ports', 'tide', 'quay'];
const between: fc.Arbitrary<Between> = fc.oneof(
  fc.record({ kind: fc.constant('save' as const), at: fc.nat(5), tags: fc.subarray(['old', 'ports', 'tide'], { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(5) }),
  fc.record({ kind: fc.constant('restore' as const), at: fc.nat(5) }),
  fc.constant({ kind: 'maintain' as const }),
);
const aChange: fc.Arbitrary<BulkChange> = fc.oneof(
  fc.record({ add: fc.subarray(names), remove: fc.subarray(names) }), fc.constant('delete' as const),
);

it('whatever the step, taking it back gives every annotation that nobody touched since as it was, and all is found as it is', { timeout: 120_000 }, async () => {
  const tagging = fc.array(fc.subarray(['old', 'ports', 'tide']), { minLength: 6, maxLength: 6 });
  await fc.assert(fc.asyncProperty(tagging, aChange, fc.subarray([0, 1, 2, 3, 4, 5]), fc.array(between, { maxLength: 4 }), async (tags, change, chosen, events) => {
    beginAnew();
    const db = connect();
    await importText(db, fileOf(6, (i) => tags[i] ?? []));
    const [before, tagsBefore] = [await rowsOf(db), await db.tags.toArray()];
    const step = await changeMany(db, chosen.map((i) => `own-${i}`), change, at(later));
    await expectFound(db);
    const touched = new Set<string>();
    for (const event of events) {
      if (event.kind === 'maintain') {
        await maintainIndex(db, later);
        continue;
      }
      const id = `own-${event.at}`;
      touched.add(id);
      const row = await stored(db, id);
      if (event.kind === 'delete') await deleteAnnotation(db, id, later + 7);
      else if (event.kind === 'restore') await restoreAnnotation(db, id, later + 7);
      else await saveById(db, id, { tags: event.tags, note: 'Since' }, row.rev, later + 7);
    }
    const revs = new Map((await rowsOf(db)).map(({ id, rev }) => [id, rev]));
    await step.undo(at(afterwards));
    const after = await rowsOf(db);
    const untouched = (rows: readonly AnnotationRow[]) => withoutRev(rows.filter(({ id }) => !touched.has(id)));
    expect(untouched(after)).toEqual(untouched(before));
    for (const { id, rev } of after) expect(rev).toBeGreaterThanOrEqual(revs.get(id) ?? 0);
    if (touched.size === 0) expect(await db.tags.toArray()).toEqual(tagsBefore);
    await expectFound(db);
    await expectSound(db);
    db.close();
  }), { numRuns: 60 });
});
