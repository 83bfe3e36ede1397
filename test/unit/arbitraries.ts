/** Any post, annotation and export that the model allows, for tests that hold for all of them. */
import * as fc from 'fast-check';
import type { Target } from '../../src/model/annotation.ts';
import { captureContent } from '../../src/model/capture.ts';
import type { Seen, Version } from '../../src/model/history.ts';
import { pageTypes } from '../../src/model/page.ts';
import { type Post, type Sighting, entityTypes, mediaKinds, postKinds } from '../../src/model/post.ts';
import type { ExportedView } from '../../src/model/view.ts';

const hostile = ['"', '\\', '\u0000', '\u001b', '\u2028', '\ud800', '\udc00', '\u202e', '\ufeff', '</script>', '👩‍🚀', 'ё', '=1+1', '\n'];
const characterUpTo = (max: number) => fc.integer({ min: 0, max }).map((code) => String.fromCodePoint(code));
/** Text in any script and in none: control characters and halves of surrogate pairs too. */
export const anyText = fc.array(
  fc.oneof(fc.constantFrom(...hostile), characterUpTo(0x24ff), characterUpTo(0xffff), characterUpTo(0x10ffff)), { maxLength: 12 },
).map((parts) => parts.join(''));

export const anyTime = fc.oneof(fc.constantFrom(0, 253_402_300_799_999), fc.integer({ min: 0, max: 4_000_000_000_000 }));
const anyId = fc.uuid();
const anySize = fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }));
const anyOffset = fc.nat(100_000);
const anyPostId = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const yes = fc.constant<true>(true);

/** A record whose optional fields may be there or not, each on its own. */
function some<Needed extends object, Optional extends object>(
  needed: { [K in keyof Needed]: fc.Arbitrary<Needed[K]> }, optional: { [K in keyof Optional]-?: fc.Arbitrary<Exclude<Optional[K], undefined>> },
): fc.Arbitrary<Needed & Optional> {
  return fc.tuple(fc.record(needed), fc.record(optional, { requiredKeys: [] }))
    .map(([all, few]) => ({ ...all, ...few }) as Needed & Optional);
}

export const anyHandle = fc.stringMatching(/^[A-Za-z0-9_]{1,64}$/);

type Needed = 'handle' | 'postId' | 'kinds';
export const anyPost: fc.Arbitrary<Post> = some<Pick<Post, Needed>, Omit<Post, Needed>>(
  { handle: anyHandle, postId: anyPostId, kinds: fc.uniqueArray(fc.constantFrom(...postKinds)) },
  {
    telegramId: anyPostId,
    memberIds: fc.array(anyPostId, { maxLength: 10 }),
    text: anyText,
    entities: fc.array(some({ type: fc.constantFrom(...entityTypes), start: anyOffset, end: anyOffset }, { url: anyText }), { maxLength: 4 }),
    channelTitle: anyText,
    signature: anyText,
    forwardedFrom: some({ name: anyText }, { url: anyText, signature: anyText }),
    replyTo: some({}, { author: anyText, text: anyText, url: anyText }),
    viaBot: anyText,
    publishedAt: anyTime,
    edited: yes,
    media: fc.array(some(
      { kind: fc.constantFrom(...mediaKinds) }, { duration: anySize, width: anySize, height: anySize, title: anyText, extra: anyText, url: anyText },
    ), { maxLength: 4 }),
    linkPreview: some({ url: anyText }, { siteName: anyText, title: anyText, description: anyText }),
    poll: some({ question: anyText, options: fc.array(anyText, { maxLength: 4 }) }, { type: anyText }),
    buttons: fc.array(some({ text: anyText }, { url: anyText }), { maxLength: 4 }),
  },
);

export const anySighting: fc.Arbitrary<Sighting> = some<Pick<Sighting, 'at' | 'url' | 'page'>, Omit<Sighting, 'at' | 'url' | 'page'>>(
  { at: anyTime, url: fc.webUrl(), page: fc.constantFrom(...pageTypes) },
  { serverTime: anyTime, views: anyText, reactions: fc.array(some({ count: anyText }, { emoji: anyText, paid: yes }), { maxLength: 4 }) },
);

const anyDigest = fc.stringMatching(/^[0-9a-f]{64}$/);
const anyReading = fc.integer({ min: 0, max: 3 });
const anyVersion: fc.Arbitrary<Version> = fc.record({ id: anyDigest, canonical: fc.integer({ min: 1, max: 3 }), reader: anyReading });
const anyLook: fc.Arbitrary<Seen> = fc.tuple(anySighting, fc.option(anyVersion, { nil: undefined }))
  .map(([sighting, version]) => ({ ...sighting, ...(version && { version }) }));

/** What a post may say besides, and when it was looked at; of looks that name nothing, the post was not there. */
export const anyHistory = fc.record({
  contents: fc.array(fc.record({ post: anyPost, at: anyTime, reader: anyReading }), { maxLength: 3 }), looks: fc.array(anyLook, { maxLength: 4 }),
});

export const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.constant<Target>({ kind: 'post' }),
  fc.record({ kind: fc.constant('quote' as const), exact: anyText.filter((text) => text !== ''), prefix: anyText, suffix: anyText, start: anyOffset, length: anyOffset })
    .map(({ length, ...quote }) => ({ ...quote, end: quote.start + length + 1 })),
);

const anyRev = fc.integer({ min: 1, max: 1_000_000 });
const anyTagName = fc.constantFrom('garden', 'план/весна', 'گل', '花', 'ß', '🌷 spring', '"quoted"', 'a, b');
export const anyTag = some(
  { id: anyId, name: anyTagName, createdAt: anyTime, updatedAt: anyTime, rev: anyRev }, { colour: anyText, description: anyText, pin: fc.integer({ min: 1, max: 9 }) },
);
export const anyAuthor = some({ id: anyId }, { name: anyText });

export const anyView: fc.Arbitrary<ExportedView> = fc.record({
  post: anyPost, seen: anySighting, target: anyTarget, tags: fc.array(anyTag, { maxLength: 3 }), author: anyAuthor, id: anyId, channelRef: anyId,
  captureId: anyDigest, versions: fc.array(fc.tuple(anyDigest, anyPost, anyTime), { maxLength: 2 }), looks: fc.option(fc.array(anyLook, { maxLength: 2 }), { nil: undefined }), note: anyText, createdAt: anyTime, updatedAt: anyTime, rev: anyRev, app: anyText, at: anyTime,
}).map(({ post, seen, target, tags, author, id, channelRef, captureId, note, createdAt, updatedAt, rev, app, at, versions, looks }) => {
  const { handle, postId, telegramId, ...content } = post;
  return {
    annotation: {
      id, authorId: author.id, channelRef, postId, captureId, target, tagIds: tags.map((tag) => tag.id), note, createdAt, updatedAt, rev,
      seen: { ...seen, app },
    },
    author,
    mine: true,
    channel: { id: channelRef, handles: [{ name: handle, firstSeen: at, lastSeen: at }], ...(telegramId !== undefined && { telegramId }) },
    capture: { id: captureId, channelRef, postId, canonical: 1, reader: 1, at, content },
    tags,
    ...(looks && {
      history: {
        versions: versions.map(([version, said, when]) => ({
          id: version, channelRef, postId, canonical: 1, reader: 1, at: when, content: captureContent(said),
        })),
        seen: looks,
      },
    }),
  };
});
