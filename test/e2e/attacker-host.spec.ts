/** A page that does things to what stands on it, and makes events that no person made. */
import { beforeAll, expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { channel, secrets, useAttackedStage } from './attacker.ts';
import { annotate, openEditor, post, showPost, shownOn } from './support.ts';

const { stage, written } = useAttackedStage();
const name = 'harbour_gazette/93';
const other = 'harbour_gazette/91';
beforeAll(() => written({ name, ...secrets }));

/** Waits until this is kept as a draft, which it is 300 ms after the last key. */
async function isDraft(note: string): Promise<void> {
  const page = await stage.driver.extensionPage('popup.html');
  await eventually(() => page.evaluate((wanted) => new Promise<boolean>((resolve) => {
    const opening = indexedDB.open('postil');
    opening.onsuccess = () => {
      const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result.some((draft: { note: string }) => draft.note === wanted));
      };
    };
  }), note), { what: 'the draft' });
  await page.close();
}

/** The annotations that the library lists, as their posts and notes. */
async function stored(): Promise<string> {
  const page = await stage.driver.extensionPage('library.html');
  await page.find('link', /›/);
  const text = await page.evaluate(() => document.querySelector('main')?.innerText ?? '');
  await page.close();
  return text;
}

test('events that a script makes, on our host or as near to our buttons as it comes, do nothing', async () => {
  const tab = await stage.driver.open(channel);
  await showPost(tab, name);
  const edit = await tab.find('button', /^Edit annotation/, { in: post(name) });
  await edit.handle.evaluate((button) => {
    // In Firefox the page comes this near by itself: see attacker-oracles.spec.ts.
    const { left, top, width, height } = button.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true, cancelable: true };
    const host = document.elementFromPoint(at.clientX, at.clientY) ?? document.body;
    for (const target of [button, host, document, window]) {
      for (const type of ['pointerdown', 'pointerup', 'click', 'auxclick']) target.dispatchEvent(new PointerEvent(type, at));
      for (const type of ['mousedown', 'mouseup', 'click', 'dblclick', 'mouseover']) target.dispatchEvent(new MouseEvent(type, at));
      for (const type of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, { ...at, key: 'Enter', code: 'Enter', altKey: type === 'keyup' }));
      for (const type of ['dragstart', 'dragover', 'drop', 'dragend']) target.dispatchEvent(new DragEvent(type, at));
      for (const type of ['focus', 'focusin', 'blur']) target.dispatchEvent(new FocusEvent(type, at));
      for (const type of ['beforeinput', 'input']) target.dispatchEvent(new InputEvent(type, { ...at, data: 'forged', inputType: 'insertText' }));
      for (const type of ['submit', 'touchstart', 'touchend', 'pageshow', 'visibilitychange']) target.dispatchEvent(new Event(type, at));
    }
    button.click();
    button.focus();
  });
  // A real press afterwards: by then a forged one would have opened a frame too.
  await openEditor(tab, 'harbour_gazette/92');
  expect(await edit.handle.evaluate((button) => (button.getRootNode() as ShadowRoot).querySelectorAll('iframe').length)).toBe(0);
  await tab.press('Escape');
  await tab.close();
});

test('floods of messages and events with names that could be guessed change nothing, in the page or in the form', async () => {
  const tab = await stage.driver.open(channel);
  await openEditor(tab, other);
  await tab.press('Enter');
  await tab.type('typed');
  const after = await tab.evaluate(async () => {
    const token = crypto.randomUUID();
    const signals = ['editor.claimed', 'editor.closed', 'editor.resized', 'selection.annotate'].map((signal) => ({ signal, token, notice: false, height: 5 }));
    const calls = ['annotation.saveOnPost', 'annotation.delete', 'data.erase', 'annotations.forPosts', 'editor.open'].map((call) => ({ call, args: {} }));
    for (let i = 0; i < 500; i++) {
      for (const message of [...signals, ...calls, JSON.stringify(signals[0])]) {
        window.postMessage(message, '*');
        for (const type of ['postil', 'message', 'editor.closed', 'postil-annotation']) {
          const detail = { detail: message, bubbles: true, composed: true };
          document.querySelector('postil-annotation')?.dispatchEvent(new CustomEvent(type, detail));
          document.dispatchEvent(new CustomEvent(type, detail));
        }
      }
    }
    // No way to write to us but this is there.
    const { chrome, browser } = window as unknown as { chrome?: { runtime?: { sendMessage?: unknown } }; browser?: unknown };
    for (let turns = 0; turns < 3; turns++) await new Promise((resolve) => setTimeout(resolve));
    return { frames: window.length, api: typeof chrome?.runtime?.sendMessage, browser: typeof browser };
  });
  expect(after).toEqual({ frames: 0, api: 'undefined', browser: 'undefined' });
  const editor = await tab.framed('Annotation', { in: post(other) });
  expect(await (await editor.find('textbox', 'Note')).value()).toBe('typed');
  expect(await stored()).not.toContain('typed');
  await tab.press('Control', 'Enter');
  await tab.find('button', /^Edit annotation/, { in: post(other) });
  await tab.close();
});

test('a copy of our host holds nothing, and one that is put elsewhere still means its own post', async () => {
  const tab = await stage.driver.open(channel);
  await showPost(tab, 'harbour_gazette/90');
  await tab.find('button', 'Annotate post 90');
  const copy = await tab.evaluate((from, to) => {
    const [host] = document.querySelectorAll(`${from} postil-annotation`);
    const target = document.querySelector(to)?.firstElementChild;
    if (!host || !target) throw new Error('nothing to copy');
    const cloned = host.cloneNode(true) as Element;
    target.append(cloned);
    const imported = target.appendChild(document.importNode(host, true));
    target.append(host);
    return { inside: cloned.childNodes.length + imported.childNodes.length, roots: cloned.shadowRoot ?? imported.shadowRoot, html: (host as HTMLElement).outerHTML };
  }, post('harbour_gazette/90'), post('harbour_gazette/88'));
  expect(copy).toEqual({ inside: 0, roots: null, html: '<postil-annotation></postil-annotation>' });
  await (await tab.find('button', 'Annotate post 90', { in: post('harbour_gazette/88') })).click();
  const editor = await tab.framed('Annotation');
  await editor.find('combobox', 'Add tag');
  await tab.press('Enter');
  await tab.type('of ninety');
  await tab.press('Control', 'Enter');
  await tab.find('button', 'Edit annotation of post 90');
  expect(await tab.findAll('button', 'Edit annotation of post 88')).toEqual([]);
  await tab.close();
});

test('a host that is taken away takes nothing that was written with it', async () => {
  let tab = await stage.driver.open(channel);
  await openEditor(tab, 'harbour_gazette/87');
  await tab.press('Enter');
  await tab.type('half a word');
  await isDraft('half a word');
  await tab.evaluate(() => document.querySelectorAll('postil-annotation').forEach((host) => host.remove()));
  // The rest of the page goes on.
  await tab.evaluate((selector) => {
    const post = document.querySelector(selector)?.closest('.tgme_widget_message_wrap');
    const html = post?.outerHTML.replaceAll('gazette/92', 'gazette/192');
    if (html) post?.insertAdjacentHTML('afterend', html);
  }, post('harbour_gazette/92'));
  await annotate(tab, 'harbour_gazette/192', { note: 'goes on' });
  await tab.close();
  tab = await stage.driver.open(channel);
  await eventually(async () => (await shownOn(tab, name)).notes[0] === secrets.note, { what: 'what was saved' });
  await openEditor(tab, 'harbour_gazette/87');
  const editor = await tab.framed('Annotation');
  expect(await (await editor.find('textbox', 'Note')).value()).toBe('half a word');
  await tab.press('Escape');
  await tab.close();
});

test('presses on what covers the form reach the cover and write nothing; a form that is not seen writes what was typed in it', async () => {
  const tab = await stage.driver.open(channel);
  const target = 'harbour_gazette/85';
  await openEditor(tab, target);
  const editor = await tab.framed('Annotation', { in: post(target) });
  const saveButton = await editor.find('button', 'Save');
  await saveButton.handle.scrollIntoView();
  const box = await saveButton.handle.boundingBox();
  if (!box) throw new Error('no button to cover');
  await tab.evaluate(({ x, y, width, height }) => {
    const cover = document.body.appendChild(document.createElement('button'));
    cover.style.cssText = `position: fixed; z-index: 2147483647; left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px`;
    cover.textContent = 'Show more posts';
  }, box);
  const cover = await tab.find('button', 'Show more posts');
  await cover.click();
  expect(await tab.findAll('button', /^Edit annotation/, post(target))).toEqual([]);
  // What remains (SECURITY.md): the page can hide the form and have a person press what they do not see. Nothing is typed for them.
  await tab.evaluate((selector) => {
    document.querySelector<HTMLElement>(`${selector} postil-annotation`)?.style.setProperty('opacity', '0');
  }, post(target));
  await (await editor.find('textbox', 'Note')).focus();
  await tab.press('Control', 'Enter');
  await tab.find('button', /^Edit annotation/, { in: post(target) });
  expect(await shownOn(tab, target)).toEqual({ tags: [], notes: [] });
  await tab.close();
});
