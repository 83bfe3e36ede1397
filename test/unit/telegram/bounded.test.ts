// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { bounded } from '../../../src/telegram/bounded.ts';
import { readPost } from '../../../src/telegram/post.ts';
import { postOf, postWithText } from './markup.ts';

test('a post as Telegram makes it is read itself', () => {
  const post = postOf({});
  expect(bounded(post)).toBe(post);
});

test('of a monstrous one a copy of its beginning is', () => {
  const post = postWithText(`<b>first</b> ${'<i>x</i>'.repeat(10_000)}`);
  const copy = bounded(post);
  expect(copy.getElementsByTagName('*').length).toBeLessThan(10_000);
  expect(copy.getAttribute('data-post')).toBe('garden_notes/42');
  const text = copy.querySelector(':scope > .tgme_widget_message_bubble > .tgme_widget_message_text');
  expect(text?.innerHTML).toMatch(/^<b>first<\/b> <i>x<\/i>/);
  expect(post.querySelectorAll('i').length).toBeGreaterThan(10_000);

  expect(readPost(post)).toMatchObject({ handle: 'garden_notes', postId: 42, channelTitle: 'Garden' });
});

test('a text of megabytes is cut', () => {
  expect(readPost(postWithText('word '.repeat(200_000)))?.text).toHaveLength(99_999);
});
