/** The history of posts, as the library reads it and moves annotations along it. */
import type { Annotation } from '../model/annotation.ts';
import { changedPosts, readHistory } from './history.ts';
import { live } from './live.ts';
import { type Moved, moveAnnotation, undoMove } from './move.ts';
import type { Database } from './schema.ts';

/** @param strict what a person did is done once it is on disk */
export function createHistory(db: Database, strict: Database) {
  return {
    of: (annotation: Annotation) => live(db, () => readHistory(db, annotation)),
    changed: (limit: number) => live(db, () => changedPosts(db, limit)),
    move: ({ id, rev }: Annotation, captureId: string) => moveAnnotation(strict, id, captureId, rev, Date.now()),
    undoMove: (moved: Moved) => undoMove(strict, moved, Date.now()),
  };
}

export type History = ReturnType<typeof createHistory>;
