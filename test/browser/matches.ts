/** Names, titles and addresses are told either in full or by a pattern. */
export function matches(actual: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? actual === wanted : wanted.test(actual);
}
