/** Somewhere within a value that is made of objects and lists. */
export interface Place {
  holder: object;
  key: string;
}

export function placesIn(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return found;
  for (const key of Object.keys(value)) {
    found.push({ holder: value, key });
    placesIn(Reflect.get(value, key), found);
  }
  return found;
}

/** Not by assignment, which under `__proto__` would make a prototype of it. */
export function putAt({ holder, key }: Place, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}
