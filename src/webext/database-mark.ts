/**
 * Which database was here, noted outside of it. It lies where content scripts can write (see `rev.ts`): all that it decides is
 * whether the reader is told that there is another one now.
 */
import browser from 'webextension-polyfill';

const key = 'database';

export async function readDatabaseMark(): Promise<string | undefined> {
  const { [key]: mark } = await browser.storage.local.get(key);
  return typeof mark === 'string' ? mark : undefined;
}

export async function writeDatabaseMark(id: string): Promise<void> {
  await browser.storage.local.set({ [key]: id });
}
