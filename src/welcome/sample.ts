/** What is written on the sample post. It lives as long as the page, and nothing else hears of it. */
import type { Body, Draft, SaveOutcome } from '../model/annotation.ts';
import type { StoredBody } from '../ui/annotate.tsx';

/** Does for the form what the worker does elsewhere. @param onChange is told what is stored whenever that changes */
export function createSample(onChange: (stored: StoredBody | undefined) => void) {
  let stored: StoredBody | undefined;
  let deleted: StoredBody | undefined;
  let draft: Draft | undefined;
  function store(body: StoredBody | undefined) {
    stored = body;
    onChange(stored);
  }
  return {
    /** What was typed and not saved. */
    kept: () => draft,
    async save({ tags, note }: Body, rev: number): Promise<SaveOutcome> {
      draft = undefined;
      store({ id: 'sample', rev: rev + 1, tags, note });
      return { status: 'saved', id: 'sample', rev: rev + 1 };
    },
    async remove(): Promise<void> {
      deleted = stored;
      store(undefined);
    },
    async restore(): Promise<void> {
      store(deleted);
    },
    async keepDraft(typed: Draft): Promise<void> {
      draft = typed;
    },
    async discardDraft(): Promise<void> {
      draft = undefined;
    },
  };
}
