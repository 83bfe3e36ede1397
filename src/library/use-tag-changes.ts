import { useState } from 'preact/hooks';
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
export function useTagChanges(): TagChanges {
  const [last, setLast] = useState<{ words: string; change: TagChange }>();
  const [error, setError] = useState<string>();
  async function write(tags: TagChange['after'], then: typeof last): Promise<boolean> {
    setError(undefined);
    try {
      await call('tags.write', { tags });
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
    make: (change, words) => write(change.after, { words, change }),
    undo: async () => last !== undefined && write(undoing(last.change), undefined),
    forget: () => setLast(undefined),
  };
}
