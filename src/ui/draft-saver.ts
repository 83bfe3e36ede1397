/** Keeps what is typed, soon after it is typed. */
import type { Draft } from '../model/annotation.ts';

export interface DraftSaver {
  /** Something was typed. */
  change(draft: Draft): void;
  /** Keeps at once what is not kept yet; resolves when all is. */
  flush(): Promise<void>;
  /** Forgets what is not kept yet. */
  drop(): void;
}

/**
 * @param onFailure is told when a draft could not be kept; `flush` resolves all the same, for saving must go on
 * @param delay milliseconds after the last key. Together with the message to the worker it must stay below 300
 */
export function createDraftSaver(
  save: (draft: Draft) => Promise<unknown>, onFailure: (failure: unknown) => void, delay = 200,
): DraftSaver {
  let waiting: Draft | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const drop = () => {
    clearTimeout(timer);
    waiting = undefined;
  };
  const flush = async () => {
    const draft = waiting;
    drop();
    if (draft) last = last.then(() => save(draft)).catch(onFailure);
    await last;
  };
  return {
    change(draft) {
      drop();
      waiting = draft;
      timer = setTimeout(() => void flush(), delay);
    },
    flush,
    drop,
  };
}
