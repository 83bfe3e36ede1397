/** Takes a file in, without touching anything that is there. */
import { type ImportEntry, type ImportHead, type ImportPiece, type ImportedChannel, type Rejection, channelIndex } from '../model/import.ts';
import { currentHandle } from '../model/channel.ts';
import { handleKey } from '../model/identity.ts';
import { tagKey } from '../model/tag.ts';
import { type ImportProgress, type ImportRow, headKey, startProgress } from './imports.ts';
import type { Database } from './schema.ts';

/** Few enough for a transaction that does not hold up a save, enough to be quick. */
const chunkSize = 250;

export interface Staged {
  progress: ImportProgress;
  head: ImportHead;
  rejections: Rejection[];
}

/**
 * @param parts what is read of the file, as it comes; fails as they do, and then nothing is kept
 * @param onEntries is told how many annotations were taken in so far
 */
export async function stageImport(
  db: Database, file: string, parts: AsyncGenerator<ImportPiece, ImportHead>,
  { signal, onEntries }: { signal: AbortSignal; onEntries: (count: number) => void },
): Promise<Staged> {
  const started = await startProgress(db, file);
  const rejections: Rejection[] = [];
  const positions = new Map<string, number>();
  const excluded = new Set<string>();
  const named = new Named();
  let key = headKey;
  let waiting: ImportEntry[] = [];
  // In a transaction, which asks for room first.
  const keep = (rows: readonly ImportRow[]) => db.transaction('rw', db.imports, async () => {
    await db.imports.bulkPut(rows);
  });
  const flush = async () => {
    if (waiting.length > 0) await keep([{ key: ++key, entries: waiting }]);
    waiting = [];
    onEntries(positions.size);
  };
  try {
    let next = await parts.next();
    for (; !next.done; next = await parts.next()) {
      signal.throwIfAborted();
      if ('rejection' in next.value) {
        rejections.push(next.value.rejection);
        continue;
      }
      const { entry } = next.value;
      const { id } = entry.annotation;
      const before = positions.get(id);
      if (before !== undefined) {
        if (!excluded.has(id)) rejections.push(sameId(before, entry.position));
        rejections.push(sameId(entry.position, before));
        excluded.add(id);
        continue;
      }
      positions.set(id, entry.position);
      named.add(entry);
      waiting.push(entry);
      if (waiting.length === chunkSize) await flush();
    }
    await flush();
    const head = named.complete(next.value);
    const progress: ImportProgress = {
      ...started, phase: 'ready', rows: key, annotations: positions.size - excluded.size, anonymous: named.anonymous, excluded: [...excluded],
    };
    await keep([{ key: headKey, head }, progress]);
    rejections.sort((a, b) => a.position - b.position);
    return { progress, head, rejections };
  } catch (error) {
    await db.imports.clear();
    throw error;
  }
}

function sameId(position: number, other: number): Rejection {
  return { part: 'annotations', position, reason: { code: 'same-id', position: other } };
}

/** What the annotations name and the lists of the file may lack. */
class Named {
  anonymous = false;
  readonly #authors = new Set<string>();
  readonly #tags = new Map<string, string>();
  readonly #channels = new Map<string, ImportedChannel>();

  add({ author, tags, channel, annotation, capture }: ImportEntry): void {
    if (author === undefined) this.anonymous = true;
    else this.#authors.add(author);
    for (const name of tags) this.#tags.set(tagKey(name), name);
    const { handle, telegramId } = channel;
    const key = `${telegramId ?? ''} ${handleKey(handle)}`;
    if (this.#channels.has(key)) return;
    const { channelTitle: title } = capture.content;
    const { at } = annotation.seen;
    this.#channels.set(key, {
      handles: [{ name: handle, firstSeen: at, lastSeen: at }],
      ...(telegramId !== undefined && { telegramId }), ...(title !== undefined && { title }),
    });
  }

  /** The head with everything that the annotations name, each once. */
  complete(head: ImportHead): ImportHead {
    const authors = [...head.authors, ...[...this.#authors, ...(head.owner === undefined ? [] : [head.owner])].map((id) => ({ id }))];
    const tags = [...head.tags, ...[...this.#tags.values()].map((name) => ({ name }))];
    const channels: ImportedChannel[] = [];
    for (const channel of [...head.channels, ...this.#channels.values()]) {
      const { telegramId } = channel;
      const name = { handle: currentHandle(channel), ...(telegramId !== undefined && { telegramId }) };
      if (channelIndex(name, channels) < 0) channels.push(channel);
    }
    return { ...head, authors: firstOfEach(authors, ({ id }) => id), tags: firstOfEach(tags, ({ name }) => tagKey(name)), channels };
  }
}

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}
