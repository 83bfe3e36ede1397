/** What the page, which is hostile, can learn of what is written on it. */
import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { annotate, openEditor, post, useStage, write } from './support.ts';

const stage = useStage();
const channel = 'https://t.me/s/harbour_gazette';
const name = 'harbour_gazette/93';

test("the page's own listeners see nothing of what is typed", async () => {
  const tab = await stage.driver.open(channel);
  await tab.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of [
      'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'copy', 'cut', 'paste',
      'compositionstart', 'compositionupdate', 'compositionend', 'selectionchange', 'submit',
    ]) {
      window.addEventListener(type, (event) => heard.push(event.type), true);
      document.addEventListener(type, (event) => heard.push(event.type), true);
    }
  });
  await openEditor(tab, name);
  await tab.evaluate(() => void (window as unknown as { heard: string[] }).heard.splice(0));
  await tab.type('tag-of-mine');
  await tab.press('Enter');
  await tab.press('Enter');
  await tab.type('secret');
  await tab.press('Control', 'a');
  await tab.press('Control', 'c');
  await tab.press('Control', 'v');
  expect(await tab.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  await tab.press('Control', 'Enter');
  await tab.find('button', /^Edit annotation/, { in: post(name) });
  await tab.close();
});

test('neither window.find, nor selections, nor the text of the page hold a word of tags or notes', async () => {
  const tab = await stage.driver.open(channel);
  await annotate(tab, 'harbour_gazette/91', { tags: ['zanzibar'], note: 'Quetzalcoatl' });
  const found = await tab.evaluate((selector) => {
    const words = ['zanzibar', 'quetzalcoatl'];
    const read: string[] = [document.documentElement.innerHTML, document.body.innerText];
    const selection = window.getSelection();
    const target = document.querySelector(selector);
    if (!selection || !target) throw new Error('no selection');
    selection.selectAllChildren(target);
    read.push(selection.toString());
    for (const unit of ['character', 'word', 'line', 'paragraph']) {
      selection.collapse(target, 0);
      for (let i = 0; i < 60; i++) {
        selection.modify('extend', 'forward', unit);
        read.push(selection.toString());
      }
    }
    selection.removeAllRanges();
    const byFind = words.filter((word) => (window as unknown as { find(word: string): boolean }).find(word));
    return {
      byFind,
      inText: words.filter((word) => read.some((text) => text.toLowerCase().includes(word))),
      roots: [...document.querySelectorAll('*')].filter((element) => element.shadowRoot !== null).length,
      frames: window.length,
    };
  }, post('harbour_gazette/91'));
  expect(found).toEqual({ byFind: [], inText: [], roots: 0, frames: 0 });
  await tab.close();
});

test('a press made by a script opens nothing', async () => {
  const tab = await stage.driver.open(channel);
  const button = await tab.find('button', /^Annotate/, { in: post('harbour_gazette/90') });
  await button.handle.evaluate((element) => element.click());
  // A real press afterwards shows that the button works; by then the forged one would have opened a frame too.
  await openEditor(tab, 'harbour_gazette/88');
  await write(tab, { note: 'real' });
  await tab.find('button', /^Edit annotation/, { in: post('harbour_gazette/88') });
  // That of the real one goes in a moment.
  await eventually(async () => !tab.page.frames().some((frame) => frame.url().includes('editor.html')), { what: 'no frame of ours' });
  await tab.close();
});
