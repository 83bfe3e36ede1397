import { expect, it } from 'vitest';
import { daysLeft } from '../../../src/model/deleted.ts';
import { day, minute, noon } from '../builders.ts';

it.each<[string, number, number]>([
  ['just now', 0, 30],
  ['a minute ago', minute, 30],
  ['a day ago', day, 29],
  ['29 days ago', 29 * day, 1],
  ['30 days ago less a minute', 30 * day - minute, 1],
  ['30 days ago', 30 * day, 1],
  ['long ago, and not purged yet', 40 * day, 1],
])('what was deleted %s stays, begun days included', (_, ago, days) => {
  expect(daysLeft(noon - ago, noon)).toBe(days);
});
