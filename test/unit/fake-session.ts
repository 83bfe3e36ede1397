/** In place of the browser's session store: what goes in comes out as a copy. */
let store = new Map<string, unknown>();

export async function readSession(): Promise<Record<string, unknown>> {
  return structuredClone(Object.fromEntries(store));
}

export async function writeSession(key: string, value: unknown): Promise<void> {
  store.set(key, structuredClone(value));
}

export async function forgetSession(keys: readonly string[]): Promise<void> {
  for (const key of keys) store.delete(key);
}

export function clearSession(): void {
  store = new Map();
}
