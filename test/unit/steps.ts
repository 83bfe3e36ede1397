import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie';
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

/** Has each write told of before it is made, with the name of its table. */
export function withWrites(db: Database, onWrite: (table: string, request: DBCoreMutateRequest) => void): Database {
  db.use({
    stack: 'dbcore',
    name: 'writes',
    create: (core: DBCore) => ({
      ...core,
      table(name: string): DBCoreTable {
        const table = core.table(name);
        return {
          ...table,
          // No async function: run side by side with others, it makes Dexie lose its transaction.
          mutate: (request) => {
            onWrite(name, request);
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return db;
}
