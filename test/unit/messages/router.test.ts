import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { createHandlers } from '../../../src/background/handlers.ts';
import { explainFailure } from '../../../src/messages/failures.ts';
import { CallError, Result } from '../../../src/messages/result.ts';
import { type Handlers, createRouter } from '../../../src/messages/router.ts';
import { type CallName, calls } from '../../../src/messages/table.ts';
import type { Caller } from '../../../src/model/caller.ts';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { writeDraft } from '../../../src/store/drafts.ts';
import { callerOf } from '../../../src/webext/sender.ts';
import { seed, tell, times } from '../../faults/faults.ts';
import { aPost, anOffer, noon, wholePost } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect } from '../database.ts';
import { placesIn, putAt } from '../json-places.ts';
import { withWrites } from '../steps.ts';

vi.mock('../../../src/webext/session.ts', () => import('../fake-session.ts'));
vi.mock('../../../src/webext/annotate-command.ts', () => ({ addMenuEntry: async () => undefined }));
vi.mock('../../../src/webext/i18n.ts', () => ({ message: (key: string) => key }));
vi.mock('../../../src/webext/badge.ts', () => ({ showBadge: async () => undefined }));
vi.mock('../../../src/webext/rev.ts', () => ({ bumpRev: async () => undefined }));
vi.mock('../../../src/webext/runtime.ts', () => ({ appVersion: () => '0.1.0' }));
vi.mock('../../../src/webext/inject.ts', () => ({ runInFrame: async () => undefined, styleFrame: async () => undefined }));
vi.mock('../../../src/webext/tabs.ts', () => ({
  tellFrame: async () => undefined, showOwnPage: async () => false, openOwnPage: async () => undefined, closeTab: async () => undefined,
}));

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
  'annotations.forPosts': { keys: [{ handle: 'garden_notes', postId: 42 }], locale: 'en' },
  'editor.open': anOffer(),
  'page.reader': {},
  'page.keys': {},
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
  'options.setPageKeys': { pageKeys: true },
  'options.setLanguage': { language: 'fa' },
  'options.setTheme': { theme: 'dark' },
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
      'annotations.forPosts', 'page.reader', 'page.keys', 'page.quoteStyles', 'posts.seen', 'posts.content', 'posts.notShown', 'editor.open', 'editor.openTab', 'page.annotated',
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
    ['options.setOnPages', { onPages: 'everything' }], ['options.setTheme', { theme: 'sepia' }], ['page.annotated', { count: -1, began: 0 }],
    ['editor.open', { ...anOffer(), post: { ...aPost(), handle: 'a/b' } }], ['editor.open', anOffer({}, { html: 'a'.repeat(1_000_001) })],
    ['annotations.forPosts', { keys: Array.from({ length: 1_001 }, (_, i) => ({ handle: 'garden', postId: i + 1 })), locale: 'en' }],
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

/** As each browser gives them. */
const owns = [
  { id: 'abcdefghijklmnopabcdefghijklmnop', url: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/' },
  { id: 'postil@example.org', url: 'moz-extension://11111111-1111-4111-8111-111111111111/' },
];

/** Who a sender is by its address, read in another way than `callerOf` does. */
function kindOf({ id, url }: Runtime.MessageSender, own: { id: string; url: string }): Caller['kind'] | undefined {
  if (id !== own.id || url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, hostname, port } = new URL(url);
  if (protocol === new URL(own.url).protocol && hostname === new URL(own.url).hostname) return 'extension';
  return protocol === 'https:' && port === '' && ['t.me', 'telegram.me', 'telegram.dog'].includes(hostname) ? 'content' : undefined;
}

function urlsFor(own: string): (string | undefined)[] {
  const others = owns.map(({ url }) => url).filter((url) => url !== own);
  return [
    'https://t.me/s/garden_notes', 'https://t.me/garden_notes/42?embed=1', 'https://telegram.me/s/a', 'https://telegram.dog/s/a',
    ...['editor.html', 'editor.html#token=1', 'editor.html?https://t.me/', 'popup.html', ''].map((path) => own + path),
    ...others.flatMap((url) => [url, `${url}editor.html`]), `${own.slice(0, -1)}a/editor.html`, own.slice(0, -1), `${own.slice(0, -1)}.evil.example/editor.html`,
    'http://t.me/s/a', 'https://t.me:8443/s/a', 'https://t.me./s/a', 'https://t.me.evil.example/', 'https://evil.t.me/', 'https://t.me@evil.example/', 'https://evil.example/https://t.me/',
    `https://evil.example/#${own}editor.html`, `https://evil.example/?${own}`, 'https://t\u0435.me/', 'data:text/html,<script>1</script>', `data:text/html,${own}`, `blob:${own}1`, 'blob:https://t.me/1',
    `filesystem:${own}temporary/a`, `view-source:${own}editor.html`, ` ${own}editor.html`, 'about:blank', 'about:srcdoc', 'file:///t.me/s/a', 'javascript:1', 'null', '', undefined,
  ];
}

const aSender = fc.constantFrom(...owns).chain((own) => fc.tuple(fc.constant(own), fc.record({
  id: fc.oneof({ weight: 4, arbitrary: fc.constant(own.id) }, { weight: 1, arbitrary: fc.constantFrom('', 'ponmlkjihgfedcbaponmlkjihgfedcba', own.id.toUpperCase(), undefined) }),
  url: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('https://t.me/s/garden_notes', 'https://t.me/s/garden_notes', `${own.url}editor.html`) }, { weight: 2, arbitrary: fc.constantFrom(...urlsFor(own.url)) }),
  origin: fc.constantFrom('null', 'https://t.me', own.url.slice(0, -1), undefined),
  tab: fc.constantFrom({ id: 1 }, {}, undefined), frameId: fc.constantFrom(0, 3, undefined),
}))).map(([own, sender]) => ({ own, sender: sender as unknown as Runtime.MessageSender }));

const aPart = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    undefined, null, NaN, Infinity, -1, 0.5, 2 ** 53, '', '__proto__', 'x'.repeat(5_000), [], {}, [[]], JSON.parse('{"__proto__":{"polluted":true}}'), { constructor: { prototype: { polluted: true } } },
    '../options', 'annotation-1', new Date(0), new Map([['id', 1]]), new Uint8Array(4), 10n, Array.from({ length: 1_001 }, () => ({ handle: 'garden', postId: 1 })),
  ),
);
/** A call as it should be, with some of it something else. */
const nearly = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.constantFrom(...names.filter((name) => calls[name].from === 'content'))), fc.array(fc.tuple(fc.nat(), aPart), { maxLength: 2 }), fc.dictionary(fc.constantFrom('id', 'from', '__proto__', 'kind'), aPart, { maxKeys: 1 }))
  .map(([call, changes, more]) => {
    const message = { call, args: structuredClone(valid[call]), ...more };
    for (const [at, part] of changes) {
      const places = placesIn(message.args);
      const place = places[at % places.length];
      if (place) putAt(place, structuredClone(part));
      else message.args = structuredClone(part);
    }
    return message;
  });
const aMessage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: nearly }, { weight: 1, arbitrary: fc.record({ call: fc.oneof(fc.constantFrom(...names), fc.string()), args: aPart }) }, { weight: 1, arbitrary: aPart },
);

const timeout = 30_000 + times('messages') * 200;

it('whoever sends whatever, nothing reaches a handler that the table does not describe, and nothing rejects', { timeout }, async () => {
  let accepted = 0;
  await fc.assert(fc.asyncProperty(aMessage, aSender, async (message, { own, sender }) => {
    const { route, handler } = routing();
    const result = await route(message, callerOf(sender, own));
    expect(v.is(Result, result)).toBe(true);
    for (const [args] of handler.mock.calls) {
      const { call } = message as { call: CallName };
      expect(v.parse(calls[call].args, args)).toEqual(args);
      expect(calls[call].from).toBe(kindOf(sender, own));
      accepted += 1;
    }
  }), { numRuns: times('messages'), seed, unbiased: true });
  expect(accepted).toBeGreaterThan(0);
  expect({}).not.toHaveProperty('polluted');
  tell({ 'messages from anybody': times('messages'), 'of them accepted, all as the table has it': accepted });
});

/** What content scripts may add to: what annotated posts say. And the notes for the index, of which they make none. */
const ofPosts = ['sightings', 'captures', 'originals'];

it('content scripts, and those that only seem to be ours, write nothing that a person wrote', { timeout }, async () => {
  const [strict, relaxed] = [connect('strict'), connect()];
  await annotate(strict, { tags: ['port'], note: 'Mine.' });
  const { id } = await annotate(strict, { post: { postId: 43 }, note: 'Gone.' });
  await deleteAnnotation(strict, id, noon);
  await writeDraft(strict, { handle: 'garden_notes', postId: 42 }, wholePost, { tags: [], pending: '', note: 'typed', rev: 1 }, noon);
  const guarded = strict.tables.filter(({ name }) => !ofPosts.includes(name));
  const contents = () => Promise.all(guarded.map(async (table) => [table.name, await table.toArray()]));
  const before = await contents();
  const written = new Set<string>();
  for (const db of [strict, relaxed]) {
    db.close({ disableAutoOpen: false });
    withWrites(db, (name) => written.add(name));
  }
  const route = createRouter(createHandlers(strict, relaxed), explainFailure);
  let done = 0;
  await fc.assert(fc.asyncProperty(aMessage, aSender.filter(({ own, sender }) => kindOf(sender, own) !== 'extension'), async (message, { own, sender }) => {
    const { ok } = await route(message, callerOf(sender, own));
    if (ok) {
      expect(kindOf(sender, own)).toBe('content');
      done += 1;
    }
    expect([...written].filter((name) => !ofPosts.includes(name))).toEqual([]);
  }), { numRuns: times('messages'), seed, unbiased: true });
  expect(await contents()).toEqual(before);
  await expectSound(strict);
  // They did what they may.
  expect(written).toContain('sightings');
  expect(done).toBeGreaterThan(0);
  tell({ 'messages of content scripts and forged senders to the real worker': times('messages'), 'of them done': done, 'writes of theirs to what a person wrote': 0 });
});
