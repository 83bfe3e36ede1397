import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Wire, createClient } from '../../../src/messages/client.ts';
import { contentAnswers } from '../../../src/messages/content-answers.ts';
import { CallError } from '../../../src/messages/result.ts';
import { answers, calls } from '../../../src/messages/table.ts';

const wire = (send: Wire['send'], orphaned = false): Wire => ({ send, isOrphaned: () => orphaned });
const client = (answer: unknown) => createClient(answers, wire(async () => answer));
const remove = (answer: unknown) => client(answer)('annotation.delete', { id: 'a' });

// No test waits for the pause before a second try.
beforeAll(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterAll(() => void vi.useRealTimers());

describe('a call', () => {
  it('sends its name and its arguments', async () => {
    const send = vi.fn(async () => ({ ok: true, value: { id: 'b' } }));
    await createClient(answers, wire(send))('annotation.restore', { id: 'a' });
    expect(send).toHaveBeenCalledExactlyOnceWith({ call: 'annotation.restore', args: { id: 'a' } });
  });

  it('resolves with the parsed answer', async () => {
    const call = client({ ok: true, value: { onPages: 'notes', pageKeys: false, posts: [[{ tags: ['сад'], note: '', mine: true, secret: 1 }], []], more: 1 } });
    expect(await call('annotations.forPosts', { keys: [], locale: 'en' })).toEqual({ onPages: 'notes', pageKeys: false, posts: [[{ tags: ['сад'], note: '', mine: true }], []] });
  });

  it('that answers nothing resolves, also where the wire leaves nothing out', async () => {
    expect(await remove({ ok: true, value: undefined })).toBeUndefined();
    expect(await remove(JSON.parse(JSON.stringify({ ok: true, value: undefined })))).toBeUndefined();
  });

  it('that was not done rejects with the reason', async () => {
    const failure: unknown = await remove({ ok: false, code: 'gone', message: 'it was deleted' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CallError);
    expect(failure).toMatchObject({ code: 'gone', message: 'it was deleted', name: 'CallError' });
  });

  it.each([
    { ok: true, value: { id: 7 } }, { ok: true },
  ])('answered with %j, which is not what the table says, rejects', async (answer) => {
    await expect(client(answer)('annotation.restore', { id: 'a' })).rejects.toThrow(v.ValiError);
  });

  it.each([
    undefined, null, 'done', {}, { ok: 1 }, { ok: false }, { ok: false, code: 'unheard', message: '' }, { ok: false, code: 'gone' },
  ])('answered with %j, which is no answer, is made once more and then said to be unanswered', async (answer) => {
    const send = vi.fn(async () => answer);
    await expect(createClient(answers, wire(send))('annotation.restore', { id: 'a' })).rejects.toMatchObject({ code: 'unanswered' });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('that failed because its worker died is made once more', async () => {
    const send = vi.fn().mockRejectedValueOnce(new Error('the message channel closed')).mockResolvedValueOnce({ ok: true, value: { id: 'b' } });
    expect(await createClient(answers, wire(send))('annotation.restore', { id: 'a' })).toEqual({ id: 'b' });
    expect(send.mock.calls).toEqual([1, 2].map(() => [{ call: 'annotation.restore', args: { id: 'a' } }]));
  });

  it('that was answered is made once, also when it was not done', async () => {
    const send = vi.fn(async () => ({ ok: false, code: 'failed', message: 'no' }));
    await expect(createClient(answers, wire(send))('annotation.delete', { id: 'a' })).rejects.toMatchObject({ code: 'failed' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['an event', () => Promise.reject(new Error('no worker'))], ['at once', () => { throw new Error('Extension context invalidated.'); }],
  ])('of a context that outlived its extension says so, whether the failure comes as %s', async (_, send) => {
    await expect(createClient(answers, wire(send, true))('annotation.delete', { id: 'a' })).rejects.toMatchObject({ code: 'orphaned' });
    await expect(createClient(answers, wire(send))('annotation.delete', { id: 'a' })).rejects.toMatchObject({ code: 'unanswered' });
  });
});

describe('what a content script hears', () => {
  it('is answered as the table says', () => {
    expect(Object.keys(contentAnswers)).toEqual(Object.entries(calls).filter(([, { from }]) => from === 'content').map(([name]) => name));
    for (const [name, answer] of Object.entries(contentAnswers)) expect(Object(answers)[name]).toBe(answer);
  });
});
