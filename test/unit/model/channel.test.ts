import { describe, expect, it } from 'vitest';
import { currentHandle, joinChannels, matchChannel, postKeyOf, seeChannel } from '../../../src/model/channel.ts';
import { aChannel, day, noon } from '../builders.ts';

const seenAs = (name: string, lastSeen = noon, firstSeen = lastSeen) => ({ name, firstSeen, lastSeen });
const numbered = aChannel({ id: 'numbered', telegramId: 5, handles: [seenAs('garden')] });
const unnumbered = aChannel({ id: 'unnumbered', handles: [seenAs('garden')] });

describe('which channel a page means', () => {
  it('none, when neither number nor handle is known', () => {
    expect(matchChannel({ handle: 'orchard', telegramId: 9 }, [numbered])).toEqual({});
    expect(matchChannel({ handle: 'orchard' }, [numbered, unnumbered])).toEqual({});
    expect(matchChannel({ handle: 'garden' }, [])).toEqual({});
  });

  it('that of the number, also under a new handle', () => {
    expect(matchChannel({ handle: 'renamed', telegramId: 5 }, [unnumbered, numbered])).toEqual({ channel: numbered });
  });

  it('that of the handle when the page tells no number', () => {
    expect(matchChannel({ handle: 'garden' }, [numbered])).toEqual({ channel: numbered });
    expect(matchChannel({ handle: 'garden' }, [unnumbered])).toEqual({ channel: unnumbered });
  });

  it('handles compare without regard to case', () => {
    expect(matchChannel({ handle: 'GARDEN' }, [aChannel({ handles: [seenAs('Garden')] })]).channel).toBeDefined();
  });

  it('one known by handle only, once its number is told', () => {
    expect(matchChannel({ handle: 'garden', telegramId: 5 }, [unnumbered])).toEqual({ channel: unnumbered });
  });

  it('a known handle that suddenly shows another number is another channel', () => {
    expect(matchChannel({ handle: 'garden', telegramId: 6 }, [numbered])).toEqual({});
  });

  it('of two that bore the handle, the one that bore it last', () => {
    const former = aChannel({ id: 'former', telegramId: 5, handles: [seenAs('garden', noon), seenAs('orchard', noon + 9 * day)] });
    const stranger = aChannel({ id: 'stranger', telegramId: 6, handles: [seenAs('garden', noon + day)] });
    expect(matchChannel({ handle: 'garden' }, [former, stranger])).toEqual({ channel: stranger });
    expect(matchChannel({ handle: 'garden' }, [stranger, former])).toEqual({ channel: stranger });
    expect(matchChannel({ handle: 'garden', telegramId: 5 }, [former, stranger])).toEqual({ channel: former });
    expect(matchChannel({ handle: 'orchard' }, [former, stranger].slice(0, 1))).toEqual({ channel: former });
  });

  it('two rows that turn out to be one: that of the number is kept', () => {
    const renamed = aChannel({ id: 'numbered', telegramId: 5, handles: [seenAs('old_garden')] });
    expect(matchChannel({ handle: 'Garden', telegramId: 5 }, [unnumbered, renamed])).toEqual({ channel: renamed, duplicate: unnumbered });
  });
});

describe('a channel seen again', () => {
  it('learns its number and its title and keeps its id', () => {
    const seen = seeChannel(unnumbered, { handle: 'garden', telegramId: 5 }, 'New title', noon + day);
    expect(seen).toEqual({ id: 'unnumbered', telegramId: 5, title: 'New title', handles: [seenAs('garden', noon + day, noon)] });
  });

  it('forgets neither where the page tells less', () => {
    expect(seeChannel(numbered, { handle: 'garden' }, undefined, noon)).toMatchObject({ telegramId: 5, title: 'Garden' });
  });

  it('under a new handle keeps the old one, and the new one is current', () => {
    const seen = seeChannel(numbered, { handle: 'orchard', telegramId: 5 }, undefined, noon + day);
    expect(seen.handles).toEqual([seenAs('garden'), seenAs('orchard', noon + day)]);
    expect(currentHandle(seen)).toBe('orchard');
    expect(currentHandle(seeChannel(seen, { handle: 'garden' }, undefined, noon + 2 * day))).toBe('garden');
  });

  it('has one handle however its case changes, spelt as last seen', () => {
    expect(seeChannel(numbered, { handle: 'GarDen' }, undefined, noon + day).handles).toEqual([seenAs('GarDen', noon + day, noon)]);
  });

  it('leaves the row that it came from as it was', () => {
    const before = structuredClone(numbered);
    seeChannel(numbered, { handle: 'orchard', telegramId: 7 }, 'Else', noon + day);
    expect(numbered).toEqual(before);
  });
});

describe('joining two channels', () => {
  it('keeps the kept one\'s id, number and title, and all handles in the order in which they were seen last', () => {
    const kept = aChannel({ id: 'kept', telegramId: 5, title: 'Kept', handles: [seenAs('old', noon), seenAs('Garden', noon + 3 * day)] });
    const duplicate = aChannel({ id: 'gone', title: 'Gone', handles: [seenAs('between', noon + 2 * day), seenAs('garden', noon + day, noon - day)] });
    expect(joinChannels(kept, duplicate)).toEqual({
      id: 'kept', telegramId: 5, title: 'Kept',
      handles: [seenAs('old'), seenAs('between', noon + 2 * day), seenAs('Garden', noon + 3 * day, noon - day)],
    });
  });

  it('takes what only the other one knew', () => {
    const { title: _, ...untitled } = aChannel({ id: 'kept', handles: [seenAs('garden', noon)] });
    const duplicate = aChannel({ id: 'gone', title: 'Garden', handles: [seenAs('garden', noon + day)] });
    expect(joinChannels(untitled, duplicate)).toEqual({ id: 'kept', title: 'Garden', handles: [seenAs('garden', noon + day, noon)] });
  });
});

it('a post is named by the current handle and the number, if known', () => {
  expect(postKeyOf(numbered, 42)).toStrictEqual({ handle: 'garden', postId: 42, telegramId: 5 });
  expect(postKeyOf(unnumbered, 42)).toStrictEqual({ handle: 'garden', postId: 42 });
});
