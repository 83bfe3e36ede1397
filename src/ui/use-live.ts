import { useEffect, useState } from 'preact/hooks';

export type Subscribe<T> = (next: (value: T) => void, fail: (error: unknown) => void) => () => void;

/** What a live query says now: the value once there is one, and the error when it failed. */
export interface Live<T> {
  value: T | undefined;
  error: unknown;
}

/**
 * @param make makes the query; it is made anew when one of `dependencies` changes, the former value standing meanwhile
 * @param effect when it is made: once what is on screen now has been painted, or, with `useLayoutEffect`, at once
 */
export function useLive<T>(make: () => Subscribe<T>, dependencies: readonly unknown[], effect: typeof useEffect = useEffect): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: undefined, error: undefined });
  effect(() => make()(
    (value) => setLive({ value, error: undefined }),
    (error) => {
      console.error('Postil:', error);
      setLive(({ value }) => ({ value, error }));
    },
  ), dependencies);
  return live;
}
