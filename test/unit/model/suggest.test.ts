import { describe, expect, it } from 'vitest';
import { type TagUse, suggestTags } from '../../../src/model/suggest.ts';
import { day, noon } from '../builders.ts';

const used = (name: string, uses = 0, daysAgo = 0): TagUse => ({ name, uses, ...(uses > 0 && { lastUsedAt: noon - daysAgo * day }) });
const names = (typed: string, known: TagUse[], chosen: string[] = [], limit?: number): string[] => (
  suggestTags(typed, known, chosen, noon, limit).map((tag) => tag.name)
);

describe('the order of suggestions', () => {
  it('puts the frequent before the rare', () => {
    expect(names('', [used('rare', 1), used('frequent', 9), used('middling', 4)])).toEqual(['frequent', 'middling', 'rare']);
  });

  it('puts the recent before what was used as often long ago', () => {
    expect(names('', [used('old', 5, 90), used('new', 5, 1)])).toEqual(['new', 'old']);
  });

  it('lets many uses some weeks ago outweigh one of today, but not for ever', () => {
    expect(names('', [used('today', 1), used('much', 8, 28)])).toEqual(['much', 'today']);
    expect(names('', [used('today', 1), used('much', 8, 70)])).toEqual(['today', 'much']);
  });

  it('puts what is not used last, by name', () => {
    expect(names('', [used('beta'), used('alpha'), used('used', 1, 300)])).toEqual(['used', 'alpha', 'beta']);
  });

  it('bears a clock that was set back', () => {
    expect(names('', [used('future', 1, -400), used('twice', 2)])).toEqual(['twice', 'future']);
  });
});

describe('what is suggested', () => {
  it.each([
    ['gar', 'Garden'],
    ['САД', 'большой сад'],
    ['вес', 'сад/весна'],
    ['елк', 'новая Ёлка'],
    ['cafe', 'Café'],
    ['باغ', 'کتاب باغ'],
    ['read', 'to-read'],
    ['весна/п', 'весна/план'],
    ['花', '花'],
    ['🌷', 'spring 🌷'],
    ['strasse', 'Große Straße'],
    ['  gar ', 'garden'],
  ])('%j finds %s', (typed, name) => {
    expect(names(typed, [used(name)])).toEqual([name]);
  });

  it.each([
    ['den', 'Garden'],
    ['ад', 'сад'],
    ['асна', 'сад/весна'],
    ['gardens', 'garden'],
    ['и', 'йод'],
  ])('%j does not find %s', (typed, name) => {
    expect(names(typed, [used(name)])).toEqual([]);
  });

  it('leaves out what the annotation has already, in whatever spelling', () => {
    expect(names('', [used('Garden', 9), used('сад', 5), used('new')], ['gARDEN', 'САД'])).toEqual(['new']);
  });

  it('is a handful', () => {
    const known = Array.from({ length: 20 }, (_, i) => used(`tag ${i}`, 20 - i));
    expect(names('', known)).toEqual(['tag 0', 'tag 1', 'tag 2', 'tag 3', 'tag 4', 'tag 5']);
    expect(names('', known, [], 2)).toEqual(['tag 0', 'tag 1']);
  });

  it('leaves the list that it was given as it is', () => {
    const known = [used('rare', 1), used('frequent', 9)];
    names('', known);
    expect(known.map((tag) => tag.name)).toEqual(['rare', 'frequent']);
  });
});
