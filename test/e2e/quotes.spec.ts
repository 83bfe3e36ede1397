/** Words of a post: selected, annotated, marked, found again. */
import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { readPosts } from '../site/read.ts';
import { disappears, marks, markedWords, openEditor, post, quote, selectWords, showPost, shownOn, useStage, write } from './support.ts';

const stage = useStage();
const gazette = 'https://t.me/s/harbour_gazette';
const vote = 'harbour_gazette/92';
const second = 'harbour_gazette/93';

/** What the blocks of quoted words in a post say. */
async function quotesIn(part: Parameters<typeof marks>[0], name: string): Promise<string[]> {
  return part.names('blockquote', undefined, post(name));
}

test('words that are selected get an annotation of their own, and are marked, also after a reload', async () => {
  const tab = await stage.driver.open(gazette);
  const editor = await quote(tab, vote, 'light wind from the west');
  expect(await (await editor.find('blockquote')).text()).toBe('“light wind from the west”');
  await write(tab, { tags: ['weather'], note: 'Was it?' });
  await tab.find('button', 'Edit annotation of “light wind from the west”', { in: post(vote) });
  await eventually(async () => (await tab.focused()).name.startsWith('Edit annotation of “light wind'), { what: 'focus on what was saved' });
  await marks(tab, 'light wind from the west');
  expect(await shownOn(tab, vote)).toEqual({ tags: ['weather'], notes: ['Was it?'] });
  expect(await quotesIn(tab, vote)).toEqual(['“light wind from the west”']);

  await tab.reload();
  await showPost(tab, vote);
  await marks(tab, 'light wind from the west');
  expect(await quotesIn(tab, vote)).toEqual(['“light wind from the west”']);
  await tab.close();
});

test('the whole post and several quotes, overlapping too, have annotations beside each other', async () => {
  const tab = await stage.driver.open(gazette);
  await quote(tab, vote, 'wind from the west, no fog');
  await write(tab, { note: 'Overlaps.' });
  await tab.find('button', /^Edit annotation of “wind/, { in: post(vote) });
  await (await tab.find('button', 'Annotate post 92', { in: post(vote) })).click();
  await (await tab.framed('Annotation', { in: post(vote) })).find('combobox', 'Add tag');
  await write(tab, { note: 'All of it.' });
  await tab.find('button', 'Edit annotation of post 92', { in: post(vote) });
  await marks(tab, 'light wind from the west', 'wind from the west, no fog');
  expect((await shownOn(tab, vote)).notes).toEqual(['All of it.', 'Was it?', 'Overlaps.']);

  // Each is edited by its own button, and the others stay in sight.
  await (await tab.find('button', /^Edit annotation of “wind/, { in: post(vote) })).click();
  const editor = await tab.framed('Annotation', { in: post(vote) });
  expect(await (await editor.find('textbox', 'Note')).value()).toBe('Overlaps.');
  await eventually(async () => (await shownOn(tab, vote)).notes.join() === 'All of it.,Was it?', { what: 'the others' });
  await (await editor.find('button', 'Delete')).click();
  await editor.find('button', 'Undo');
  await marks(tab, 'light wind from the west');
  await tab.close();
});

test('what was typed about words and not saved is found again where they stand', async () => {
  const tab = await stage.driver.open(gazette);
  await quote(tab, vote, 'A vote on the tariff');
  await tab.press('Enter');
  await tab.type('Which');
  await tab.press('Escape');
  await tab.find('img', 'Not saved yet.', { in: post(vote) });
  await marks(tab, 'light wind from the west', 'A vote on the tariff');

  await tab.reload();
  await showPost(tab, vote);
  await (await tab.find('button', 'Go on writing about “A vote on the tariff”', { in: post(vote) })).click();
  const editor = await tab.framed('Annotation', { in: post(vote) });
  expect(await (await editor.find('textbox', 'Note')).value()).toBe('Which');
  await (await editor.find('button', 'Cancel')).click();
  await editor.find('button', 'Undo');
  await tab.reload();
  await showPost(tab, vote);
  await marks(tab, 'light wind from the west');
  await disappears(tab, 'button', /^Go on writing/, post(vote));
  await tab.close();
});

test('hover and focus lead from an annotation to its words, and a press on the words to their annotation', async () => {
  const tab = await stage.driver.open(gazette);
  await showPost(tab, vote);
  await marks(tab, 'light wind from the west');
  const edit = await tab.find('button', /^Edit annotation of “light wind/, { in: post(vote) });
  await edit.focus();
  await eventually(async () => (await markedWords(tab, 'postil-quote-pointed')).join() === 'light wind from the west', { what: 'its words' });
  await (await tab.find('button', 'Edit annotation of post 92', { in: post(vote) })).focus();
  await eventually(async () => (await markedWords(tab, 'postil-quote-pointed')).length === 0, { what: 'no words' });

  await tab.evaluate((selector) => {
    const text = document.querySelector<HTMLElement>(`${selector} .js-message_text`);
    const target = document.createElement('span');
    target.setAttribute('role', 'img');
    target.setAttribute('aria-label', 'The middle of the quote');
    const range = document.createRange();
    const node = [...text?.childNodes ?? []].find((child): child is Text => child instanceof Text && child.data.includes('light wind'));
    if (!text || !node) throw new Error('no words');
    range.setStart(node, node.data.indexOf('light wind') + 6);
    range.setEnd(node, node.data.indexOf('light wind') + 10);
    const { left, top, width, height } = range.getBoundingClientRect();
    Object.assign(target.style, { position: 'fixed', pointerEvents: 'none', left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    document.body.append(target);
  }, post(vote));
  const [at] = await tab.evaluate(() => [...document.querySelectorAll('[aria-label="The middle of the quote"]')].map((each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }));
  await tab.page.mouse.move(at?.x ?? 0, at?.y ?? 0);
  await eventually(async () => (await markedWords(tab, 'postil-quote-pointed')).join() === 'light wind from the west', { what: 'the pointed words' });
  await tab.page.mouse.click(at?.x ?? 0, at?.y ?? 0);
  await eventually(async () => (await tab.focused()).name.startsWith('Edit annotation of “light wind'), { what: 'focus on the annotation' });
  await tab.close();
});

/** Spoilers, links and code, custom emoji and strokes, an album's caption that stands there twice, a quote that folds, right to left. */
const texts = ['harbour_gazette/36', 'harbour_gazette/39', 'harbour_gazette/45', 'harbour_gazette/50', 'harbour_gazette/31', 'khabar_bandar/29', 'khabar_bandar/47'];

test.for(texts)('all that one sees of %s is what is quoted when all of it is selected', async (name) => {
  const address = `https://t.me/s/${name}`;
  const read = readPosts(stage.site, address).find(({ handle, postId }) => `${handle}/${postId}` === name);
  const tab = await stage.driver.open(address);
  await showPost(tab, name);
  await tab.find('button', /^Annotate post/, { in: post(name) });
  await tab.evaluate((selector) => {
    const text = document.querySelector(`${selector} .js-message_text`);
    const range = document.createRange();
    if (text) range.selectNodeContents(text);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
  }, post(name));
  await (await tab.find('button', /^Annotate the selection/, { in: post(name) })).click();
  const editor = await tab.framed('Annotation', { in: post(name) });
  expect(await (await editor.find('blockquote')).text()).toBe(`“${read?.text}”`);
  await (await editor.find('button', 'Cancel')).click();
  await tab.close();
});

test('the menu of selected text has an entry for it, and the browser knows the shortcut', async () => {
  const page = await stage.driver.extensionPage('library.html');
  const known = await page.evaluate(async () => {
    const api = globalThis as unknown as Record<string, {
      contextMenus: { update(id: string, changes: object): Promise<void> | void };
      commands: { getAll(): Promise<{ name?: string; shortcut?: string }[]> };
    }>;
    const { contextMenus, commands } = (api['browser'] ?? api['chrome']) as NonNullable<(typeof api)[string]>;
    // Rejects when there is no such entry.
    await contextMenus.update('annotate-selection', {});
    return (await commands.getAll()).find(({ name }) => name === 'annotate-selection')?.shortcut;
  });
  expect(known).toMatch(/^(Alt\+P|⌥P)$/);
  await page.close();
});

test('the shortcut and the menu annotate what is selected, by the keyboard alone', async () => {
  const tab = await stage.driver.open(gazette);
  await showPost(tab, second);
  await tab.find('button', 'Annotate post 93', { in: post(second) });
  await selectWords(tab, second, 'would follow');
  const background = await stage.driver.extensionPage('library.html');
  await tab.bringToFront();
  // What the worker tells the page when the browser tells it of the shortcut: no driver presses a browser's own keys.
  await background.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, { tabs: { query(by: object): Promise<{ id: number }[]>; sendMessage(id: number, message: object): Promise<unknown> } }>;
    const { tabs } = (browser ?? chrome) as NonNullable<typeof browser>;
    for (const { id } of await tabs.query({ url: 'https://t.me/*' })) await tabs.sendMessage(id, { signal: 'selection.annotate' }).catch(() => undefined);
  });
  const editor = await tab.framed('Annotation', { in: post(second) });
  expect(await (await editor.find('blockquote')).text()).toBe('“would follow”');
  await write(tab, { note: 'Would.' });
  await tab.find('button', /^Edit annotation of “would follow”/, { in: post(second) });
  await marks(tab, 'light wind from the west', 'would follow');
  await background.close();
  await tab.close();
});

test('words that are not there any more are said to be so, and never found elsewhere', async () => {
  const found = stage.site.channels.find(({ handle }) => handle === 'harbour_gazette')?.posts.find(({ id }) => id === 93);
  if (!found) throw new Error('no post');
  const { text: before = '' } = found;
  found.text = 'There will be no other.';
  const tab = await stage.driver.open(gazette);
  await showPost(tab, second);
  await tab.find('img', 'These words are not in the post any more.', { in: post(second) });
  await tab.find('img', 'The post has changed since.', { in: post(second) });
  expect(await quotesIn(tab, second)).toEqual(['“would follow”']);
  await marks(tab, 'light wind from the west');
  // It is still there to be read and edited.
  await (await tab.find('button', /^Edit annotation of “would follow”/, { in: post(second) })).click();
  const editor = await tab.framed('Annotation', { in: post(second) });
  expect(await (await editor.find('textbox', 'Note')).value()).toBe('Would.');
  await editor.find('link', 'What it said then');
  await write(tab, { note: ' Still.' });
  await eventually(async () => (await shownOn(tab, second)).notes.join() === 'Would. Still.', { what: 'the note' });

  found.text = before;
  await tab.reload();
  await showPost(tab, second);
  await disappears(tab, 'img', /./, post(second));
  await marks(tab, 'light wind from the west', 'would follow');
  await tab.close();
});

test('when nothing is to be shown on pages nothing is marked', async () => {
  const tab = await stage.driver.open(gazette);
  await marks(tab, 'light wind from the west', 'would follow');
  const background = await stage.driver.extensionPage('library.html');
  const set = (onPages: string) => background.evaluate(async (value) => {
    const { browser, chrome } = globalThis as unknown as Record<string, { runtime: { sendMessage(message: object): Promise<unknown> } }>;
    await (browser ?? chrome)?.runtime.sendMessage({ call: 'options.setOnPages', args: { onPages: value } });
  }, onPages);
  await set('nothing');
  await marks(tab);
  await set('notes');
  await marks(tab, 'light wind from the west', 'would follow');
  await openEditor(tab, vote);
  await background.close();
  await tab.close();
});
