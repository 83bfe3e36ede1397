/** Rows of the deleted ones that stay in their place when they are restored. */
import type { AnnotationView } from '../model/view.ts';

export interface Restored {
  /** As it was listed when it was restored. */
  view: AnnotationView;
  /** Its post was annotated anew in the meantime, and that annotation now holds both texts. */
  joined: boolean;
}

/** Whether this is the deletion that was taken back, and not a later one. */
export function isRestored({ view }: Restored, { annotation }: AnnotationView): boolean {
  return view.annotation.id === annotation.id && view.annotation.deletedAt === annotation.deletedAt;
}

/** The newest deletion first, as they are found. */
function byDeletion({ annotation: a }: AnnotationView, { annotation: b }: AnnotationView): number {
  return (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || (a.id < b.id ? 1 : -1);
}

/** What is found, with what was restored where it was. What was deleted again since is where it is found. */
export function withRestored(found: readonly AnnotationView[], restored: readonly Restored[]): AnnotationView[] {
  const present = new Set(found.map((view) => view.annotation.id));
  const kept = restored.map(({ view }) => view).filter((view) => !present.has(view.annotation.id));
  return [...found, ...kept].sort(byDeletion);
}
