/**
 * The JSON export: everything but drafts and originals, for people and programs that know nothing of Postil.
 * Described by `public/export.schema.json`. Times are ISO 8601 UTC, offsets UTF-16 units.
 */
import { canonicalUrl } from '../model/identity.ts';
import { type Channel, currentHandle } from '../model/channel.ts';
import type { Tag } from '../model/tag.ts';
import type { AnnotationView, ExportSource } from '../model/view.ts';

export const formatVersion = 1;

export interface ExportInfo {
  now: number;
  /** Name and version of the program that writes. */
  generator: string;
}

/** `postil-YYYY-MM-DD.json`, by the UTC date. */
export function exportFileName(now: number): string {
  return `postil-${iso(now).slice(0, 10)}.json`;
}

/** The file in pieces, so that no more than one annotation need be in memory at a time. */
export async function* exportJson(source: ExportSource, { now, generator }: ExportInfo): AsyncGenerator<string> {
  const head = {
    format: 'postil',
    version: formatVersion,
    exportedAt: iso(now),
    generator,
    ...(source.owner !== undefined && { owner: source.owner }),
    authors: source.authors,
    tags: source.tags.map(exportedTag),
    channels: source.channels.map(exportedChannel),
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "annotations": [`;
  let separator = '\n';
  for await (const view of source.annotations) {
    yield separator + indent(JSON.stringify(exportedAnnotation(view), null, 2), '    ');
    separator = ',\n';
  }
  yield '\n  ]\n}\n';
}

function exportedTag({ createdAt, updatedAt, ...tag }: Tag): object {
  return { ...tag, createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}

function exportedChannel({ telegramId, title, handles }: Channel): object {
  return {
    ...(telegramId !== undefined && { channelId: telegramId }),
    ...(title !== undefined && { title }),
    handles: handles.map(({ name, firstSeen, lastSeen }) => ({ name, firstSeen: iso(firstSeen), lastSeen: iso(lastSeen) })),
  };
}

function exportedAnnotation({ annotation, channel, capture, tags }: AnnotationView): object {
  const { publishedAt, signature, ...content } = capture.content;
  const { at, serverTime, ...seen } = annotation.seen;
  const handle = currentHandle(channel);
  return {
    id: annotation.id,
    author: annotation.authorId,
    post: {
      channel: handle,
      ...(channel.telegramId !== undefined && { channelId: channel.telegramId }),
      postId: annotation.postId,
      url: canonicalUrl({ handle, postId: annotation.postId }),
      ...(publishedAt !== undefined && { publishedAt: iso(publishedAt) }),
      ...(signature !== undefined && { author: signature }),
      ...content,
    },
    capture: { id: capture.id, canonical: capture.canonical, reader: capture.reader, at: iso(capture.at) },
    target: annotation.target,
    tags: tags.map((tag) => tag.name),
    note: annotation.note,
    createdAt: iso(annotation.createdAt),
    updatedAt: iso(annotation.updatedAt),
    rev: annotation.rev,
    seen: { at: iso(at), ...(serverTime !== undefined && { serverTime: iso(serverTime) }), ...seen },
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

/**
 * JSON has no `\n` inside strings, so that indenting its lines changes no value. It may have U+2028 there, which `^` in
 * a regular expression would take for a line break.
 */
function indent(json: string, by: string): string {
  return by + json.replaceAll('\n', `\n${by}`);
}
