import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tag, tagKey, tagMeanings, tagsMeant } from '../../../src/model/tag.ts';
import { type TagChange, editing, removal, renaming, tagsUnder, undoing } from '../../../src/model/tag-changes.ts';
import { aTag, minute, noon } from '../builders.ts';

const now = noon + minute;
const names = (tags: readonly Tag[]) => tags.map(({ name }) => name);
/** Living tags after a change. */
function afterwards(tags: readonly Tag[], { after }: Pick<TagChange, 'after'>): Tag[] {
  const changed = new Map(after.map((tag) => [tag.id, tag]));
  return tags.map((tag) => changed.get(tag.id) ?? tag).filter(({ deletedAt, mergedInto }) => deletedAt === undefined && mergedInto === undefined);
}
const ports = [aTag('ports'), aTag('Ports/quay'), aTag('ports/quay/east'), aTag('portside'), aTag('harbours/Quay')];

function renamed(tags: readonly Tag[], from: string, to: string) {
  const change = renaming(tags, from, to, now);
  if (!change) throw new Error('that is no name');
  return change;
}

describe('what is under a name', () => {
  it('is the tag and what nests in it, whatever the case', () => {
    expect(names(tagsUnder(ports, 'PORTS'))).toEqual(['ports', 'Ports/quay', 'ports/quay/east']);
    expect(names(tagsUnder(ports, 'ports/quay'))).toEqual(['Ports/quay', 'ports/quay/east']);
    expect(tagsUnder(ports, 'port')).toEqual([]);
  });
});

describe('renaming', () => {
  it('moves what is nested along, each a revision above', () => {
    const change = renamed([aTag('a', { rev: 7 }), aTag('a/b'), aTag('c')], 'a', ' x  y ');
    expect(change.after).toEqual([aTag('a', { name: 'x y', rev: 8, updatedAt: now }), aTag('a/b', { name: 'x y/b', rev: 2, updatedAt: now })]);
    expect(change.merged).toEqual([]);
  });

  it('merges with those that have the name, and says so before it is done', () => {
    const change = renamed(ports, 'ports', 'harbours');
    expect(change.merged.map(({ tag, into }) => [tag.name, into.name])).toEqual([['Ports/quay', 'harbours/Quay']]);
    expect(names(afterwards(ports, change))).toEqual(['harbours', 'harbours/quay/east', 'portside', 'harbours/Quay']);
  });

  it('of a name that only others nest in moves these', () => {
    expect(names(renamed(ports, 'harbours', 'docks').after)).toEqual(['docks/Quay']);
  });

  it('into itself nests it deeper', () => {
    expect(names(afterwards([aTag('a'), aTag('a/a')], renamed([aTag('a'), aTag('a/a')], 'a', 'a/a')))).toEqual(['a/a', 'a/a/a']);
  });

  it('changes the case of a name', () => {
    expect(renamed([aTag('straße')], 'straße', 'STRASSE')).toMatchObject({ after: [{ name: 'STRASSE' }], merged: [] });
  });

  it.each(['', '   ', 'x'.repeat(65)])('to %j is none', (name) => {
    expect(renaming(ports, 'ports', name, now)).toBeUndefined();
  });

  it('is none when what is nested would have too long a name', () => {
    expect(renaming(ports, 'ports', 'x'.repeat(60), now)).toBeUndefined();
  });
});

it('removes a tag with all that is nested in it', () => {
  expect(names(afterwards(ports, removal(ports, 'ports', now)))).toEqual(['portside', 'harbours/Quay']);
});

describe('editing a tag', () => {
  it('gives it another name and look at once', () => {
    const tag = aTag('a', { colour: 'red', description: 'why', pin: 2 });
    expect(editing([tag, aTag('a/b')], 'a', 'c', { colour: 'blue', description: '' }, now)?.after).toStrictEqual([
      aTag('a', { name: 'c', colour: 'blue', rev: 2, updatedAt: now }), aTag('a/b', { name: 'c/b', rev: 2, updatedAt: now }),
    ]);
  });

  it('frees the digit that it is given, also when that is of a tag nested under it', () => {
    const tags = [aTag('a'), aTag('a/b', { pin: 2 }), aTag('c', { pin: 3 })];
    const pins = (pin: number) => editing(tags, 'a', 'a', { pin }, now)?.after.map((tag) => [tag.name, tag.pin, tag.rev]);
    expect(pins(2)).toEqual([['a', 2, 2], ['a/b', undefined, 2]]);
    expect(pins(3)).toEqual([['a', 3, 2], ['c', undefined, 2]]);
  });

  it('leaves the look of a tag that it becomes one with', () => {
    const change = editing([aTag('a'), aTag('b', { colour: 'red' })], 'a', 'B', { colour: 'blue', pin: 1 }, now);
    expect(change?.after).toStrictEqual([aTag('a', { mergedInto: 'tag-b', rev: 2, updatedAt: now })]);
    expect(change?.merged).toMatchObject([{ tag: { name: 'a' }, into: { name: 'b' } }]);
  });

  it('of a name that is no tag of its own renames what nests in it', () => {
    expect(editing([aTag('a/b')], 'a', 'c', undefined, now)?.after).toMatchObject([{ name: 'c/b' }]);
  });
});

const anyName = fc.array(fc.constantFrom('a', 'A', 'ß', 'ss', 'сад', 'b'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

it('whatever is renamed or removed: no two of a name, none lost, and undoing brings back every tag', () => {
  fc.assert(fc.property(fc.uniqueArray(anyName, { selector: tagKey, minLength: 1 }), anyName, fc.nat(), fc.boolean(), (all, to, at, isRenamed) => {
    const tags = all.map((name) => aTag(name));
    const from = all[at % all.length] ?? '';
    const change = isRenamed ? renamed(tags, from, to) : removal(tags, from, now);
    const living = afterwards(tags, change);
    expect(new Set(living.map(({ name }) => tagKey(name))).size).toBe(living.length);
    const changed = new Map(change.after.map((tag) => [tag.id, tag]));
    const meant = tagsMeant(all.map((name) => `tag-${name}`), tagMeanings(tags.map((tag) => changed.get(tag.id) ?? tag)));
    expect(new Set(meant)).toEqual(new Set(living));
    const back = undoing(change);
    expect(back.map(({ rev: _, ...tag }) => tag)).toEqual(change.before.map(({ rev: _, ...tag }) => tag));
    expect(back.every(({ rev }, i) => rev === (change.after[i]?.rev ?? 0) + 1)).toBe(true);
  }));
});
