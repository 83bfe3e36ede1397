import { expect, it, vi } from 'vitest';
import { noQuery } from '../../../src/model/query.ts';
import { setOwnName } from '../../../src/store/authors.ts';
import { find } from '../../../src/store/find.ts';
import { live } from '../../../src/store/live.ts';
import { tagRow } from '../../../src/store/schema.ts';
import { annotate, connect } from '../database.ts';

it('names that are changed elsewhere are at once those of a list that has read them before', async () => {
  const [db, elsewhere] = [connect(), connect()];
  await annotate(elsewhere, { tags: ['ports'], note: 'one' });
  const told: string[] = [];
  const leave = live(db, () => find(db, noQuery, { offset: 0, limit: 5 }))(({ views }) => {
    told.push(views.map(({ tags, author }) => `${tags.map(({ name }) => name).join()} by ${author.name ?? 'nobody'}`).join());
  }, (error) => { throw error; });
  await vi.waitFor(() => { expect(told.at(-1)).toBe('ports by nobody'); });
  await find(db, noQuery, { offset: 0, limit: 5 });

  const [tag] = await elsewhere.tags.toArray();
  if (tag) await elsewhere.tags.put(tagRow({ ...tag, name: 'harbours' }));
  await vi.waitFor(() => { expect(told.at(-1)).toBe('harbours by nobody'); });
  await setOwnName(elsewhere, 'Ann');
  await vi.waitFor(() => { expect(told.at(-1)).toBe('harbours by Ann'); });
  leave();
});
