/** A full export, whoever asks for it. */
import { exportFileName } from '../formats/file-name.ts';
import { exportJson } from '../formats/json.ts';
import { appVersion } from '../webext/runtime.ts';
import type { ReviewData } from './review-data.ts';
import { call } from './worker.ts';

/**
 * @param deliver puts the file where it belongs; what it holds counts as exported once it resolves
 */
export async function exportFile(
  data: ReviewData, deliver: (name: string, type: string, pieces: AsyncIterable<string>) => Promise<void>,
): Promise<void> {
  const at = Date.now();
  // Read first: a change made from here on may be in the file, and counts as not exported.
  const { changes: held } = await data.backupNow();
  const source = await data.exportSource();
  await deliver(exportFileName(at), 'application/json', exportJson(source, { now: at, generator: `Postil ${appVersion()}` }));
  // What is exported is exported: that it cannot be noted is no failure of it.
  await call('backup.exported', { held, at }).catch(() => undefined);
}
