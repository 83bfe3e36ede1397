/** The fields of a JSON export, as they are read back. What `public/export.schema.json` says, and as much more as can be guessed. */
import * as v from 'valibot';
import { Body, Target } from '../model/annotation.ts';
import { CaptureId } from '../model/capture.ts';
import { Version } from '../model/history.ts';
import { Id } from '../model/id.ts';
import { Handle, Post, PostId, Sighting, TelegramId } from '../model/post.ts';
import { TagName, TagPin } from '../model/tag.ts';
import { IsoTime } from './iso-time.ts';

const shortText = v.pipe(v.string(), v.maxLength(1_000));
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const FileAuthor = v.object({ id: Id, name: v.exactOptional(shortText) });

/** Where a name stands alone, it is a tag of which no more is known. */
export const FileTagName = v.pipe(TagName, v.transform((name) => ({ name })));

export const FileTag = v.object({
  id: v.exactOptional(Id),
  name: TagName,
  colour: v.exactOptional(shortText),
  description: v.exactOptional(shortText),
  pin: v.exactOptional(TagPin),
  createdAt: v.exactOptional(IsoTime),
  updatedAt: v.exactOptional(IsoTime),
  rev: v.exactOptional(revision),
});

export const FileChannel = v.object({
  channelId: v.exactOptional(TelegramId),
  title: v.exactOptional(shortText),
  handles: v.pipe(v.array(v.object({ name: Handle, firstSeen: IsoTime, lastSeen: IsoTime })), v.minLength(1)),
});

/** All fields of a post but those that the file names differently, so that one added to the model is read back, too. */
const samePostFields = v.omit(Post, ['handle', 'telegramId', 'postId', 'publishedAt', 'signature']);

/** What a post said, by the names that the file has for it. */
const content = {
  ...samePostFields.entries,
  kinds: v.exactOptional(Post.entries.kinds),
  publishedAt: v.exactOptional(IsoTime),
  author: Post.entries.signature,
};

const FileContent = v.object(content);
export type FileContent = v.InferOutput<typeof FileContent>;

const FilePost = v.object({ ...content, channel: Handle, channelId: v.exactOptional(TelegramId), postId: PostId });

const capture = { id: CaptureId, canonical: version, reader: version, at: IsoTime };

const sighting = {
  ...v.omit(Sighting, ['at', 'serverTime']).entries,
  at: IsoTime,
  serverTime: v.exactOptional(IsoTime),
};

/** Far more than is kept of a post, so that they only stop what was made to be too much. */
const [maxVersions, maxLooks] = [500, 2_000];

const FileHistory = v.object({
  versions: v.pipe(v.array(v.object({ ...capture, ...content })), v.maxLength(maxVersions)),
  seen: v.pipe(v.array(v.object({ ...sighting, version: v.exactOptional(Version) })), v.maxLength(maxLooks)),
});
export type FileHistory = v.InferOutput<typeof FileHistory>;

export const FileAnnotation = v.object({
  id: Id,
  author: v.exactOptional(Id),
  post: FilePost,
  capture: v.exactOptional(v.object(capture)),
  target: v.exactOptional(Target),
  tags: v.exactOptional(Body.entries.tags),
  note: v.exactOptional(Body.entries.note),
  createdAt: v.exactOptional(IsoTime),
  updatedAt: v.exactOptional(IsoTime),
  rev: v.exactOptional(revision),
  seen: v.exactOptional(v.object({ ...sighting, app: shortText })),
  history: v.exactOptional(FileHistory),
});
export type FileAnnotation = v.InferOutput<typeof FileAnnotation>;
