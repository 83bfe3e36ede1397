/**
 * What an import brings, in the model's own terms, and what becomes of it.
 *
 * Whether an annotation is the same as one that is here is told by its place: author, post and target. Its id says
 * nothing about that, for one author with two computers annotates the same post under two ids.
 */
import * as v from 'valibot';
import type { Annotation, Body } from './annotation.ts';
import type { Capture } from './capture.ts';
import { type Channel, currentHandle } from './channel.ts';
import type { Seen } from './history.ts';
import { handleKey } from './identity.ts';
import type { PostKey } from './post.ts';
import type { Tag } from './tag.ts';
import type { Author } from './view.ts';

export type ChannelName = Pick<PostKey, 'handle' | 'telegramId'>;
export type ImportedChannel = Omit<Channel, 'id'>;
/** A file may give a tag by its name alone. */
export type ImportedTag = Pick<Tag, 'name'> & Partial<Omit<Tag, 'name' | 'deletedAt' | 'mergedInto'>>;

/** All of a file but its annotations. */
export interface ImportHead {
  /** Id of the author who exported. */
  owner?: string;
  authors: Author[];
  tags: ImportedTag[];
  channels: ImportedChannel[];
}

/** One annotation of a file; what it points to is named. */
export interface ImportEntry {
  /** Its place in the file, from 1. */
  position: number;
  /** Absent: whoever imports. */
  author?: string;
  channel: ChannelName;
  tags: string[];
  annotation: Omit<Annotation, 'authorId' | 'channelRef' | 'tagIds'>;
  capture: ImportedCapture;
  /** What became of the post. `versions` are its other contents. */
  history?: ImportedHistory;
}

export type ImportedCapture = Omit<Capture, 'channelRef' | 'postId'>;
export interface ImportedHistory {
  versions: ImportedCapture[];
  seen: Seen[];
}

/** The lists of a file that can hold what cannot be read. */
export type ImportPart = 'annotations' | 'authors' | 'tags' | 'channels';

/** Why a part of a file is left out. `path` leads to the field: `post.publishedAt`. */
export type RejectionReason =
  | { code: 'missing' | 'invalid' | 'time' | 'tag-name' | 'half-character' | 'proto' | 'too-deep'; path: string }
  | { code: 'too-long'; path: string; length: number; limit: number }
  /** In a file of lines. `line` is that of the file, from 1. */
  | { code: 'not-json' | 'long-line'; line: number }
  /** Two have one id, and nothing tells which is meant. */
  | { code: 'same-id'; position: number };

export interface Rejection {
  part: ImportPart;
  /** From 1. 0 when the list itself is none. */
  position: number;
  reason: RejectionReason;
}

/** What reading a file gives, piece by piece. */
export type ImportPiece = { entry: ImportEntry } | { rejection: Rejection };

/** Whose annotations those of the file's owner are to be. */
export const ownerships = ['mine', 'theirs'] as const;
export const Ownership = v.picklist(ownerships);
export type Ownership = v.InferOutput<typeof Ownership>;

/** Which text stays where mine and the file's differ; `both` are notes joined and tags united. */
export const resolutions = ['mine', 'theirs', 'both'] as const;
export const Resolution = v.picklist(resolutions);
export type Resolution = v.InferOutput<typeof Resolution>;

/** What the reader of a plan decided. */
export interface ImportChoices {
  ownership: Ownership;
  /** For every conflict that `byId` does not name. */
  resolution: Resolution;
  /** By the id that the annotation has in the file. */
  byId: Readonly<Record<string, Resolution>>;
}

/** One annotation that says something else here than in the file. */
export interface ImportConflict {
  /** In the file. */
  id: string;
  position: number;
  channel: ChannelName & { title?: string };
  postId: number;
  mine: Body;
  theirs: Body;
}

/** What an import would do, before it does anything. */
export interface ImportPlan {
  added: number;
  identical: number;
  conflicts: ImportConflict[];
  /** Whose annotations the file holds, most first. */
  authors: { author: Author; mine: boolean; count: number }[];
}

/** What an import did. Of the conflicts: `kept` stayed mine, `replaced` are theirs now, `joined` hold both. */
export const ImportTally = v.object({
  added: v.number(), identical: v.number(), kept: v.number(), replaced: v.number(), joined: v.number(),
});
export type ImportTally = v.InferOutput<typeof ImportTally>;

/** Every key of T, the optional ones too. */
type EveryKey<T> = { [K in keyof Required<T>]: T[K] | undefined };

/**
 * A T made field by field, absent ones given as undefined: the compiler then misses a field that was added to T and
 * forgotten here, an optional one too.
 */
export function whole<T extends object>(fields: EveryKey<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** What is left of an object when every field was taken out of it: the compiler misses a field that was added and not taken. */
export type Nothing = Record<string, never>;

/**
 * Which channel of the file an entry means: by number when the entry tells it, else the one without number, else the one
 * that has the handle now.
 * @returns an index into `channels`, -1 when the file does not list it
 */
export function channelIndex({ handle, telegramId }: ChannelName, channels: readonly ImportedChannel[]): number {
  if (telegramId !== undefined) return channels.findIndex((channel) => channel.telegramId === telegramId);
  const key = handleKey(handle);
  const unnumbered = channels.findIndex((channel) => (
    channel.telegramId === undefined && channel.handles.some((use) => handleKey(use.name) === key)
  ));
  return unnumbered >= 0 ? unnumbered : channels.findIndex((channel) => handleKey(currentHandle(channel)) === key);
}
