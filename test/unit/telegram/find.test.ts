// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { findPosts } from '../../../src/telegram/find.ts';
import { mountPoint } from '../../../src/telegram/mount.ts';
import { embedMarkup, feedMarkup, parse, postMarkup, postOf } from './markup.ts';

const names = (posts: Element[]): (string | null)[] => posts.map((post) => post.getAttribute('data-post'));

describe('finding posts', () => {
  test('in a feed, in its order', () => {
    const document = parse(feedMarkup(postMarkup({ name: 'a/1' }), postMarkup({ name: '__proto__/1' }), postMarkup({ name: 'b/3' })));
    expect(names(findPosts(document))).toEqual(['a/1', '__proto__/1', 'b/3']);
  });

  test('in an embed, without a wrap', () => {
    expect(names(findPosts(parse(embedMarkup(postMarkup()))))).toEqual(['garden_notes/42']);
  });

  test('in a wrap, and the post itself', () => {
    const post = postOf({});
    expect(findPosts(post)).toEqual([post]);
    expect(post.parentElement && findPosts(post.parentElement)).toEqual([post]);
    const fragment = document.createDocumentFragment();
    fragment.append(post);
    expect(findPosts(fragment)).toEqual([post]);
  });

  test('not what has no identity', () => {
    expect(findPosts(parse(feedMarkup(
      '<div class="tme_no_messages_found"></div>',
      '<div class="tgme_widget_message_error">Post not found</div>',
      postMarkup({ name: 'a/99999999999999999999' }),
      '<div class="tgme_widget_message" data-peer="c5_1" data-post-id="3"><a class="tgme_widget_message_date" href="https://t.me/a/2?comment=3"></a></div>',
    )))).toEqual([]);
  });

  test('the same id twice is two posts', () => {
    expect(findPosts(parse(feedMarkup(postMarkup({ attributes: 'id="x"' }), postMarkup({ attributes: 'id="x"' }))))).toHaveLength(2);
  });

  test('a form whose fields shadow its methods is no root and no post', () => {
    const form = parse('<form class="tgme_widget_message" data-post="a/1"><input name="matches"><input name="getAttribute"><input name="querySelectorAll"></form>');
    expect(findPosts(form)).toEqual([]);
    expect(form.forms[0] && findPosts(form.forms[0])).toEqual([]);
  });
});

describe('mount point', () => {
  test('the bubble', () => {
    expect(mountPoint(postOf({})).className).toBe('tgme_widget_message_bubble');
  });

  test('the post, when the bubble is not there (yet)', () => {
    const post = document.createElement('div');
    expect(mountPoint(post)).toBe(post);
  });
});
