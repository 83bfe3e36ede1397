/** By what else than text a page could learn what is written on it: roots, events, fonts, the clipboard, sizes, marks. */
import { beforeAll, expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { channel, secretWords, secrets, useAttackedStage } from './attacker.ts';
import { openEditor, post, shownOn } from './support.ts';

const { stage, open, written } = useAttackedStage();
const name = 'harbour_gazette/93';

/** Letters that nothing else on the page has. */
const runes = { name: 'harbour_gazette/92', tags: ['ᚠ'], note: 'ᚢ' };
beforeAll(() => written({ name, ...secrets }, runes));

async function isShown(tab: Tab): Promise<void> {
  await eventually(async () => (await shownOn(tab, name)).notes[0] === secrets.note, { what: 'the note' });
}

type Spied = Window & { got: (ShadowRoot | null)[] };

test('a page that defines the elements we use is not given their closed roots', async () => {
  const tab = await open(() => {
    const got: (() => ShadowRoot | null)[] = [];
    for (const element of ['postil-annotation', 'postil-words']) {
      customElements.define(element, class extends HTMLElement {
        constructor() {
          super();
          const internals = this.attachInternals();
          got.push(() => internals.shadowRoot);
        }
      });
    }
    Object.defineProperty(window, 'got', { get: () => got.map((root) => root()) });
  });
  await isShown(tab);
  await openEditor(tab, name);
  const got = await tab.evaluate(() => {
    const all = (window as unknown as Spied).got;
    return { asked: all.length > 0, roots: all.filter((root) => root !== null).length };
  });
  expect(got).toEqual({ asked: true, roots: 0 });
  await tab.close();
});

type Watched = Window & { roots: Set<ShadowRoot>; heard: Set<string>; entries: string[] };

/** Runs in the page: has every event, point and selection tell where it is, and goes on from there as far as it leads. */
function watchEverything(): void {
  const roots = new Set<ShadowRoot>();
  const heard = new Set<string>();
  const entries: string[] = [];
  Object.assign(window, { roots, heard, entries });
  const follow = (node: unknown) => {
    if (!(node instanceof Node)) return;
    const root = node.getRootNode();
    if (root instanceof ShadowRoot) roots.add(root);
  };
  const look = () => {
    const selection = getSelection();
    follow(selection?.anchorNode);
    follow(selection?.focusNode);
    for (let i = 0; i < (selection?.rangeCount ?? 0); i++) follow(selection?.getRangeAt(i).commonAncestorContainer);
    follow(document.activeElement);
  };
  const names = [window, HTMLElement.prototype, Document.prototype].flatMap((each) => Object.getOwnPropertyNames(each));
  for (const type of new Set(names.flatMap((each) => (each.startsWith('on') ? each.slice(2) : [])))) {
    window.addEventListener(type, (event) => {
      const told = event as unknown as Record<string, unknown>;
      if ((event.target as Element | null)?.localName === 'postil-annotation') heard.add(type);
      for (const key of [
        'target', 'srcElement', 'relatedTarget', 'originalTarget', 'explicitOriginalTarget', 'rangeParent', 'fromElement', 'toElement', 'submitter',
      ]) follow(told[key]);
      event.composedPath().forEach(follow);
      const { clientX: x, clientY: y } = event as MouseEvent;
      if (x !== undefined && y !== undefined) {
        document.elementsFromPoint(x, y).forEach(follow);
        follow(document.caretPositionFromPoint(x, y)?.offsetNode);
      }
      look();
    }, true);
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { target?: Node; element?: Node; sources?: { node?: Node }[] })[]) {
      entries.push(JSON.stringify(entry));
      [entry.target, entry.element, ...(entry.sources ?? []).map(({ node }) => node)].forEach(follow);
    }
  }).observe({ entryTypes: [...PerformanceObserver.supportedEntryTypes] });
}

/** Runs in the page: what it holds now. */
function stolen(words: string[]) {
  const { roots, heard, entries } = window as unknown as Watched;
  const markup = [...roots].map((root) => root.innerHTML.toLowerCase()).join();
  return {
    words: words.filter((word) => markup.includes(word)),
    windows: window.length,
    // Firefox tells of the editor's frame when the pointer comes over it.
    documents: [...roots].flatMap((root) => [...root.querySelectorAll('iframe')]).filter((frame) => frame.contentDocument !== null).length,
    addresses: entries.filter((entry) => /extension:|token/.test(entry)),
    hears: ['mousemove', 'click'].filter((type) => heard.has(type)),
  };
}

test('no event, point or selection leads a page to a word, nor into the editor', async () => {
  const tab = await open(watchEverything);
  await isShown(tab);
  await tab.bringToFront();
  const note = await tab.find('note', undefined, { in: post(name) });
  await note.handle.scrollIntoView();
  const box = await note.handle.boundingBox();
  if (!box) throw new Error('the note has no place');
  const { mouse } = tab.page;
  await mouse.move(box.x + 4, box.y + 4);
  await mouse.down();
  await mouse.move(box.x + 60, box.y + 8, { steps: 3 });
  await mouse.up();
  await mouse.click(box.x + 20, box.y + 8, { count: 2 });
  await tab.press('Tab');
  await openEditor(tab, name);
  await tab.type('more');
  const editor = await tab.framed('Annotation', { in: post(name) });
  await (await editor.find('textbox', 'Note')).click();
  await tab.type('words');
  expect(await tab.evaluate(stolen, secretWords)).toEqual({
    words: [], windows: 0, documents: 0, addresses: [],
    // It does hear of what happens on us.
    hears: ['mousemove', 'click'],
  });
  await tab.press('Escape');
  await tab.close();
});

test('no font of the page is asked for what is written', async () => {
  const asked: string[] = [];
  const { answer } = stage.driver;
  stage.driver.answer = (request) => {
    const { pathname, search } = new URL(request.url);
    if (pathname !== '/font') return answer?.(request);
    asked.push(decodeURIComponent(search.slice(1)));
    return { status: 404, headers: {}, body: '' };
  };
  const tab = await open(() => {
    const names = ['system-ui', 'sans-serif', 'serif', 'ui-serif', 'Georgia', 'Palatino', 'Palatino Linotype', 'Iowan Old Style', 'Theirs'];
    const style = document.createElement('style');
    style.textContent = `${names.flatMap((family) => ['ᚠ', 'ᚢ', 'ᚦ'].map((letter) => (
      `@font-face { font-family: "${family}"; src: url("/font?${letter}"); unicode-range: U+${letter.charCodeAt(0).toString(16)}; }`
    ))).join('')} * { font-family: Theirs !important } *::first-line, *::first-letter { font-family: Theirs !important }`;
    document.head.append(style);
    // And one that the page has itself.
    document.addEventListener('DOMContentLoaded', () => document.body.append('ᚦ'));
  });
  await tab.bringToFront();
  await tab.evaluate((selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center' }), post(runes.name));
  await eventually(async () => (await shownOn(tab, runes.name)).notes[0] === runes.note, { what: 'the note' });
  await tab.evaluate(() => document.body.lastChild?.remove());
  await eventually(() => asked.includes('ᚦ'), { what: 'the letter of the page' });
  // What is drawn by then asks for its fonts before the next frame.
  await tab.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    await document.fonts.ready;
  });
  expect([...new Set(asked)]).toEqual(['ᚦ']);
  await tab.close();
  if (answer) stage.driver.answer = answer;
});

type Taken = Window & { taken: Record<string, string> };

test('what is copied or dragged with the page holds nothing of what is written', async () => {
  const tab = await open(() => {
    const taken: Record<string, string> = {};
    Object.assign(window, { taken });
    const take = (event: string, data: DataTransfer | null) => {
      for (const type of data?.types ?? []) taken[`${event} ${type}`] = data?.getData(type) ?? '';
    };
    document.addEventListener('dragstart', ({ dataTransfer }) => take('drag', dataTransfer));
    document.addEventListener('paste', ({ clipboardData }) => take('paste', clipboardData));
  });
  await isShown(tab);
  await tab.bringToFront();
  await tab.evaluate((selector) => {
    const target = document.body.appendChild(document.createElement('textarea'));
    target.id = 'target';
    getSelection()?.selectAllChildren(document.querySelector(selector) ?? document.body);
  }, post(name));
  const text = await tab.page.$(`${post(name)} .js-message_text`);
  const box = await text?.boundingBox();
  if (!box) throw new Error('the post has no text');
  const { keyboard, mouse } = tab.page;
  // Keys alone do not edit in Chromium: https://pptr.dev/api/puppeteer.keydownoptions
  const edit = async (key: 'c' | 'v', command: string) => {
    await keyboard.down('Control');
    await keyboard.down(key, { commands: [command] });
    await keyboard.up(key);
    await keyboard.up('Control');
  };
  await edit('c', 'copy');
  await mouse.move(box.x + 10, box.y + 8);
  await mouse.down();
  await mouse.move(box.x + 40, box.y + 30, { steps: 4 });
  await mouse.up();
  await tab.evaluate(() => document.getElementById('target')?.focus());
  await edit('v', 'paste');
  const taken = await eventually(() => tab.evaluate(() => {
    const all = (window as unknown as Taken).taken;
    return 'paste text/plain' in all ? all : undefined;
  }), { what: 'the clipboard' });
  for (const kind of ['paste text/plain', 'paste text/html', 'drag text/html']) expect(taken[kind], kind).toContain('A second vote');
  for (const [kind, data] of Object.entries(taken)) {
    expect(secretWords.filter((word) => data.toLowerCase().includes(word)), kind).toEqual([]);
    expect(data, kind).not.toMatch(/<iframe|token=/);
  }
  await tab.close();
});

type Printed = Window & { printed: string[] };

test('a page that is printed is given no word for it', async () => {
  const tab = await open(() => {
    const printed: string[] = [];
    Object.assign(window, { printed });
    const look = () => printed.push(document.documentElement.innerHTML, document.body.innerText);
    addEventListener('beforeprint', look);
    addEventListener('afterprint', look);
    matchMedia('print').addEventListener('change', look);
  });
  await isShown(tab);
  await tab.page.pdf();
  const found = await tab.evaluate((words) => {
    const { printed } = window as unknown as Printed;
    return { looked: printed.length > 0, words: words.filter((word) => printed.some((text) => text.toLowerCase().includes(word))) };
  }, secretWords);
  expect(found).toEqual({ looked: true, words: [] });
  await tab.close();
});

test('sizes tell which posts are annotated, and marks which words are quoted, and no more', async () => {
  const quoted = 'harbour_gazette/91';
  const sizes = (tab: Tab) => tab.evaluate(() => Object.fromEntries(
    [...document.querySelectorAll('.tgme_widget_message[data-post]')].map((each) => [each.getAttribute('data-post'), Math.round(each.getBoundingClientRect().height)]),
  ));
  const marked = (tab: Tab) => tab.evaluate(() => {
    const words: string[] = [];
    CSS.highlights.forEach((highlight) => (highlight as unknown as Set<Range>).forEach((range) => words.push(String(range))));
    return { words, posts: [...document.querySelectorAll('[data-postil-quotes]')].map((each) => each.getAttribute('data-post')) };
  });
  let tab = await stage.driver.open(channel);
  const areShown = () => eventually(async () => (await tab.findAll('note')).length >= 2, { what: 'what was annotated before' });
  await areShown();
  const before = await sizes(tab);
  await tab.close();
  await written({ name: quoted, ...secrets, quote: 'goes by length' });
  tab = await stage.driver.open(channel);
  await areShown();
  await eventually(async () => (await marked(tab)).words.length > 0, { what: 'the mark' });
  const after = await sizes(tab);
  expect(Object.keys(after).filter((each) => after[each] !== before[each])).toEqual([quoted]);
  expect(await marked(tab)).toEqual({ words: ['goes by length'], posts: [quoted] });
  await tab.close();
});
