import { describe, expect, it } from 'vitest';
import { type ImportedChannel, channelIndex, whole } from '../../../src/model/import.ts';
import { noon } from '../builders.ts';

function channel(telegramId: number | undefined, ...handles: string[]): ImportedChannel {
  return { handles: handles.map((name) => ({ name, firstSeen: noon, lastSeen: noon })), ...(telegramId !== undefined && { telegramId }) };
}

describe('the channel of a file that an annotation means', () => {
  const channels = [channel(1, 'old_garden', 'garden'), channel(undefined, 'meadow'), channel(2, 'meadow', 'orchard'), channel(3, 'brook')];

  it.each([
    [{ handle: 'anything', telegramId: 2 }, 2],
    [{ handle: 'garden', telegramId: 9 }, -1],
    [{ handle: 'GARDEN' }, 0],
    [{ handle: 'meadow' }, 1],
    [{ handle: 'brook' }, 3],
    // It was called so, and is not any more.
    [{ handle: 'old_garden' }, -1],
  ])('%o', (name, index) => {
    expect(channelIndex(name, channels)).toBe(index);
  });
});

it('a field that is forgotten does not compile, and one that is absent is left out', () => {
  interface Tag { id: string; colour?: string }
  expect(whole<Tag>({ id: 'a', colour: undefined })).toEqual({ id: 'a' });
  // @ts-expect-error the colour is forgotten
  expect(whole<Tag>({ id: 'a' })).toEqual({ id: 'a' });
});
