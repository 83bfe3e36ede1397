import { call } from './worker.ts';

/** Has the worker make the index of words anew. That it fails is seen by searches that stay slow, and on the console. */
export function rebuildIndex(): void {
  call('search.rebuild', {}).catch((error: unknown) => console.error('Postil: the index is not made anew:', error));
}
