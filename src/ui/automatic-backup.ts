/** Copies that are saved without being asked for. */
import { blobOf } from '../formats/blob.ts';
import { exportDue } from '../model/backup.ts';
import { download } from '../webext/downloads.ts';
import { exportFile } from './export-file.ts';
import type { ReviewData } from './review-data.ts';

/**
 * Saves a copy when an export is due. Of two pages that are open one saves; the other waits, and finds nothing to do
 * unless the first was closed before its copy was there.
 */
export async function saveCopyWhenDue(data: ReviewData): Promise<void> {
  await navigator.locks.request('backup', async () => {
    if (!exportDue(await data.backupNow(), Date.now())) return;
    await exportFile(data, async (name, type, pieces) => {
      const url = URL.createObjectURL(await blobOf(type, pieces));
      try {
        await download(url, `Postil/${name}`);
      } finally {
        URL.revokeObjectURL(url);
      }
    });
  });
}
