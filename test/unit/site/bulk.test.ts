import { expect, test } from 'vitest';
import { bulkChannel } from '../../site/bulk.ts';
import { createSite } from '../../site/site.ts';

test('a channel of any length is the same every time', () => {
  expect(bulkChannel(500)).toEqual(bulkChannel(500));
  expect(bulkChannel(3, { first: 40, handle: 'harbour_load' })).toMatchObject({ handle: 'harbour_load', posts: [{ id: 40 }, { id: 41 }, { id: 42 }] });
});

test('it mixes kinds and scripts', () => {
  const { posts } = bulkChannel(200);
  for (const has of ['photo', 'reactions', 'forwardedFrom', 'replyTo', 'linkPreview', 'document', 'edited', 'signature'] as const) {
    expect(posts.some((post) => post[has] !== undefined), has).toBe(true);
  }
  for (const script of [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u]) {
    expect(posts.some(({ text }) => script.test(text ?? '')), String(script)).toBe(true);
  }
});

test('its pages reach every post once', () => {
  const site = createSite([bulkChannel(300)]);
  const seen: string[] = [];
  for (let next: string | undefined = '/s/harbour_bulk'; next !== undefined;) {
    const body = JSON.parse(site.answer({ url: `https://t.me${next}`, method: 'POST', headers: {} })?.body ?? '') as string;
    seen.unshift(...Array.from(body.matchAll(/data-post="harbour_bulk\/(\d+)"/g), ([, id]) => id ?? ''));
    next = /href="([^"]*)" class="tme_messages_more/.exec(body)?.[1];
  }
  expect(seen).toEqual(Array.from({ length: 300 }, (_, i) => String(i + 1)));
});
