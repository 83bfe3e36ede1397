/** What lies in the database, read behind the extension's back. */
import type { Part } from '../browser/driver.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * All rows of these tables, in one transaction, as JSON has them: Firefox takes its time to send thousands of objects each by
 * itself. `page` is one of the extension, which has made the database.
 */
export async function storedRows<Name extends string>(page: Part, ...names: readonly Name[]): Promise<Record<Name, Row[]>> {
  const text = await page.evaluate((wanted) => new Promise<string>((resolve, reject) => {
    const opening = indexedDB.open('postil');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction(wanted);
      const requests = wanted.map((name) => [name, transaction.objectStore(name).getAll() as IDBRequest<Row[]>] as const);
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        db.close();
        resolve(JSON.stringify(Object.fromEntries(requests.map(([name, { result }]) => [name, result]))));
      };
    };
  }), [...names]);
  return JSON.parse(text) as Record<Name, Row[]>;
}
