/** Work that only one page at a time may do. */

/** @returns how to let go of the lock; undefined when another page of ours holds it */
export function acquireLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((acquired, failed) => {
    const held = navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) {
        acquired(undefined);
        return undefined;
      }
      return new Promise<void>((release) => acquired(release));
    });
    held.catch(failed);
  });
}
