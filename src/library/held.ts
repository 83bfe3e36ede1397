/** Keeps live queries still while very much is being written: each of dozens of batches would have them all run anew. */
import type { Subscribe } from '../ui/use-live.ts';

export class Hold {
  #isHeld = false;
  readonly #listeners = new Set<() => void>();

  set(isHeld: boolean): void {
    if (this.#isHeld === isHeld) return;
    this.#isHeld = isHeld;
    for (const listener of this.#listeners) listener();
  }

  /** The query, live but while it is held: then it stands as it was answered last, and what is new is answered once. */
  over<T>(query: Subscribe<T>): Subscribe<T> {
    return (next, fail) => {
      let end: () => void = () => undefined;
      let isAnswered = false;
      const run = () => {
        end();
        isAnswered = false;
        end = query((value) => {
          isAnswered = true;
          if (this.#isHeld) end();
          next(value);
        }, fail);
      };
      const follow = () => {
        if (!this.#isHeld) run();
        else if (isAnswered) end();
      };
      run();
      this.#listeners.add(follow);
      return () => {
        this.#listeners.delete(follow);
        end();
      };
    };
  }
}
