/** What a CSV export must say, cell by cell, made another way than the export makes it. */
import type { CsvOptions } from '../../src/formats/csv.ts';
import type { AnnotationView } from '../../src/model/view.ts';

const time = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString());

/** Without what a spreadsheet cannot hold. */
function holdable(text: string): string {
  const kept = [...text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')].filter((char) => {
    const code = char.codePointAt(0) ?? 0;
    return char === '\t' || char === '\n' || !(code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfffe || code === 0xffff);
  });
  return kept.join('');
}

const skipped = /[\s\p{C}]/u;
const dangerous = '=+-@＝＋－＠﹦﹢﹣﹫';

function guarded(text: string): string {
  const chars = [...text];
  const mark = chars.findIndex((char) => char !== "'");
  const rest = mark < 0 ? [] : chars.slice(mark);
  const first = rest.find((char) => !skipped.test(char));
  return rest[0] === '\t' || rest[0] === '\n' || (first !== undefined && dangerous.includes(first)) ? `'${text}` : text;
}

/** The text of a cell, as the documentation says to read it. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && guarded(cell.slice(1)) === cell ? cell.slice(1) : cell;
}

export function expectedRows(views: readonly AnnotationView[], { rowPerTag = false }: CsvOptions = {}): string[][] {
  const head = [
    'id', 'url', 'channel', 'channel_id', 'channel_title', 'post_id', 'published_at', 'post_author', 'forwarded_from', 'kinds', 'post_text', 'quote',
    rowPerTag ? 'tag' : 'tags', 'note', 'annotation_author', 'created_at', 'updated_at', 'captured_at',
  ];
  return [head, ...views.flatMap(({ annotation, author, channel, capture: { at, content }, tags }) => {
    const { id, postId, note, createdAt, updatedAt, target } = annotation;
    const handle = channel.handles.at(-1)?.name ?? '';
    const names = tags.map(({ name }) => name);
    return (rowPerTag && names.length > 0 ? names : [names.join('; ')]).map((tag) => [
      id, `https://t.me/${handle}/${postId}`, handle, String(channel.telegramId ?? ''), channel.title ?? '', String(postId), time(content.publishedAt),
      content.signature ?? '', content.forwardedFrom?.name ?? '', content.kinds.join('; '), content.text ?? '', target.kind === 'quote' ? target.exact : '', tag,
      note, author.name ?? author.id, time(createdAt), time(updatedAt), time(at),
    ].map((cell) => guarded(holdable(cell))));
  })];
}
