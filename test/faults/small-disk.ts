/** A disk of some megabytes that can be filled to the last of them. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  folder: string;
  /** Takes all the room there is, also what became free since the last time. */
  fill(): void;
  makeRoom(): void;
  remove(): void;
}

/** Enough for the profile of a browser. Fails where nobody may mount it. */
export function mountSmallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'postil-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'none', folder]);
  } catch (error) {
    rmdirSync(folder);
    throw new Error('A small disk could not be mounted. It takes root, on Linux; without, leave fullDisks out by --only', { cause: error });
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => fill(filler),
    makeRoom: () => rmSync(filler, { force: true }),
    remove() {
      // The last processes of the browser may have files open there still.
      execFileSync('umount', ['--lazy', folder]);
      rmdirSync(folder);
    },
  };
}

function fill(path: string): void {
  const file = openSync(path, 'a');
  // By large pieces first, and then by what is left.
  for (const size of [1 << 20, 1 << 10]) while (hasRoomFor(file, size));
  closeSync(file);
}

function hasRoomFor(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes)) === bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
