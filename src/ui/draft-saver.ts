/** Keeps what is typed, soon after it is typed. */
import type { Draft } from '../model/annotation.ts';

export interface DraftSaver {
  /** Something was typed. */
  change(draft: Draft): void;
  /** Keeps at once what is not kept yet, trying again what could not be kept; resolves with whether all is. */
  flush(): Promise<boolean>;
  /** Forgets what is not kept yet. */
  drop(): void;
}

/**
 * @param onFailure is told when a draft could not be kept; `flush` resolves all the same, for saving must go on
 * @param delay milliseconds after the last key. Together with the message to the worker it must stay below 300
 * @param longest milliseconds that a key may wait for it while others follow: a page can take the form away at any moment, and
 *   Firefox then lets nothing be sent any more
 */
export function createDraftSaver(
  save: (draft: Draft) => Promise<unknown>, onFailure: (failure: unknown) => void, delay = 200, longest = 500,
): DraftSaver {
  let unkept: Draft | undefined;
  /** When the first key was pressed that nothing was kept after. */
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const keep = async () => {
    const draft = unkept;
    if (!draft) return;
    await save(draft);
    if (unkept === draft) unkept = undefined;
  };
  const flush = async () => {
    clearTimeout(timer);
    since = undefined;
    last = last.then(keep).catch(onFailure);
    await last;
    return unkept === undefined;
  };
  return {
    change(draft) {
      clearTimeout(timer);
      unkept = draft;
      const now = performance.now();
      since ??= now;
      timer = setTimeout(() => void flush(), Math.min(delay, since + longest - now));
    },
    flush,
    drop() {
      clearTimeout(timer);
      since = undefined;
      unkept = undefined;
    },
  };
}
