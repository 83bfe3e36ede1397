/**
 * The CSV export, for spreadsheets and statistics: UTF-8, RFC 4180, a row of names first, every cell in quotes, rows end in CR LF.
 * https://www.rfc-editor.org/rfc/rfc4180
 *
 * | column | what it holds |
 * |---|---|
 * | `id` | of the annotation |
 * | `url` | the post's canonical address |
 * | `channel`, `channel_id`, `channel_title` | the name in the address, Telegram's number, the title |
 * | `post_id` | the post's number in the channel |
 * | `published_at` | when the post was published |
 * | `post_author`, `forwarded_from` | who signed the post, where it is from |
 * | `kinds` | what the post is made of, as `text; photo` |
 * | `post_text` | what it said |
 * | `quote` | the stretch of it that the annotation is about, when it is not about all |
 * | `tags` | as `ports; low tide`; with a row for each tag the column is `tag`, and holds one |
 * | `note` | as written |
 * | `annotation_author` | the name of whoever wrote it, else the id |
 * | `created_at`, `updated_at` | of the annotation |
 * | `captured_at` | when the post said this |
 *
 * Times are ISO 8601 UTC. What is not known is an empty cell. A line break within a cell is LF; other control characters but the
 * tab, U+FFFE and U+FFFF are left out, since the files of spreadsheets cannot hold them. A cell that a spreadsheet would
 * take for a formula begins with `'`. Spreadsheets cut what is too long for a cell of theirs (Excel after 32,767 characters,
 * LibreOffice up to 7 after 65,535).
 */
import { canonicalUrl } from '../model/identity.ts';
import { currentHandle } from '../model/channel.ts';
import type { AnnotationView, ExportSource } from '../model/view.ts';
import { iso } from './iso-time.ts';

export interface CsvOptions {
  /** A byte order mark first: by it Excel knows that the file is UTF-8. */
  bom?: boolean;
  /** One row for each annotation and tag, and one for an annotation without any; else one for each annotation. */
  rowPerTag?: boolean;
}

type Cell = string | number | undefined;

const beforeTags: Readonly<Record<string, (view: AnnotationView) => Cell>> = {
  id: ({ annotation }) => annotation.id,
  url: ({ channel, annotation: { postId } }) => canonicalUrl({ handle: currentHandle(channel), postId }),
  channel: ({ channel }) => currentHandle(channel),
  channel_id: ({ channel }) => channel.telegramId,
  channel_title: ({ channel }) => channel.title,
  post_id: ({ annotation }) => annotation.postId,
  published_at: ({ capture: { content } }) => (content.publishedAt === undefined ? undefined : iso(content.publishedAt)),
  post_author: ({ capture: { content } }) => content.signature,
  forwarded_from: ({ capture: { content } }) => content.forwardedFrom?.name,
  kinds: ({ capture: { content } }) => list(content.kinds),
  post_text: ({ capture: { content } }) => content.text,
  quote: ({ annotation: { target } }) => (target.kind === 'quote' ? target.exact : undefined),
};

const afterTags: Readonly<Record<string, (view: AnnotationView) => Cell>> = {
  note: ({ annotation }) => annotation.note,
  annotation_author: ({ author }) => author.name ?? author.id,
  created_at: ({ annotation }) => iso(annotation.createdAt),
  updated_at: ({ annotation }) => iso(annotation.updatedAt),
  captured_at: ({ capture }) => iso(capture.at),
};

export async function* exportCsv(source: ExportSource, { bom = false, rowPerTag = false }: CsvOptions = {}): AsyncGenerator<string> {
  const mark = bom ? '\ufeff' : '';
  yield mark + row([...Object.keys(beforeTags), rowPerTag ? 'tag' : 'tags', ...Object.keys(afterTags)]);
  for await (const views of source.annotations) yield views.flatMap((view) => rowsOf(view, rowPerTag)).join('');
}

function rowsOf(view: AnnotationView, rowPerTag: boolean): string[] {
  const before = Object.values(beforeTags).map((cell) => cell(view));
  const after = Object.values(afterTags).map((cell) => cell(view));
  const names = view.tags.map(({ name }) => name);
  const tagCells = rowPerTag && names.length > 0 ? names : [list(names)];
  return tagCells.map((tags) => row([...before, tags, ...after]));
}

function list(values: readonly string[]): string {
  return values.join('; ');
}

function row(cells: readonly Cell[]): string {
  return `${cells.map((cell) => `"${safe(String(cell ?? '')).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

const unholdable = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu;

/**
 * What begins a formula in some spreadsheet, or begins with what is skipped before it; with `'` before it, too, so that taking
 * one `'` away gives back what was there.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^'*(?:[\t\n]|[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

function safe(text: string): string {
  const cell = text.replace(/\r\n?/g, '\n').replace(unholdable, '');
  return formula.test(cell) ? `'${cell}` : cell;
}
