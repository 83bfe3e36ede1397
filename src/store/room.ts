/**
 * Room on the disk, where it matters that there is some. When a write of Chromium's finds none, it closes the database; when
 * it opens it again, it may take what was written by half for damage, and then it deletes all of it. So nothing is written
 * while there is little room: what was saved can be read and exported, and stays.
 *
 * Firefox takes the write back, and says so. What it calls the quota has nothing to do with the disk, as long as an
 * extension may store without limit; how much is used of what for, only Chromium tells.
 */

/** More than a transaction writes, with what the browser's own tidying up needs besides, in bytes. */
const reserve = 16 * 1024 * 1024;

/** So many bytes are not gone within the next milliseconds. To ask takes some three of them. */
const plenty = 64 * reserve;
const plentyLasts = 10_000;
let plentyUntil = 0;

/** @returns undefined where nothing needs to be asked */
export function roomForWriting(): Promise<void> | undefined {
  if (performance.now() < plentyUntil) return undefined;
  return globalThis.navigator?.storage?.estimate().then((estimate) => {
    const { quota = Infinity, usage = 0 } = estimate;
    const left = quota - usage;
    if (left >= plenty) plentyUntil = performance.now() + plentyLasts;
    if ('usageDetails' in estimate && left < reserve) throw new DOMException('there is little room on the disk', 'QuotaExceededError');
  });
}
