import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../src/formats/file-name.ts';

describe('the name of an export', () => {
  it.each([
    ['2025-03-04T23:59:59.999Z', 'postil-2025-03-04.json'],
    ['2025-03-05T00:30:00+01:00', 'postil-2025-03-04.json'],
    ['2025-03-04T23:30:00-05:00', 'postil-2025-03-05.json'],
  ])('at %s is %s', (time, name) => {
    expect(exportFileName(Date.parse(time))).toBe(name);
  });

  it('says so when it does not hold everything', () => {
    const at = Date.parse('2025-03-04T12:00:00Z');
    expect(exportFileName(at, { scope: 'found', ending: '.ndjson' })).toBe('postil-2025-03-04-found.ndjson');
    expect(exportFileName(at, { scope: 'selected', ending: '-by-tag.csv' })).toBe('postil-2025-03-04-selected-by-tag.csv');
    expect(exportFileName(at, { scope: 'everything', ending: '.zip' })).toBe('postil-2025-03-04.zip');
  });
});
