import { describe, expect, it } from 'vitest';
import { isRestored, withRestored } from '../../../src/library/restored.ts';
import { aView, anAnnotation, minute, noon } from '../builders.ts';

/** Deleted so many minutes after noon. */
const deleted = (id: string, at: number) => aView({ annotation: anAnnotation({ id, deletedAt: noon + at * minute }) });
const ids = (views: ReturnType<typeof withRestored>) => views.map(({ annotation }) => annotation.id).join(' ');

describe('a restored row', () => {
  const restored = [{ view: deleted('b', 2), joined: false }];

  it('stays where it was, although it is no longer found', () => {
    expect(ids(withRestored([deleted('c', 3), deleted('a', 1)], restored))).toBe('c b a');
  });

  it('stays among rows deleted in the same moment, in the order of the index', () => {
    expect(ids(withRestored([deleted('c', 2), deleted('a', 2)], restored))).toBe('c b a');
  });

  it('is listed once while it is still found, as it is when it was joined', () => {
    const found = [deleted('c', 3), deleted('b', 2)];
    expect(ids(withRestored(found, restored))).toBe('c b');
    expect(found.map((view) => restored.some((each) => isRestored(each, view)))).toEqual([false, true]);
  });

  it('is a deleted one where it is found when it was deleted again', () => {
    const again = deleted('b', 9);
    expect(ids(withRestored([again, deleted('c', 3)], restored))).toBe('b c');
    expect(restored.some((each) => isRestored(each, again))).toBe(false);
  });
});
