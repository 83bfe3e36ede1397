/** A save until it is on disk: by the store, by a bare put of the same record, and by way of the worker. */
import { type OfferedPost, saveOnPost } from '../../../../src/store/annotations.ts';
import { Database } from '../../../../src/store/schema.ts';
import type { Body, Target } from '../../../../src/model/annotation.ts';
import { putBare } from './floor.ts';

export interface Saving {
  offered: OfferedPost;
  body: Body;
}

export interface SaveTimes {
  store: number;
  bare: number;
  worker: number;
}

const target: Target = { kind: 'post' };

/** Each pair: one is saved by the store, beside a bare put of what that made, the other by way of the worker. */
export async function saveAll(pairs: readonly (readonly [Saving, Saving])[]): Promise<SaveTimes[]> {
  const strict = new Database('strict');
  await strict.open();
  const times: SaveTimes[] = [];
  for (const [one, other] of pairs) {
    const [store, id] = await timed(async () => {
      const outcome = await saveOnPost(strict, one.offered, target, one.body, 0, { now: Date.now(), app: '0.1.0' });
      if (outcome.status !== 'saved') throw new Error('a conflict, where nothing was');
      return outcome.id;
    });
    const row = await strict.annotations.get(id);
    if (!row) throw new Error('saved, and not there');
    const bare = await putBare(row);
    const [worker, answer] = await timed(() => send({ call: 'annotation.saveOnPost', args: { ...other, target, rev: 0 } }));
    if (answer?.ok !== true) throw new Error(`not saved: ${JSON.stringify(answer)}`);
    times.push({ store, bare, worker });
  }
  return times;
}

async function timed<T>(work: () => Promise<T>): Promise<[time: number, result: T]> {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
}

async function send(message: unknown): Promise<{ ok?: boolean } | undefined> {
  const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: boolean }> } } };
  return await chrome.runtime.sendMessage(message);
}
