import { expect, it, vi } from 'vitest';
import { createSample } from '../../../src/welcome/sample.ts';

const body = { tags: ['garden'], note: 'Nine days.' };
const draft = { ...body, pending: '', rev: 0 };

it('keeps what is saved, changed, deleted and restored, and tells of each', async () => {
  const onChange = vi.fn();
  const sample = createSample(onChange);
  expect(await sample.save(body, 0)).toEqual({ status: 'saved', id: 'sample', rev: 1 });
  expect(await sample.save({ ...body, note: 'Ten.' }, 1)).toMatchObject({ rev: 2 });
  await sample.remove();
  await sample.restore();
  const changed = { id: 'sample', rev: 2, tags: ['garden'], note: 'Ten.' };
  expect(onChange.mock.calls).toEqual([[{ id: 'sample', rev: 1, ...body }], [changed], [undefined], [changed]]);
});

it('keeps a draft until it is saved or discarded', async () => {
  const sample = createSample(() => undefined);
  await sample.keepDraft(draft);
  expect(sample.kept()).toEqual(draft);
  await sample.discardDraft();
  expect(sample.kept()).toBeUndefined();
  await sample.keepDraft(draft);
  await sample.save(body, 0);
  expect(sample.kept()).toBeUndefined();
});
