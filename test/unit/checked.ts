import { expect } from 'vitest';
import { checkData } from '../../src/store/check.ts';
import type { Database } from '../../src/store/schema.ts';

/** Whatever a test did to its database, nothing in it may point nowhere, be left over, or be found under another name. */
export async function expectSound(db: Database): Promise<void> {
  expect((await checkData(db)).problems, 'what is wrong with the database').toEqual([]);
}
