/** Queries that run again whenever what they read was changed, in this context or another. */
import { liveQuery } from 'dexie';

export type Subscribe<T> = (next: (value: T) => void, fail: (error: unknown) => void) => () => void;

export function live<T>(query: () => Promise<T>): Subscribe<T> {
  return (next, fail) => {
    const subscription = liveQuery(query).subscribe(next, fail);
    return () => subscription.unsubscribe();
  };
}
