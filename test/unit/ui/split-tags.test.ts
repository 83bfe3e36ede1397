import { describe, expect, it } from 'vitest';
import { isTagSeparator, splitTyped } from '../../../src/ui/split-tags.ts';

describe('typed tags', () => {
  it.each<[string, string[], string]>([
    ['one', [], 'one'],
    ['one,', ['one'], ''],
    ['one, two,three', ['one', ' two'], 'three'],
    ['один، دو，三、four', ['один', ' دو', '三'], 'four'],
    ['one\ntwo\n', ['one', 'two'], ''],
    ['two words; and/more', [], 'two words; and/more'],
    [',', [''], ''],
    ['', [], ''],
  ])('%j are split at the commas of any script and at line breaks', (typed, complete, pending) => {
    expect(splitTyped(typed)).toEqual({ complete, pending });
  });

  it.each([',', '،', '，', '、'])('%s ends a tag', (key) => {
    expect(isTagSeparator(key)).toBe(true);
  });

  it.each(['Enter', 'a', ' ', '/', ';', '.', 'Comma', '', ',,'])('%j does not', (key) => {
    expect(isTagSeparator(key)).toBe(false);
  });
});
