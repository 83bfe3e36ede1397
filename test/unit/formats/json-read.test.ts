/** What is read of a file, and what is said of one that cannot be read. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/formats/json-read.ts';
import { splitJson } from '../../../src/formats/json-split.ts';
import { FileError, type FileFault } from '../../../src/formats/read-parts.ts';
import type { Rejection } from '../../../src/model/import.ts';
import { noon } from '../builders.ts';
import { exportedText, fullView } from '../exporting.ts';
import { allOf, inPieces } from '../importing.ts';

const read = (text: string, size?: number) => allOf(readJson(inPieces(text, size), noon));

function file(annotations: unknown[], others: object = {}): string {
  return JSON.stringify({ format: 'postil', version: 1, ...others, annotations });
}

const plain = { id: 'a-1', post: { channel: 'garden', postId: 7 }, tags: ['spring'], note: 'Look.' };

async function reasonOf(changes: object): Promise<Rejection['reason'] | undefined> {
  return (await read(file([{ ...plain, ...changes }]))).rejections[0]?.reason;
}

async function faultOf(text: string): Promise<FileFault | undefined> {
  return read(text).then(() => undefined, (error: unknown) => (error instanceof FileError ? error.fault : Promise.reject(error)));
}

describe('reading a file', () => {
  it('gives every field of a full annotation as it was', async () => {
    const { entries: [entry], rejections, head } = await read(await exportedText([fullView], {
      owner: fullView.author.id, authors: [fullView.author], tags: fullView.tags, channels: [fullView.channel],
    }));
    expect(rejections).toEqual([]);
    const { authorId, channelRef: _, tagIds: __, ...annotation } = fullView.annotation;
    const { channelRef: ___, postId: ____, ...capture } = fullView.capture;
    const versions = fullView.history?.versions.map(({ channelRef: _____, postId: ______, ...version }) => version);
    expect(entry).toEqual({
      position: 1, author: authorId, channel: { handle: 'Garden_Notes', telegramId: 1_234_567_890 }, tags: ['сад/весна', 'گل'], annotation, capture,
      history: { versions, seen: fullView.history?.seen },
    });
    const { id: _______, ...channel } = fullView.channel;
    expect(head).toEqual({ owner: fullView.author.id, authors: [fullView.author], tags: fullView.tags, channels: [channel] });
  });

  it('takes a file that names no authors, and tags by their names alone', async () => {
    const { entries: [entry], head } = await read(file([plain], { tags: ['later'] }));
    expect(entry).toMatchObject({ channel: { handle: 'garden' }, tags: ['spring'], annotation: { note: 'Look.', createdAt: noon, rev: 1 } });
    expect(entry).not.toHaveProperty('author');
    expect(head).toEqual({ authors: [], tags: [{ name: 'later' }], channels: [] });
  });

  it('ignores fields that it does not know, and takes them in any order', async () => {
    const text = `{"later":[1],"annotations":[${JSON.stringify({ ...plain, mood: { deep: [1] } })}],"version":1,"format":"postil"}`;
    expect((await read(text)).entries).toHaveLength(1);
  });

  it('reads the same however the text is cut', async () => {
    const text = await exportedText([fullView, fullView], { tags: fullView.tags });
    const whole = await read(text);
    for (const size of [1, 7, 1_000]) expect(await read(text, size)).toEqual(whole);
  });
});

describe('a file that is none of ours is refused whole', () => {
  it.each<[string, string, FileFault]>([
    ['nothing', '', { code: 'empty' }],
    ['white space', ' \n ', { code: 'empty' }],
    ['not JSON', 'Dear diary,', { code: 'not-json', line: 1 }],
    ['a broken line', '{"format":"postil","version":1,\n"annotations":[\n{"id":1},\n{"id" 2}\n]}', { code: 'not-json', line: 3 }],
    ['a comma too many', '{"format":"postil","version":1,"annotations":[{},]}', { code: 'not-json', line: 1 }],
    ['more after the end', '{"format":"postil","version":1}\n{}', { code: 'not-json', line: 2 }],
    ['a list', '[1, 2]', { code: 'no-object' }],
    ['other JSON', '{"name":"package","version":"1.0.0"}', { code: 'not-postil' }],
    ['another format', '{"format":"other","version":1}', { code: 'not-postil' }],
    ['no version', '{"format":"postil"}', { code: 'not-postil' }],
    ['version 99', '{"format":"postil","version":99,"annotations":[]}', { code: 'newer', version: 99 }],
    ['a strange version', '{"format":"postil","version":"x","annotations":[]}', { code: 'not-postil' }],
    ['mismatched brackets', '{"format":"postil","version":1,"annotations":[}]}', { code: 'not-json', line: 1 }],
    ['100,000 brackets', `{"format":"postil","version":1,"x":${'['.repeat(100_000)}`, { code: 'truncated' }],
  ])('%s', async (_, text, fault) => {
    expect(await faultOf(text)).toEqual(fault);
  });

  it('truncated, wherever it was cut', async () => {
    const text = await exportedText([fullView]);
    for (let end = text.length - 2; end > 0; end -= 97) expect(await faultOf(text.slice(0, end)), String(end)).toEqual({ code: 'truncated' });
  });
});

describe('an annotation that cannot be taken is left out with its reason', () => {
  it.each<[string, object, Rejection['reason']]>([
    ['without id', { id: undefined }, { code: 'missing', path: 'id' }],
    ['with an id that is none', { id: 'a b' }, { code: 'invalid', path: 'id' }],
    ['without post', { post: undefined }, { code: 'missing', path: 'post' }],
    ['of no channel', { post: { channel: 'a/b', postId: 1 } }, { code: 'invalid', path: 'post.channel' }],
    ['10,000 tags', { tags: Array.from({ length: 10_000 }, (_, i) => `t${i}`) }, { code: 'too-long', path: 'tags', length: 10_000, limit: 100 }],
    ['a tag of 5,000 letters', { tags: ['ok', 'x'.repeat(5_000)] }, { code: 'tag-name', path: 'tags.1' }],
    ['an empty tag', { tags: [' '] }, { code: 'tag-name', path: 'tags.0' }],
    ['a note of 5 MB', { note: 'x'.repeat(5_000_000) }, { code: 'too-long', path: 'note', length: 5_000_000, limit: 100_000 }],
    ['half of a character', { note: 'a\ud800b' }, { code: 'half-character', path: 'note' }],
    ['half of a character in a key', { post: { ...plain.post, text: '\udc00' } }, { code: 'half-character', path: 'post.text' }],
    ['the year 275760', { createdAt: '+275760-09-13T00:00:00.000Z' }, { code: 'time', path: 'createdAt' }],
    ['a year before all posts', { updatedAt: '1830-01-01T00:00:00Z' }, { code: 'time', path: 'updatedAt' }],
    ['a time without a zone', { createdAt: '2025-01-01T00:00:00' }, { code: 'time', path: 'createdAt' }],
    ['a number for a time', { createdAt: 5 }, { code: 'invalid', path: 'createdAt' }],
    ['a day that is none', { createdAt: '2025-13-41T00:00:00Z' }, { code: 'time', path: 'createdAt' }],
    ['far too deep', { post: { ...plain.post, x: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) } }, { code: 'too-deep', path: 'post.x.0' }],
  ])('%s', async (_, changes, reason) => {
    expect(await reasonOf(changes)).toEqual(reason);
  });

  it.each([['{"__proto__":{"id":"x"}}', ''], ['{"id":"a","post":{"channel":"c","postId":1,"__proto__":{"text":"x"}}}', 'post']])('__proto__ in %s', async (json, path) => {
    const { entries, rejections } = await read(`{"format":"postil","version":1,"annotations":[${json}]}`);
    expect(entries).toEqual([]);
    expect(rejections).toEqual([{ part: 'annotations', position: 1, reason: { code: 'proto', path } }]);
    expect(Object.prototype).not.toHaveProperty('text');
  });

  it('by its place in the file, with all the others taken', async () => {
    const { entries, rejections } = await read(file([plain, 5, { ...plain, id: 'a-2' }, null]));
    expect(entries.map(({ position }) => position)).toEqual([1, 3]);
    expect(rejections.map(({ position, reason }) => [position, reason.code])).toEqual([[2, 'invalid'], [4, 'invalid']]);
  });

  it('and so are tags, authors and channels', async () => {
    const { rejections, head } = await read(file([], {
      tags: [{ name: 'x'.repeat(5_000) }, { name: 'good' }], authors: [{ name: 'no id' }], channels: { not: 'a list' },
    }));
    expect(rejections).toEqual([
      { part: 'authors', position: 1, reason: { code: 'missing', path: 'id' } },
      { part: 'tags', position: 1, reason: { code: 'tag-name', path: 'name' } },
      { part: 'channels', position: 0, reason: { code: 'invalid', path: 'channels' } },
    ]);
    expect(head.tags).toEqual([{ name: 'good' }]);
  });
});

it('takes any JSON apart into what JSON.parse makes of it', async () => {
  await fc.assert(fc.asyncProperty(
    fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), fc.array(fc.jsonValue({ maxDepth: 3 })), fc.nat(3), fc.integer({ min: 1, max: 20 }),
    async (fields, items, space, size) => {
      const { list: _, '': __, ...others } = fields;
      const value = { ...others, list: items };
      const found: unknown[] = [];
      const fieldsRead: [string, unknown][] = [];
      for await (const part of splitJson(inPieces(JSON.stringify(value, null, space), size), 'list')) {
        if (part.inList) found.push(part.value);
        else fieldsRead.push([part.key, part.value]);
      }
      const expected: unknown = JSON.parse(JSON.stringify(value));
      // Unlike an assignment, this makes a field of `__proto__`, too.
      expect(Object.fromEntries([...fieldsRead, ['list', found]])).toEqual(expected);
    },
  ));
});
