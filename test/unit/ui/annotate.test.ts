// @vitest-environment jsdom
/** What the form does when nothing can be written. */
import { h, options, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CallError } from '../../../src/messages/result.ts';
import type { Draft } from '../../../src/model/annotation.ts';
import { Annotate, type AnnotateProps } from '../../../src/ui/annotate.tsx';

vi.mock('../../../src/webext/i18n.ts', () => ({ message: (key: string) => key }));

// Else effects wait for a frame, which may come when the document has gone with its test.
options.requestAnimationFrame = queueMicrotask;

const place = document.body;
const field = (): HTMLTextAreaElement | null => place.querySelector('textarea');
const alert = (): string | undefined => place.querySelector('[role=alert]')?.textContent ?? undefined;
const press = (name: string): void => [...place.querySelectorAll('button')].find((button) => button.textContent === name)?.click();
const escape = (): unknown => field()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));

function type(note: string): void {
  const area = field();
  if (!area) throw new Error('there is no form');
  area.value = note;
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

let isFull = true;
let kept: Draft[] = [];
const onClose = vi.fn();

async function write<T>(answer: T): Promise<T> {
  if (isFull) throw new CallError('disk-full');
  return answer;
}

const props: AnnotateProps = {
  stored: { id: 'annotation-1', rev: 1, tags: [], note: 'stored' },
  knownTags: [],
  save: () => write({ status: 'saved', id: 'annotation-1', rev: 2 } as const),
  remove: () => write(undefined),
  restore: () => write(undefined),
  keepDraft: async (draft) => {
    await write(undefined);
    kept.push(draft);
  },
  discardDraft: () => write(undefined),
  onClose,
};

beforeEach(() => {
  isFull = true;
  kept = [];
  onClose.mockClear();
  render(h(Annotate, props), place);
});
afterEach(() => { render(null, place); });

it('a draft that cannot be kept is told of, and the words go once it can', async () => {
  type('typed');
  await vi.waitFor(() => { expect(alert()).toBe('diskFull typedStays'); });
  expect(field()?.value).toBe('typed');
  isFull = false;
  type('typed more');
  await vi.waitFor(() => { expect(alert()).toBeUndefined(); });
  expect(kept).toMatchObject([{ note: 'typed more' }]);
});

it('a save that fails keeps what was typed, and works once there is room', async () => {
  type('typed');
  press('save');
  await vi.waitFor(() => { expect(alert()).toBe('diskFull typedStays'); });
  expect(field()?.value).toBe('typed');
  expect(onClose).not.toHaveBeenCalled();
  isFull = false;
  press('save');
  await vi.waitFor(() => { expect(onClose).toHaveBeenCalledOnce(); });
});

it('a save that works though the draft could not be kept leaves no draft behind', async () => {
  isFull = false;
  let tries = 0;
  render(h(Annotate, { ...props, keepDraft: () => { tries += 1; return Promise.reject(new CallError('disk-full')); } }), place);
  render(null, place);
  render(h(Annotate, { ...props, keepDraft: () => { tries += 1; return Promise.reject(new CallError('disk-full')); } }), place);
  type('typed');
  press('save');
  await vi.waitFor(() => { expect(onClose).toHaveBeenCalledOnce(); });
  render(null, place);
  await new Promise((done) => { setTimeout(done, 300); });
  expect(tries).toBe(1);
});

it('Escape does not close the form over what could not be kept', async () => {
  type('typed');
  await vi.waitFor(() => { expect(alert()).toBeDefined(); });
  escape();
  await new Promise((done) => { setTimeout(done, 10); });
  expect(onClose).not.toHaveBeenCalled();
  isFull = false;
  escape();
  await vi.waitFor(() => { expect(onClose).toHaveBeenCalledOnce(); });
  expect(kept).toMatchObject([{ note: 'typed' }]);
});

it.each(['delete', 'cancel'])('%s that fails says so and keeps the form', async (name) => {
  type('typed');
  press(name);
  await vi.waitFor(() => { expect(alert()).toBe('diskFull typedStays'); });
  expect(field()?.value).toBe('typed');
});

it('Undo that fails says so beside the notice, and can be pressed again', async () => {
  isFull = false;
  press('delete');
  await vi.waitFor(() => { expect(place.querySelector('[role=status]')?.textContent).toBe('deleted'); });
  isFull = true;
  press('undo');
  await vi.waitFor(() => { expect(alert()).toBe('diskFull'); });
  isFull = false;
  press('undo');
  await vi.waitFor(() => { expect(onClose).toHaveBeenCalledOnce(); });
});

it('what is saved while the wish to keep its tags is on its way is saved, and its tags are kept', async () => {
  isFull = false;
  const wished: (string[] | undefined)[] = [];
  let arrives = (): void => undefined;
  const keep = async (tags: string[] | undefined): Promise<void> => {
    wished.push(tags);
    if (wished.length === 1) await new Promise<void>((done) => { arrives = done; });
  };
  render(null, place);
  render(h(Annotate, { ...props, stored: { id: 'annotation-1', rev: 1, tags: ['ports'], note: '' }, keeping: { kept: undefined, keep } }), place);
  place.querySelector<HTMLInputElement>('[type=checkbox]')?.click();
  await vi.waitFor(() => { expect(wished).toEqual([['ports']]); });
  press('save');
  await vi.waitFor(() => { expect(onClose).toHaveBeenCalledOnce(); });
  expect(wished).toEqual([['ports'], ['ports']]);
  arrives();
});

it('a wish to keep tags that cannot be written is taken back and told of', async () => {
  render(null, place);
  render(h(Annotate, { ...props, keeping: { kept: undefined, keep: () => write(undefined) } }), place);
  const box = place.querySelector<HTMLInputElement>('[type=checkbox]');
  box?.click();
  await vi.waitFor(() => { expect(alert()).toBe('diskFull typedStays'); });
  expect(box?.checked).toBe(false);
});
