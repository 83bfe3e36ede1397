/**
 * Editors in two tabs, the popup and two libraries write on the same posts and tags, at once and by turns, each knowing only what
 * it last saw. Whatever happens at once must have the outcome of some order, one after the other, in the plain store
 * (`plain-store.ts`), and no text that was saved is gone unless whoever replaced it had seen it.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { seed, tell, times } from '../../faults/faults.ts';
import { beginAnew } from '../database.ts';
import { Walk } from './writers-walk.ts';
import { aWish, inWaves } from './writers-wishes.ts';

const stepsOfWalk = 50;

it('nobody who writes loses anything without being told, and what is sent twice is done once', { timeout: 60_000 + times('walks') * 10_000 }, async () => {
  let [changes, conflicts] = [0, 0];
  await fc.assert(fc.asyncProperty(fc.array(aWish, { minLength: stepsOfWalk, maxLength: stepsOfWalk }), async (wishes) => {
    beginAnew();
    const walk = new Walk();
    for (const wave of inWaves(wishes)) await walk.wave(wave);
    walk.expectNothingLost();
    await walk.expectSound();
    walk.close();
    changes += walk.changes;
    conflicts += walk.conflicts;
  }), { numRuns: times('walks'), seed, unbiased: true });
  tell({ 'walks of several writers': times('walks'), 'steps in them': times('walks') * stepsOfWalk, 'changes asked for in them': changes, 'conflicts shown in them': conflicts });
  expect(conflicts, 'conflicts that were shown').toBeGreaterThan(0);
});
