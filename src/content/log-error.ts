/**
 * Tells whoever looks at the console. Not of a page that has gone: its script may run on a little, and in Firefox whatever it asks
 * of the window (`innerHeight`, `setTimeout`) throws then, which is no mistake and nobody's loss.
 */
export function logError(error: unknown): void {
  if (!window.closed) console.error('Postil:', error);
}
