import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { CallError, Result } from '../../../src/messages/result.ts';
import { type Handlers, createRouter } from '../../../src/messages/router.ts';
import { type CallName, calls } from '../../../src/messages/table.ts';
import type { Caller } from '../../../src/model/caller.ts';
import { aPost, anOffer, wholePost } from '../builders.ts';

const names = Object.keys(calls) as CallName[];
const content: Caller = { kind: 'content', tabId: 1, frameId: 0, host: 't.me' };
const extension: Caller = { kind: 'extension', tabId: 1, frameId: 3 };
const callers: (Caller | undefined)[] = [content, extension, undefined];

/** A router whose handlers all do the same. */
function routing(handle: (args: unknown, caller: Caller) => unknown = () => undefined) {
  const handler = vi.fn(async (args: unknown, caller: Caller) => handle(args, caller));
  const handlers = Object.fromEntries(names.map((name) => [name, handler])) as unknown as Handlers;
  const explain = vi.fn((error: unknown) => (error instanceof CallError ? error : new CallError('failed', 'it failed')));
  return { route: createRouter(handlers, explain), handler };
}

const body = { tags: [], note: '' };
const token = '11111111-1111-4111-8111-111111111111';
const valid: { [Name in CallName]: unknown } = {
  'annotations.forPosts': { keys: [{ handle: 'garden_notes', postId: 42 }] },
  'editor.open': anOffer(),
  'page.reader': {},
  'page.quoteStyles': {},
  'posts.seen': { looks: [{ key: { handle: 'garden_notes', postId: 42 }, version: { id: 'a'.repeat(64), canonical: 1, reader: 2 }, sighting: anOffer().sighting }] },
  'posts.content': anOffer(),
  'posts.notShown': { gaps: [{ handle: 'garden_notes', from: 43, to: 45 }], sighting: anOffer().sighting },
  'editor.openTab': { token: '11111111-1111-4111-8111-111111111111' },
  'page.annotated': { count: 3, began: 1_700_000_000_000.5 },
  'editor.claim': { token },
  'editor.resized': { token, height: 120.5 },
  'editor.closed': { token, notice: false },
  'tags.uses': {},
  'tags.write': { tags: [] },
  'tags.keep': { names: ['port'] },
  'draft.save': { key: { handle: 'garden_notes', postId: 42 }, target: wholePost, draft: { ...body, pending: '', rev: 0 } },
  'draft.discard': { key: { handle: 'garden_notes', postId: 42 }, target: wholePost },
  'annotation.saveOnPost': { offered: anOffer(), target: wholePost, body, rev: 0 },
  'annotation.save': { id: 'annotation-1', body, rev: 1 },
  'annotation.delete': { id: 'annotation-1' },
  'annotation.restore': { id: 'annotation-1' },
  'data.erase': {},
  'search.rebuild': {},
  'search.index': {},
  'author.setName': { name: 'Анна' },
  'options.setOnPages': { onPages: 'mark' },
  'backup.exported': { held: 3, at: 1_741_089_600_000 },
  'backup.snooze': {},
  'backup.setAutomatic': { automatic: true },
};

describe('the router', () => {
  it.each(names)('takes %s from its sender to its handler and answers with what that gives', async (call) => {
    const { route, handler } = routing(() => ({ any: 'answer' }));
    const caller = calls[call].from === 'content' ? content : extension;
    expect(await route({ call, args: valid[call] }, caller)).toEqual({ ok: true, value: { any: 'answer' } });
    expect(handler).toHaveBeenCalledExactlyOnceWith(valid[call], caller);
  });

  it.each(names)('refuses %s from anybody else', async (call) => {
    const { route, handler } = routing();
    for (const caller of callers.filter((each) => each?.kind !== calls[call].from)) {
      expect(await route({ call, args: valid[call] }, caller)).toMatchObject({ ok: false, code: 'forbidden' });
    }
    expect(handler).not.toHaveBeenCalled();
  });

  it('lets a content script do these four things and count, and nothing else', () => {
    expect(names.filter((name) => calls[name].from === 'content')).toEqual([
      'annotations.forPosts', 'page.reader', 'page.quoteStyles', 'posts.seen', 'posts.content', 'posts.notShown', 'editor.open', 'editor.openTab', 'page.annotated',
    ]);
  });

  it.each(['annotations.forAll', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])('knows no call %j', async (call) => {
    const { route, handler } = routing();
    for (const caller of callers) expect(await route({ call, args: {} }, caller)).toMatchObject({ ok: false, code: 'invalid' });
    expect(handler).not.toHaveBeenCalled();
  });

  it.each([undefined, null, 'annotation.delete', 7, [], {}, { call: 7 }, { call: ['annotation.delete'], args: { id: 'a' } }])('takes %j for no call', async (message) => {
    const { route } = routing();
    expect(await route(message, extension)).toMatchObject({ ok: false, code: 'invalid' });
  });

  it.each<[CallName, unknown]>([
    ['annotation.delete', undefined], ['annotation.delete', {}], ['annotation.delete', { id: 7 }], ['annotation.delete', { id: '../options' }],
    ['annotation.save', { id: 'a', body: { tags: [' '], note: '' }, rev: 1 }], ['annotation.save', { id: 'a', body, rev: -1 }],
    ['annotation.save', { id: 'a', body, rev: 1.5 }], ['editor.claim', { token: 'guess' }], ['editor.resized', { token, height: Infinity }],
    ['options.setOnPages', { onPages: 'everything' }], ['page.annotated', { count: -1, began: 0 }],
    ['editor.open', { ...anOffer(), post: { ...aPost(), handle: 'a/b' } }], ['editor.open', anOffer({}, { html: 'a'.repeat(1_000_001) })],
    ['annotations.forPosts', { keys: Array.from({ length: 1_001 }, (_, i) => ({ handle: 'garden', postId: i + 1 })) }],
  ])('refuses bad arguments of %s', async (call, args) => {
    const { route, handler } = routing();
    const caller = calls[call].from === 'content' ? content : extension;
    expect(await route({ call, args }, caller)).toMatchObject({ ok: false, code: 'invalid', message: expect.stringContaining(call) });
    expect(handler).not.toHaveBeenCalled();
  });

  it('hands on what was parsed, not what was sent', async () => {
    const { route, handler } = routing();
    await route({ call: 'annotation.save', args: { id: 'a', body: { tags: [' Сад ', 'САД'], note: 'a\r\nb', more: 1 }, rev: 1, admin: true } }, extension);
    expect(handler).toHaveBeenCalledWith({ id: 'a', body: { tags: ['Сад'], note: 'a\nb' }, rev: 1 }, extension);
  });
});

describe('a handler that fails', () => {
  it('is a failure with its code and message', async () => {
    const { route } = routing(() => { throw new CallError('gone', 'it was deleted'); });
    expect(await route({ call: 'annotation.delete', args: { id: 'a' } }, extension)).toEqual({ ok: false, code: 'gone', message: 'it was deleted' });
  });

  it('is a failure whatever it throws', async () => {
    await fc.assert(fc.asyncProperty(fc.anything(), async (thrown) => {
      const { route } = routing(() => Promise.reject(thrown));
      expect(await route({ call: 'tags.uses', args: {} }, extension).catch(() => 'rejected')).toMatchObject({ ok: false, code: 'failed' });
    }));
  });
});

it('whatever is sent, nothing reaches a handler unparsed and nothing rejects', { timeout: 20_000 }, async () => {
  const anyCall = fc.oneof(fc.constantFrom(...names), fc.string());
  const nearly = fc.tuple(fc.constantFrom(...names), fc.dictionary(fc.constantFrom('id', 'rev', 'token', 'note', 'keys', '__proto__'), fc.jsonValue()))
    .map(([call, changes]) => ({ call, args: { ...Object(valid[call]), ...changes } }));
  const anyMessage = fc.oneof(fc.jsonValue(), fc.record({ call: anyCall, args: fc.jsonValue() }), nearly);
  let reached = 0;
  await fc.assert(fc.asyncProperty(anyMessage, fc.constantFrom(...callers), async (message, caller) => {
    const { route, handler } = routing();
    const result = await route(message, caller);
    expect(v.is(Result, result)).toBe(true);
    for (const [args] of handler.mock.calls) {
      const { call } = message as { call: CallName };
      expect(v.parse(calls[call].args, args)).toEqual(args);
      expect(calls[call].from).toBe(caller?.kind);
      reached += 1;
    }
  }), { numRuns: 500 });
  expect(reached).toBeGreaterThan(0);
});
