import { useState } from 'preact/hooks';
import type { Tag } from '../model/tag.ts';
import { type TagChange, undoing } from '../model/tag-changes.ts';
import { failureWords } from '../ui/failure-words.ts';
import { call } from '../ui/worker.ts';

export interface TagChanges {
  /** What was done last, in words, and to which tag. */
  done: { words: string; id: string | undefined } | undefined;
  error: string | undefined;
  /** @returns whether it was done */
  make: (change: TagChange, words: string) => Promise<boolean>;
  undo: () => Promise<boolean>;
  forget: () => void;
}

/** Changes tags, one step at a time, and takes the last one back. */
/** @param renameInDrafts told of the tags as they stood */
export function useTagChanges(renameInDrafts: (former: readonly Tag[]) => Promise<void>): TagChanges {
  const [last, setLast] = useState<{ words: string; change: TagChange }>();
  const [error, setError] = useState<string>();
  async function write(former: readonly Tag[], tags: Tag[], then: typeof last): Promise<boolean> {
    setError(undefined);
    try {
      await call('tags.write', { tags });
      // What is written is written: that drafts name tags as before is no failure of it.
      await renameInDrafts(former).catch((failure: unknown) => console.error('Postil:', failure));
      setLast(then);
      return true;
    } catch (failure) {
      setError(failureWords(failure));
      return false;
    }
  }
  return {
    done: last && { words: last.words, id: last.change.before[0]?.id },
    error,
    make: (change, words) => write(change.before, change.after, { words, change }),
    undo: async () => last !== undefined && write(last.change.after, undoing(last.change), undefined),
    forget: () => setLast(undefined),
  };
}
