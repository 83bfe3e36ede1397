import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Backup, exportDue, noBackup, unexportedChanges, withChanges, withExport, withSnooze } from '../../../src/model/backup.ts';
import { day, minute, noon } from '../builders.ts';

/** After so many changes, the first at noon and one a minute from then on. */
function changed(times: number, backup = noBackup, start = noon): Backup {
  return Array.from({ length: times }).reduce<Backup>((so, _, i) => withChanges(so, 1, start + i * minute), backup);
}

describe('an export is due', () => {
  it('after 50 changes', () => {
    expect(exportDue(changed(49), noon + day)).toBe(false);
    expect(exportDue(changed(50), noon + day)).toBe(true);
  });

  it('14 days after the first change that no export holds', () => {
    expect(exportDue(changed(2), noon + 14 * day - 1)).toBe(false);
    expect(exportDue(changed(2), noon + 14 * day)).toBe(true);
  });

  it('never when nothing was changed', () => {
    expect(exportDue(noBackup, noon + 1_000 * day)).toBe(false);
    expect(exportDue(withExport(changed(60), 60, noon + day), noon + 1_000 * day)).toBe(false);
  });
});

describe('"Later"', () => {
  it('is three days', () => {
    const snoozed = withSnooze(changed(60), noon + day);
    expect(exportDue(snoozed, noon + 4 * day - 1)).toBe(false);
    expect(exportDue(snoozed, noon + 4 * day)).toBe(true);
  });

  it('is 50 more changes', () => {
    const snoozed = withSnooze(changed(60), noon + day);
    expect(exportDue(changed(49, snoozed), noon + day)).toBe(false);
    expect(exportDue(changed(50, snoozed), noon + day)).toBe(true);
  });

  it('ends with an export', () => {
    const exported = withExport(withSnooze(changed(60), noon + day), 60, noon + day);
    expect(exportDue(changed(50, exported, noon + day), noon + day)).toBe(true);
  });
});

describe('an export', () => {
  it('takes away the changes that it holds, and no other', () => {
    const meanwhile = withExport(changed(63), 60, noon + day);
    expect(unexportedChanges(meanwhile)).toBe(3);
    expect(meanwhile).toMatchObject({ since: noon + day, exportedAt: noon + day });
    expect(withExport(changed(60), 60, noon + day)).not.toHaveProperty('since');
  });

  it('that ends after a later one takes nothing back', () => {
    const [earlier, later] = [noon + day, noon + 2 * day];
    const both = withExport(withExport(changed(70), 65, later), 60, earlier);
    expect(unexportedChanges(both)).toBe(5);
    expect(both).toMatchObject({ exportedAt: later, since: later });
  });

  it('of more than there is, as after the storage was cleared, leaves nothing negative', () => {
    expect(withExport(changed(2), 60, noon)).toMatchObject({ changes: 2, exported: 2 });
  });
});

it('whatever happens, the state is one that is read back, and what was not exported is what was changed since', () => {
  const steps = fc.array(fc.oneof(fc.constant('change' as const), fc.constant('export' as const), fc.constant('snooze' as const)));
  fc.assert(fc.property(steps, (taken) => {
    let backup = noBackup;
    let expected = 0;
    for (const [i, step] of taken.entries()) {
      const now = noon + i * day;
      if (step === 'change') backup = withChanges(backup, 1, now);
      if (step === 'export') backup = withExport(backup, backup.changes, now);
      if (step === 'snooze') backup = withSnooze(backup, now);
      expected = step === 'change' ? expected + 1 : step === 'export' ? 0 : expected;
      expect(v.parse(Backup, backup)).toEqual(backup);
      expect(unexportedChanges(backup)).toBe(expected);
    }
  }));
});
