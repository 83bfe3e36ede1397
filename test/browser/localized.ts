/** An extension that speaks one language only. */
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Browsers take the messages in a language that they have themselves, and need packages for most: an extension that has but
 * one language is in that one everywhere.
 * @param folder where the copy is made
 * @param language a folder of `_locales`
 */
export async function localized(extension: string, language: string, folder: string): Promise<void> {
  await cp(extension, folder, { recursive: true });
  const locales = join(folder, '_locales');
  for (const other of await readdir(locales)) {
    if (other !== language) await rm(join(locales, other), { recursive: true });
  }
  const manifest = join(folder, 'manifest.json');
  const content = JSON.parse(await readFile(manifest, 'utf8')) as object;
  await writeFile(manifest, JSON.stringify({ ...content, default_locale: language }));
}
