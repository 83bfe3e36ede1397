import type { DBCore, DBCoreTable } from 'dexie';
import type { Database } from '../../src/store/schema.ts';

/** Has each use of the database told of before it is made; what is thrown then comes in its place. */
export function withSteps(db: Database, onStep: () => void): Database {
  db.use({
    stack: 'dbcore',
    name: 'steps',
    create: (core: DBCore) => ({
      ...core,
      table(name: string): DBCoreTable {
        const table = core.table(name);
        const counted = <Request, Answer>(work: (request: Request) => PromiseLike<Answer>) => (request: Request) => {
          onStep();
          return work(request);
        };
        return {
          ...table,
          mutate: counted(table.mutate), get: counted(table.get), getMany: counted(table.getMany),
          query: counted(table.query), openCursor: counted(table.openCursor), count: counted(table.count),
        } as DBCoreTable;
      },
    }),
  });
  return db;
}
