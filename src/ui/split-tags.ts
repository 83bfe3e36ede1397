/** What separates typed tags: the comma of any script, and line breaks, as pasted lists have them. */
const separator = /[,،，、\n]/u;

export function isTagSeparator(key: string): boolean {
  return key.length === 1 && separator.test(key);
}

/** Whole tags and what is left to go on typing: `"a, b, c"` is `a` and `b` with `c` pending. */
export function splitTyped(value: string): { complete: string[]; pending: string } {
  const parts = value.split(separator);
  return { complete: parts.slice(0, -1), pending: parts.at(-1) ?? '' };
}
