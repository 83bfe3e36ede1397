/** A post embedded in a page of another site, which hears the height of its frame and must learn nothing by it. */
import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { annotate, post, shownOn, useStage } from './support.ts';

const stage = useStage();
const name = 'harbour_gazette/93';
const page = `https://example.org/embed?post=${name}`;

type WithHeights = Window & { heights: number[] };

async function open() {
  const tab = await stage.driver.open(page);
  const embed = await tab.framed('Telegram Widget');
  await embed.find('button', /^Annotate/, { in: post(name) });
  const heights = () => tab.evaluate(() => (window as unknown as WithHeights).heights);
  return { tab, embed, heights };
}

test('nothing changes size and no word is shown before a press; then everything is', async () => {
  const before = await open();
  const plain = await eventually(async () => (await before.heights()).at(-1));
  await before.tab.close();

  const feed = await stage.driver.open('https://t.me/s/harbour_gazette');
  await annotate(feed, name, { tags: ['port'], note: 'Two lines\nof a note.' });
  await feed.close();

  const { tab, embed, heights } = await open();
  const button = await embed.find('button', /^Annotated/, { in: post(name) });
  expect((await heights()).at(-1)).toBe(plain);
  expect(await embed.findAll('list', 'Tags')).toEqual([]);
  expect(await embed.findAll('note')).toEqual([]);

  await button.click();
  await embed.find('list', 'Tags', { in: post(name) });
  expect(await shownOn(embed, name)).toEqual({ tags: ['port'], notes: ['Two lines of a note.'] });
  await eventually(async () => ((await heights()).at(-1) ?? 0) > (plain ?? Infinity), { what: 'the frame to grow' });

  // And it can be edited there.
  const edit = await embed.find('button', /^Edit annotation/, { in: post(name) });
  await edit.click();
  const editor = await tab.framed('Annotation');
  expect(await (await editor.find('textbox', 'Note')).value()).toBe('Two lines\nof a note.');
  await tab.press('Enter');
  await tab.type('Thus: ');
  await tab.press('Control', 'Enter');
  await eventually(async () => (await shownOn(embed, name)).notes[0]?.includes('Thus:'));
  await tab.close();
});
