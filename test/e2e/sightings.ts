/** Looks at a post as pages would have had them stored, written into the database of the extension. */
import { type CaptureContent, canonicalVersion, captureId } from '../../src/model/capture.ts';
import type { Seen } from '../../src/model/history.ts';
import type { Part } from '../browser/driver.ts';

/** Without `text` and `content` it was not shown. */
export interface Look extends Partial<Omit<Seen, 'version'>> {
  at: number;
  text?: string;
  content?: Partial<CaptureContent>;
  /** Version of the reader; the first unless told. */
  reader?: number;
}

/** @param page one of the extension, with a database. Its live queries do not notice: reload it */
export async function seeAgain(page: Part, postId: number, looks: readonly Look[]): Promise<void> {
  const contents = await Promise.all(looks.map(async ({ text, content, reader = 1 }) => {
    if (text === undefined && content === undefined) return undefined;
    const whole: CaptureContent = { kinds: ['text'], channelTitle: 'Harbour Gazette', ...(text !== undefined && { text }), ...content };
    return { id: await captureId(whole), canonical: canonicalVersion, reader, content: whole };
  }));
  const seen = looks.map(({ text: _, content: __, reader: ___, ...look }, i): Seen => {
    const version = contents[i];
    return {
      url: 'https://t.me/s/harbour_gazette', page: 'feed', ...look,
      ...(version && { version: { id: version.id, canonical: version.canonical, reader: version.reader } }),
    };
  });
  await page.evaluate(async (id, rows, captures) => {
    const of = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('The database refused.')));
    });
    const db = await of(indexedDB.open('postil'));
    const stores = db.transaction(['annotations', 'captures', 'sightings'], 'readwrite');
    const annotations = await of(stores.objectStore('annotations').getAll()) as { channelRef: string; postId: number }[];
    const channelRef = annotations.find((each) => each.postId === id)?.channelRef;
    if (channelRef === undefined) throw new Error(`nothing is annotated on ${id}`);
    for (const [i, capture] of captures.entries()) {
      if (capture) await of(stores.objectStore('captures').put({ ...capture, channelRef, postId: id, at: rows[i]?.at }));
    }
    await of(stores.objectStore('sightings').put({ channelRef, postId: id, seen: rows, notable: rows.at(-1)?.at ?? 0 }));
    db.close();
  }, postId, seen, contents);
}
