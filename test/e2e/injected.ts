/** Injected texts everywhere that a text can come in, and a witness in every document that shows them. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { normaliseTagName, maxTagLength } from '../../src/model/tag.ts';
import { type Part, eventually } from '../browser/driver.ts';
import { injections } from '../faults/injections.ts';
import type { Channel, PostSpec } from '../site/channel.ts';

export const witness = readFileSync(join(import.meta.dirname, '../faults/watch.js'), 'utf8');

/** All numbers. */
export const all = injections.map((_, number) => number);

/** The extension as it was built, with the witness before all else in each of its pages. @returns its folder */
export function watched(extension: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'postil-watched-'));
  cpSync(extension, folder, { recursive: true });
  writeFileSync(join(folder, 'watch.js'), witness);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.html'))) {
    const page = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), page.replace('<head>', '<head><script src="watch.js"></script>'));
  }
  return folder;
}

/** A page of the web, watched in the same way. */
export function watchedPage(html: string): string {
  return html.replace('<head>', () => `<head><script>${witness}</script>`);
}

interface Injected {
  ran: unknown[];
  refused: string[];
  made: string[];
  asked(): string[];
  shown(): number[];
}

type Watched = Window & { injected: Injected };

export type Found = Pick<Injected, 'ran' | 'refused' | 'made'> & { asked: string[] };

/** What came of the texts in a document so far, after it had time to load what it was told to. */
export async function found(part: Part): Promise<Found> {
  return part.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { injected } = window as unknown as Watched;
    const { ran, refused, made } = injected;
    return { ran, refused, made, asked: injected.asked() };
  });
}

/** How many of them ran, or would have if the policy had let them. */
export const came = { executions: 0 };

export async function expectHarmless(part: Part, surface: string): Promise<void> {
  const now = await found(part);
  came.executions += now.ran.length + now.refused.length;
  expect(now, surface).toEqual({ ran: [], refused: [], made: [], asked: [] });
}

/** Waits until a document has shown all of these texts, scrolled through if need be, and expects that they were text and nothing else. */
export async function showsAll(part: Part, surface: string, numbers: readonly number[]): Promise<void> {
  const missing = new Set(numbers);
  await eventually(async () => {
    for (const number of await part.evaluate(() => (window as unknown as Watched).injected.shown())) missing.delete(number);
    await scrollOn(part);
    return missing.size === 0;
  }, { timeout: 20_000 }).catch(() => expect([...missing].map((number) => injections[number]), `not shown: ${surface}`).toEqual([]));
  await expectHarmless(part, surface);
}

/** Goes on to what comes after what is on screen, and from the end to the beginning. */
export async function scrollOn(part: Part): Promise<void> {
  await part.evaluate(() => {
    for (const each of [document.scrollingElement, ...document.querySelectorAll('.results')]) {
      if (!each) continue;
      const before = each.scrollTop;
      each.scrollBy({ top: each.clientHeight * 0.9, behavior: 'instant' });
      if (each.scrollTop === before) each.scrollTo({ top: 0, behavior: 'instant' });
    }
  });
}

/** What marks on posts are made of: numbers of the texts in them, how many buttons there are, and what has no business there. Runs in the page. */
export function marksIn(...roots: ShadowRoot[]): { words: number[]; buttons: number; strange: string[] } {
  const elements = roots.flatMap((root) => [...root.querySelectorAll('*')]);
  const strange = elements.filter(({ localName, attributes }) => (
    !['style', 'div', 'span', 'button', 'p', 'ul', 'li', 'iframe', 'postil-words'].includes(localName)
    || [...attributes].some(({ name, value }) => (
      name.startsWith('on') || name === 'href' || (name === 'src' && !/^[\w-]+-extension:/.test(value)) || (name === 'style' && value.includes('url'))
    ))
  ));
  const words = elements.flatMap((element) => Array.from((element.getAttribute('data-words') ?? '').matchAll(/ran\((\d+)\)/g), ([, number]) => Number(number)));
  return { words, buttons: elements.filter(({ localName }) => localName === 'button').length, strange: strange.map(({ outerHTML }) => outerHTML.slice(0, 200)) };
}

/** The tag that a text can be, if it is short enough. */
export function tagOf(text: string): string[] {
  const name = normaliseTagName(text);
  return [...name].length <= maxTagLength ? [name] : [];
}

/** Numbers of those that are tags. */
export const tagNumbers = all.filter((number) => tagOf(injections[number] ?? '').length > 0);

/** What posts of the web are called here. */
export const handle = 'injected_log';

/** A channel whose posts say them. */
export function injectedChannel(): Channel {
  const posts = injections.map((text, i): PostSpec => ({
    id: i + 1, date: '2026-03-09T07:15:00Z', text, signature: text, forwardedFrom: { name: text, signature: text },
    linkPreview: { url: `https://example.org/?${encodeURIComponent(text)}`, siteName: text, title: text, description: text },
    poll: { question: text, options: [{ text }] }, document: { name: text, extra: text }, replyTo: { url: `https://t.me/${handle}/1`, author: text, text },
    viaBot: 'tide_bot', keyboard: [[text]], reactions: [{ emoji: '👍', count: text }], views: text,
  }));
  return { handle, title: injections[0] ?? '', telegramId: 1_800_200_999, pageLength: posts.length, description: injections.join(' '), posts };
}

/** What a component would be, if somebody took a text for granted. */
const component = { type: 'script', key: null, ref: null, props: { children: 'ran(0)', dangerouslySetInnerHTML: { __html: '<img src=x onerror=ran(0)>' } } };

const date = '2026-03-09T07:15:00.000Z';

function contentOf(text: string) {
  return {
    text, channelTitle: text, author: text, viaBot: text, publishedAt: date, edited: true,
    kinds: ['text', 'photo', 'poll', 'link'],
    entities: [{ type: 'link', start: 0, end: text.length, url: text }],
    forwardedFrom: { name: text, url: text, signature: text },
    replyTo: { author: text, text, url: text },
    media: [{ kind: 'document', title: text, extra: text, url: text }],
    linkPreview: { url: text, siteName: text, title: text, description: text },
    poll: { question: text, type: text, options: [text] },
    buttons: [{ text, url: text }],
  };
}

/** The annotation that holds all of them at once. */
export const everything = 'everything';

function together(): object {
  const whole = injections.join('\n');
  const lists = [injections.slice(0, 100), injections.slice(-100)] as const;
  let end = -1;
  const entities = injections.map((text) => {
    const start = end + 1;
    end = start + text.length;
    return { type: 'link', start, end, url: text };
  });
  const content = {
    ...contentOf(injections[0] ?? ''), text: whole, entities,
    media: lists.flatMap((list) => list.slice(0, 50)).map((title) => ({ kind: 'document', title, extra: title, url: title })),
    poll: { question: injections[1], options: lists[0] }, buttons: lists[1].map((text) => ({ text, url: text })),
  };
  const look = { url: `https://t.me/s/${handle}`, page: 'feed', views: injections[2], reactions: lists[1].map((text) => ({ emoji: text, count: text })) };
  const version = { id: 'a'.repeat(64), canonical: 1, reader: 1, at: '2026-04-09T07:15:00.000Z' };
  return {
    id: everything, author: 'owner', post: { channel: handle, postId: 1, ...content }, tags: injections.flatMap(tagOf).slice(0, 50), note: whole,
    capture: { ...version, id: 'b'.repeat(64), at: date }, createdAt: date, seen: { ...look, at: date, app: '0.1.0' },
    history: {
      versions: [{ ...version, ...contentOf('Otherwise.') }],
      seen: [{ ...look, version: { id: version.id, canonical: 1, reader: 1 }, at: version.at }],
    },
  };
}

/** Of each text mine, in a channel called by it, and somebody else's, who is called by it. @param note what is added to mine */
export function injectedFile(note = ''): string {
  const mine = injections.map((text, i) => ({
    id: `mine-${i}`, author: 'owner', post: { channel: `injected_${i}`, postId: i + 1, ...contentOf(text) }, tags: tagOf(text), note: text + note, createdAt: date,
  }));
  const theirs = injections.map((text, i) => ({
    id: `theirs-${i}`, author: `author-${i}`, post: { channel: handle, postId: i + 1, ...contentOf(text) }, tags: tagOf(text), note: text, createdAt: date,
    target: { kind: 'quote', exact: text, prefix: text, suffix: text, start: 0, end: text.length },
  }));
  return JSON.stringify({
    format: 'postil', version: 1, owner: 'owner', generator: injections[0],
    authors: [{ id: 'owner', name: injections[0] }, ...injections.map((name, i) => ({ id: `author-${i}`, name })), { id: 'odd', name: component }],
    tags: [...injections.flatMap((text) => tagOf(text).map((name) => ({ name, colour: text, description: text }))), component, { name: component }],
    channels: injections.map((title, i) => ({ title, handles: [{ name: `injected_${i}`, firstSeen: date, lastSeen: date }] })),
    annotations: [...mine, ...theirs, together(), ...odd()],
  });
}

/** How many parts of the file no import may take. */
export const oddCount = 14;

function odd(): object[] {
  const post = { channel: handle, postId: 9_000 };
  return [
    { id: 'odd-1', post, note: component }, { id: 'odd-2', post, tags: component }, { id: 'odd-3', post, tags: [component] }, { id: 'odd-4', post: { ...post, text: component } },
    { id: 'odd-5', post: { ...post, channelTitle: component } }, { id: 'odd-6', post: { ...post, media: [{ kind: 'document', title: component }] } },
    { id: 'odd-7', post: { ...post, poll: { question: 'Which?', options: [component] } } }, { id: 'odd-8', post, target: { kind: 'quote', exact: component, prefix: '', suffix: '', start: 0, end: 1 } },
    { id: component, post }, { id: 'odd-10', author: component, post }, component,
  ];
}
