/** What a reader does with Postil on a t.me page. */
import { type Part, type Tab, eventually } from '../browser/driver.ts';

/** CSS selector of a post on the page. */
export function post(name: string): string {
  return `[data-post="${name}"]`;
}

/** Brings a post on screen, as a reader does, and presses its button. */
export async function openEditor(tab: Tab, name: string): Promise<void> {
  await showPost(tab, name);
  const button = await tab.find('button', /^(Annotate|Edit annotation)/, { in: post(name) });
  await button.click();
  const editor = await tab.framed('Annotation', { in: post(name) });
  await editor.find('combobox', 'Add tag');
}

export async function showPost(tab: Tab, name: string): Promise<void> {
  await tab.bringToFront();
  await tab.evaluate((selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center' }), post(name));
}

/** Types an annotation into the open editor and saves it, all by keyboard. */
export async function write(tab: Tab, { tags = [], note = '' }: { tags?: readonly string[]; note?: string }): Promise<void> {
  for (const tag of tags) {
    await tab.type(tag);
    await tab.press('Enter');
  }
  // Enter in the empty tag field goes on to the note.
  await tab.press('Enter');
  const [first = '', ...rest] = note.split('\n');
  await tab.type(first);
  for (const line of rest) {
    await tab.press('Enter');
    await tab.type(line);
  }
  await tab.press('Control', 'Enter');
}

export async function annotate(tab: Tab, name: string, body: { tags?: readonly string[]; note?: string }): Promise<void> {
  await openEditor(tab, name);
  await write(tab, body);
  await tab.find('button', /^Edit annotation/, { in: post(name) });
}

/** The tags and notes that a post shows, as a screen reader tells them: line breaks are spaces to it. */
export async function shownOn(part: Part, name: string): Promise<{ tags: string[]; notes: string[] }> {
  return { tags: await part.names('listitem', undefined, post(name)), notes: await part.names('note', undefined, post(name)) };
}

/** The posts of the page, by name. */
export async function postsOf(part: Part): Promise<string[]> {
  return part.evaluate(() => (
    [...document.querySelectorAll('.tgme_widget_message[data-post]')].map((each) => each.getAttribute('data-post') ?? '')
  ));
}

/** Brings each of these posts on screen and waits until each offers exactly one Annotate. The page may load more. */
export async function expectOneEach(tab: Tab, names: readonly string[]): Promise<void> {
  let missing = names;
  await eventually(async () => {
    for (const name of missing) await showPost(tab, name);
    const offered = await tab.names('button', /^Annotate/);
    missing = names.filter((name) => offered.filter((each) => each === `Annotate post ${name.split('/')[1]}`).length !== 1);
    return missing.length === 0;
  }, { what: `one Annotate in each of ${names.length} posts` });
  const inside = await tab.evaluate((all) => all.map((each) => (
    document.querySelectorAll(`[data-post="${each}"] postil-annotation`).length
  )), names);
  if (inside.some((count) => count !== 1)) throw new Error(`hosts inside the posts: ${inside.join(', ')}`);
}

/** Selects words of a post, from the first of these to the last, as a reader does with the mouse. */
export async function selectWords(part: Part, name: string, words: string): Promise<void> {
  await part.evaluate((selector, wanted) => {
    const text = document.querySelector(`${selector} .js-message_text`);
    if (!text) throw new Error('no text');
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const start = nodes.map((node) => node.data).join('').indexOf(wanted);
    if (start < 0) throw new Error(`no "${wanted}" in ${text.textContent}`);
    const range = document.createRange();
    let before = 0;
    for (const node of nodes) {
      const after = before + node.length;
      if (before <= start && start < after) range.setStart(node, start - before);
      if (before < start + wanted.length && start + wanted.length <= after) range.setEnd(node, start + wanted.length - before);
      before = after;
    }
    text.scrollIntoView({ block: 'center', behavior: 'instant' });
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }, post(name), words);
}

/** Opens the form for words of a post. */
export async function quote(tab: Tab, name: string, words: string): Promise<Part> {
  await tab.bringToFront();
  await selectWords(tab, name, words);
  await (await tab.find('button', /^Annotate the selection/, { in: post(name) })).click();
  const editor = await tab.framed('Annotation', { in: post(name) });
  await editor.find('combobox', 'Add tag');
  return editor;
}

/** The words that are marked as quoted on the page, one entry for each stretch, in the order in which they were marked. */
export async function markedWords(part: Part, highlight = 'postil-quote'): Promise<string[]> {
  return part.evaluate((name) => {
    // Read as sets are, since the types know no iterator of it.
    const words: string[] = [];
    (CSS.highlights.get(name) as unknown as Set<Range> | undefined)?.forEach((range) => words.push(String(range)));
    return words;
  }, highlight);
}

export async function marks(part: Part, ...expected: string[]): Promise<void> {
  await eventually(async () => (await markedWords(part)).toSorted().join('|') === expected.toSorted().join('|'), {
    what: `the marked words ${expected.join(', ')}`,
  });
}
