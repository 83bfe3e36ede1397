import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../src/messages/client.ts';
import { contentAnswers } from '../../../src/messages/content-answers.ts';
import { CallError } from '../../../src/messages/result.ts';
import { answers, calls } from '../../../src/messages/table.ts';

const client = (answer: unknown) => createClient(answers, async () => answer);
const remove = (answer: unknown) => client(answer)('annotation.delete', { id: 'a' });

describe('a call', () => {
  it('sends its name and its arguments', async () => {
    const send = vi.fn(async () => ({ ok: true, value: { id: 'b' } }));
    await createClient(answers, send)('annotation.restore', { id: 'a' });
    expect(send).toHaveBeenCalledExactlyOnceWith({ call: 'annotation.restore', args: { id: 'a' } });
  });

  it('resolves with the parsed answer', async () => {
    const call = client({ ok: true, value: { onPages: 'notes', posts: [[{ tags: ['сад'], note: '', mine: true, secret: 1 }], []], more: 1 } });
    expect(await call('annotations.forPosts', { keys: [] })).toEqual({ onPages: 'notes', posts: [[{ tags: ['сад'], note: '', mine: true }], []] });
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
    undefined, null, 'done', {}, { ok: 1 }, { ok: true, value: { id: 7 } }, { ok: true }, { ok: false }, { ok: false, code: 'unheard', message: '' },
    { ok: false, code: 'gone' },
  ])('answered with %j rejects', async (answer) => {
    await expect(client(answer)('annotation.restore', { id: 'a' })).rejects.toThrow(v.ValiError);
  });

  it('that cannot be sent rejects', async () => {
    const call = createClient(answers, () => Promise.reject(new Error('no worker')));
    await expect(call('annotation.delete', { id: 'a' })).rejects.toThrow('no worker');
  });
});

describe('what a content script hears', () => {
  it('is answered as the table says', () => {
    expect(Object.keys(contentAnswers)).toEqual(Object.entries(calls).filter(([, { from }]) => from === 'content').map(([name]) => name));
    for (const [name, answer] of Object.entries(contentAnswers)) expect(Object(answers)[name]).toBe(answer);
  });
});
