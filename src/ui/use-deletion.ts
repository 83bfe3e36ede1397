import { useEffect, useState } from 'preact/hooks';
import type { AnnotationView } from '../model/view.ts';
import { failureWords } from './failure-words.ts';
import { message } from '../webext/i18n.ts';
import type { Kept } from './list-rows.ts';
import { say } from './say.ts';
import { call } from './worker.ts';

/** A row whose annotation is being deleted, is deleted, or was taken back. */
interface Leaving extends Kept {
  state: 'leaving' | 'deleted' | 'restored';
}

export interface Deletion {
  /** Rows that stay until something else is looked for, so that Undo is at hand. */
  kept: readonly Kept[];
  isDeleted: (id: string) => boolean;
  /** What went wrong, and with which annotation. */
  failed: { id: string; words: string } | undefined;
  remove: (kept: Kept) => void;
  restore: (id: string) => void;
  /** What was taken back and is found again need not be kept. */
  found: (views: readonly AnnotationView[]) => void;
}

const none: readonly Leaving[] = [];

/** Deletes annotations of a list, and takes it back. @param list what is looked for */
export function useDeletion(list: unknown, onDeleted: (id: string) => void): Deletion {
  const [leaving, setLeaving] = useState(none);
  const [failed, setFailed] = useState<Deletion['failed']>();
  useEffect(() => setLeaving(none), [list]);

  function attempt(id: string, work: Promise<unknown>) {
    setFailed(undefined);
    return work.then(() => true, (failure: unknown) => {
      setFailed({ id, words: failureWords(failure) });
      return false;
    });
  }
  const without = (id: string) => setLeaving((before) => before.filter(({ view }) => view.annotation.id !== id));
  const become = (id: string, state: Leaving['state']) => (
    setLeaving((before) => before.map((each) => (each.view.annotation.id === id ? { ...each, state } : each)))
  );
  return {
    kept: leaving,
    isDeleted: (id) => leaving.some(({ view, state }) => state === 'deleted' && view.annotation.id === id),
    failed,
    remove(kept) {
      const { id } = kept.view.annotation;
      // Kept from now on: that it is found no more is known sooner than that it is deleted.
      setLeaving((before) => [...before, { ...kept, state: 'leaving' }]);
      void attempt(id, call('annotation.delete', { id })).then((isDone) => {
        if (!isDone) return without(id);
        become(id, 'deleted');
        onDeleted(id);
      });
    },
    restore(id) {
      void attempt(id, call('annotation.restore', { id })).then((isDone) => {
        if (!isDone) return;
        // Kept until it is found again: that may be known later than that it is back.
        become(id, 'restored');
        say(message('restored'));
      });
    },
    found(views) {
      setLeaving((before) => {
        const after = before.filter(({ view, state }) => state !== 'restored' || !views.some(({ annotation }) => annotation.id === view.annotation.id));
        return after.length === before.length ? before : after;
      });
    },
  };
}
