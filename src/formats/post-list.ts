/** Reads a list of posts: every address in a text, or one from each row of a table. */
import { type ListedPost, ListMaker, type NoPost, type PostList, addressesIn } from '../model/worklist.ts';

/** What the column with the addresses is called. */
const columnName = /^(?:(?:post|message|telegram|tg)[ _-]?)?(?:url|link|address|permalink|href)$|^(?:ссылка|адрес)(?: на)?(?: поста?)?$/i;

/** @param fileName tells tables from texts; what is pasted has none */
export async function readPostList(text: string, fileName = ''): Promise<PostList> {
  const rows = await rowsOf(text, fileName);
  return rows ? listOfRows(rows) : listOfText(text);
}

function listOfText(text: string): PostList {
  const list = new ListMaker();
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    const named = addressesIn(line);
    for (const each of named) list.take(each, i + 1);
    if (named.length === 0 && line.trim() !== '') list.take('none', i + 1);
  }
  return list.made(false);
}

/** One address from each row, for its other cells quote posts that are full of links. */
function listOfRows(rows: readonly (readonly string[])[]): PostList {
  const list = new ListMaker();
  const [head = []] = rows;
  const columns = head.flatMap((name, i) => (isColumn(name) ? [i] : []));
  const body = rows.slice(columns.length > 0 ? 1 : 0);
  const counts = new Map(columns.map((column) => [column, body.filter((row) => typeof namedIn([row[column] ?? '']) !== 'string').length]));
  const [best] = columns.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const column = best !== undefined && counts.get(best) !== 0 ? best : undefined;
  for (const [i, row] of body.entries()) {
    const number = i + 1 + rows.length - body.length;
    if (row.some((cell) => cell.trim() !== '')) list.take(namedIn(column === undefined ? row : [row[column] ?? '']), number);
  }
  return list.made(true);
}

/** The first post, or why there is none. */
function namedIn(cells: readonly string[]): ListedPost | NoPost | 'none' {
  const named = cells.flatMap(addressesIn);
  return named.find((each) => typeof each !== 'string') ?? named[0] ?? 'none';
}

function isColumn(name: string): boolean {
  return columnName.test(name.trim());
}

/** A quote opens a cell, and its line ends before another does. */
const brokenCell = /(?:^|[,;\t|])"[^"\n]*\n/m;

/**
 * The rows of a text that is a table: by its file's name, by its first line, or, where a cell goes on in the next line, since
 * nothing in it says otherwise.
 */
async function rowsOf(text: string, fileName: string): Promise<string[][] | undefined> {
  const isNamed = /\.[ct]sv$/i.test(fileName);
  const isHeaded = hasHead(text);
  if (!isNamed && !isHeaded && !brokenCell.test(text)) return undefined;
  const { default: papa } = await import('papaparse');
  const { data, errors } = papa.parse<string[]>(text);
  const [first = []] = data;
  const isEven = errors.length === 0 && first.length > 1 && data.every((row) => row.length === first.length || row.join('') === '');
  return isNamed || isHeaded || isEven ? data : undefined;
}

function hasHead(text: string): boolean {
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  const cells = line.split(/[,;\t|]/).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''));
  return cells.length > 1 && cells.some(isColumn);
}
