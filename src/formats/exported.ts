/**
 * What our own files say of an annotation and of all else, as values that JSON can write. Described by
 * `public/export.schema.json`. Times are ISO 8601 UTC, offsets UTF-16 units.
 */
import type { Capture, CaptureContent } from '../model/capture.ts';
import { canonicalUrl } from '../model/identity.ts';
import { type Channel, currentHandle } from '../model/channel.ts';
import type { Seen } from '../model/history.ts';
import type { Nothing } from '../model/import.ts';
import type { Sighting } from '../model/post.ts';
import type { Tag } from '../model/tag.ts';
import type { ExportSource, ExportedView, PostHistory } from '../model/view.ts';
import { iso } from './iso-time.ts';

export const formatVersion = 1;

export interface ExportInfo {
  now: number;
  /** Name and version of the program that writes. */
  generator: string;
}

/** All of a file but its annotations. */
export function exportedHead({ owner, authors, tags, channels }: ExportSource, { now, generator }: ExportInfo): object {
  return {
    format: 'postil',
    version: formatVersion,
    exportedAt: iso(now),
    generator,
    ...(owner !== undefined && { owner }),
    authors,
    tags: tags.map(exportedTag),
    channels: channels.map(exportedChannel),
  };
}

// Each takes out every field by name, and what is left must be nothing: a field that is added to the model and forgotten
// here does not compile. `read-parts.ts` has the like for the way back.

function exportedTag(tag: Tag): object {
  const { id, name, colour, description, pin, createdAt, updatedAt, rev, deletedAt: _, mergedInto: __, ...rest } = tag;
  const forgotten: Nothing = rest;
  return {
    id,
    name,
    ...(colour !== undefined && { colour }),
    ...(description !== undefined && { description }),
    ...(pin !== undefined && { pin }),
    rev,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    ...forgotten,
  };
}

function exportedChannel({ id: _, telegramId, title, handles, ...rest }: Channel): object {
  const forgotten: Nothing = rest;
  return {
    ...(telegramId !== undefined && { channelId: telegramId }),
    ...(title !== undefined && { title }),
    handles: handles.map(({ name, firstSeen, lastSeen }) => ({ name, firstSeen: iso(firstSeen), lastSeen: iso(lastSeen) })),
    ...forgotten,
  };
}

export function exportedAnnotation({ annotation, channel, capture, tags, history }: ExportedView): object {
  const {
    id, authorId, channelRef: _, postId, captureId: __, target, tagIds: ___, note, createdAt, updatedAt, rev, deletedAt: ____, seen,
    ...rest
  } = annotation;
  const forgotten: Nothing = rest;
  return {
    id,
    author: authorId,
    post: exportedPost(channel, postId, capture),
    capture: exportedCapture(capture),
    target,
    tags: tags.map((tag) => tag.name),
    note,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    rev,
    seen: exportedSighting(seen),
    ...(history && { history: exportedHistory(history) }),
    ...forgotten,
  };
}

function exportedPost(channel: Channel, postId: number, { content }: Capture): object {
  const handle = currentHandle(channel);
  return {
    channel: handle,
    ...(channel.telegramId !== undefined && { channelId: channel.telegramId }),
    postId,
    url: canonicalUrl({ handle, postId }),
    ...exportedContent(content),
  };
}

function exportedContent({ publishedAt, signature, ...others }: CaptureContent): object {
  return {
    ...(publishedAt !== undefined && { publishedAt: iso(publishedAt) }),
    ...(signature !== undefined && { author: signature }),
    ...others,
  };
}

function exportedCapture({ id, channelRef: _, postId: __, canonical, reader, at, content: ___, ...rest }: Capture): object {
  const forgotten: Nothing = rest;
  return { id, canonical, reader, at: iso(at), ...forgotten };
}

function exportedSighting({ at, serverTime, ...others }: Sighting): object {
  return { at: iso(at), ...(serverTime !== undefined && { serverTime: iso(serverTime) }), ...others };
}

function exportedHistory({ versions, seen, ...rest }: PostHistory): object {
  const forgotten: Nothing = rest;
  return {
    versions: versions.map((version) => ({ ...exportedCapture(version), ...exportedContent(version.content) })),
    seen: seen.map(exportedLook),
    ...forgotten,
  };
}

function exportedLook({ version, ...sighting }: Seen): object {
  return { ...exportedSighting(sighting), ...(version && { version }) };
}
