/** Whose annotations are whose. Each installation is one author, made when it is first needed. */
import type { Author } from '../model/view.ts';
import type { Database } from './schema.ts';

/** Name of the option that holds the id of the author who writes here. */
export const ownIdOption = 'ownAuthorId';

export async function ownAuthorId(db: Database): Promise<string | undefined> {
  const id = (await db.options.get(ownIdOption))?.value;
  return typeof id === 'string' ? id : undefined;
}

/** The next annotation is a new author's. Runs in the caller's transaction. */
export async function forgetOwnAuthor(db: Database): Promise<void> {
  await db.options.delete(ownIdOption);
}

/** Runs in the caller's transaction. */
export async function ensureOwnAuthor(db: Database): Promise<Author> {
  const id = await ownAuthorId(db);
  const known = id === undefined ? undefined : await db.authors.get(id);
  return known ?? makeOwnAuthor(db);
}

/** Runs in the caller's transaction. */
export async function makeOwnAuthor(db: Database): Promise<Author> {
  const author: Author = { id: crypto.randomUUID() };
  await db.authors.add(author);
  await adoptOwnAuthor(db, author.id);
  return author;
}

/** What the author who writes here is called; undefined as long as they have not said. */
export async function ownName(db: Database): Promise<string | undefined> {
  const id = await ownAuthorId(db);
  return id === undefined ? undefined : (await db.authors.get(id))?.name;
}

/** @param name empty for none */
export async function setOwnName(db: Database, name: string): Promise<void> {
  await db.transaction('rw', db.authors, db.options, async () => {
    const { id } = await ensureOwnAuthor(db);
    await db.authors.put({ id, ...(name !== '' && { name }) });
  });
}

/** Makes an author of that id the one of this installation. Runs in the caller's transaction. */
export async function adoptOwnAuthor(db: Database, id: string): Promise<void> {
  await db.options.put({ name: ownIdOption, value: id });
}
