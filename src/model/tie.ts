/**
 * Tells annotations apart that were changed in the same millisecond, in four bytes where an id has 36. FNV-1a, 32 bits,
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function tieOf(id: string): number {
  let hash = 0x811C9DC5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
