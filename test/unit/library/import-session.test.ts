import { expect, it, vi } from 'vitest';
import { ImportSession, type ImportState } from '../../../src/library/import-session.ts';
import type { Importer } from '../../../src/store/importer.ts';

vi.mock('../../../src/ui/lock.ts', () => ({ acquireLock: async () => () => undefined }));
vi.mock('../../../src/webext/rev.ts', () => ({ bumpRev: async () => undefined }));
vi.mock('../../../src/store/search/maintain.ts', () => ({ indexLock: 'index' }));

it('a file that is chosen before it is known whether an import broke off is not taken for one that did', async () => {
  const done: string[] = [];
  let look = (): void => undefined;
  const looked = new Promise<void>((resolve) => { look = resolve; });
  const importer = {
    progress: async () => {
      await looked;
      done.push('looked');
      return undefined;
    },
    stage: async () => {
      done.push('staged');
      throw new Error('no file of ours');
    },
    forget: async () => { done.push('forgotten'); },
  } as unknown as Importer;
  const states: ImportState['name'][] = [];
  const session = new ImportSession(importer, ({ name }) => states.push(name));
  const resumed = session.resume();
  const started = session.start(new File(['{}'], 'notes.json'));
  await new Promise((resolve) => { setTimeout(resolve); });
  look();
  await Promise.all([resumed, started]);
  expect(done).toEqual(['looked', 'staged']);
  expect(states.at(-1)).toBe('refused');
});
