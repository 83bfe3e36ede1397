/** An album is one post by whatever of its pictures it is met. */
import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { annotate, openEditor, post, showPost, shownOn, useStage } from './support.ts';

const stage = useStage();
const single = (id: number) => `https://t.me/harbour_gazette/${id}?embed=1&single`;

test('what is written on one picture stands on the album, and what becomes of it there on every picture', async () => {
  const picture = await stage.driver.open(single(46));
  await annotate(picture, 'harbour_gazette/46', { tags: ['regatta'], note: 'The moving one.' });

  const feed = await stage.driver.open('https://t.me/s/harbour_gazette/45');
  await showPost(feed, 'harbour_gazette/45');
  await feed.find('list', 'Tags', { in: post('harbour_gazette/45') });
  expect(await shownOn(feed, 'harbour_gazette/45')).toEqual({ tags: ['regatta'], notes: ['The moving one.'] });
  await openEditor(feed, 'harbour_gazette/45');
  await feed.type('quay');
  await feed.press('Enter');
  await feed.press('Control', 'Enter');

  // The open picture follows; the annotation is one.
  await picture.bringToFront();
  await eventually(async () => (await shownOn(picture, 'harbour_gazette/46')).tags.join() === 'regatta,quay', { what: 'both tags on the picture' });
  expect((await shownOn(picture, 'harbour_gazette/46')).notes).toEqual(['The moving one.']);
  await feed.close();
  await picture.close();
});

test('an annotated album is annotated by each of its pictures', async () => {
  const feed = await stage.driver.open('https://t.me/s/harbour_gazette/68');
  await annotate(feed, 'harbour_gazette/68', { note: 'Both.' });
  const picture = await stage.driver.open(single(69));
  await picture.find('button', 'Edit annotation of post 69');
  expect((await shownOn(picture, 'harbour_gazette/69')).notes).toEqual(['Both.']);
  await picture.close();
  await feed.close();
});
