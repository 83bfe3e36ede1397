/** Writing tags as somebody worked out that they are to be (`model/tag-changes.ts`). */
import { Tag } from '../model/tag.ts';
import { countChanges } from './backup.ts';
import { type Database, type TagRow, tagRow } from './schema.ts';

/**
 * All of them or none. What stands as wanted already is left alone, so that the same may be asked for twice.
 * @returns whether they stand now as wanted; not so when one of them was changed meanwhile, or its name is another's
 */
export function writeTags(db: Database, wanted: readonly Tag[], now: number): Promise<boolean> {
  return db.transaction('rw', [db.tags, db.options], async () => {
    const stored = new Map((await db.tags.toArray()).map((row) => [row.id, row]));
    const changes = wanted.filter((tag) => !isSame(tag, stored.get(tag.id)));
    if (changes.some((tag) => tag.rev !== (stored.get(tag.id)?.rev ?? 0) + 1)) return false;
    const rows = changes.map(tagRow);
    if (!isSound(rows, new Map([...stored, ...rows.map((row): [string, TagRow] => [row.id, row])]))) return false;
    // A name that one gives up another may take: no two may have it in between.
    if (rows.length > 1) await db.tags.bulkPut(rows.map(({ key: _, ...row }) => row));
    await db.tags.bulkPut(rows);
    await countChanges(db, rows.length, now);
    return true;
  });
}

const fields = Object.keys(Tag.entries) as (keyof Tag)[];

function isSame(tag: Tag, row: TagRow | undefined): boolean {
  return row !== undefined && fields.every((field) => tag[field] === row[field]);
}

/** No two living ones of a name, and none merged in a circle, or into one that is deleted or not there. @param all there are to be, `rows` among them */
function isSound(rows: readonly TagRow[], all: ReadonlyMap<string, TagRow>): boolean {
  const keys = [...all.values()].flatMap(({ key }) => key ?? []);
  if (new Set(keys).size < keys.length) return false;
  return rows.every(({ mergedInto }) => {
    const passed = new Set<string>();
    for (let id = mergedInto; id !== undefined; id = all.get(id)?.mergedInto) {
      const into = all.get(id);
      if (!into || into.deletedAt !== undefined || passed.has(id)) return false;
      passed.add(id);
    }
    return true;
  });
}
