/** Files that say to the letter what is written. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { joined } from './exporting.ts';

/** `POSTIL_GOLDEN=write` writes the files anew, to be looked through before they are committed. */
export async function expectGolden(pieces: AsyncIterable<string>, name: string): Promise<void> {
  const file = join(import.meta.dirname, 'formats/golden', name);
  const text = await joined(pieces);
  if (process.env['POSTIL_GOLDEN'] === 'write') await writeFile(file, text);
  expect(text).toBe(await readFile(file, 'utf8'));
}
