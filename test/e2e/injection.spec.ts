/**
 * Texts that are made to come alive, in everything that a post, a person or a file can bring, on every surface and in every export:
 * nothing of them runs, is kept from running by the policy alone, becomes an element, or is asked for.
 */
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import { afterAll, expect, test } from 'vitest';
import { type Answer, type Part, type Tab, eventually } from '../browser/driver.ts';
import { tell } from '../faults/faults.ts';
import { injections } from '../faults/injections.ts';
import {
  all, came, everything, expectHarmless, found, handle, injectedChannel, injectedFile, marksIn, oddCount, scrollOn, showsAll, tagNumbers, tagOf, watched,
  watchedPage, witness,
} from './injected.ts';
import { annotate, ask, chooseFile, extension, openEditor, post, useStage } from './support.ts';

/** Addresses of evil.example that were asked for. */
const asked: string[] = [];
/** Pages besides those of the site. */
const pages = new Map<string, string>();

const answer: Answer = (request) => {
  const { hostname } = new URL(request.url);
  if (hostname === 'evil.example') asked.push(request.url);
  const body = pages.get(request.url);
  if (body !== undefined) return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: watchedPage(body) };
  const response = stage.site.answer(request);
  return response && { ...response, body: watchedPage(response.body) };
};

const folder = watched(extension);
const stage = useStage({ extension: folder, answer });
const surfaces = new Set<string>();

afterAll(async () => {
  await rm(folder, { recursive: true });
  tell({ 'texts tried for injection': injections.length, 'surfaces shown them': surfaces.size, 'executions of them': came.executions });
});

async function shows(part: Part, surface: string, numbers = all): Promise<void> {
  await showsAll(part, surface, numbers);
  surfaces.add(surface);
}

async function press(part: Part, name: string | RegExp, within?: string): Promise<void> {
  await (await part.find('button', name, within === undefined ? {} : { in: within })).click();
}

async function library(hash = ''): Promise<Tab> {
  const tab = await stage.driver.extensionPage(`library.html${hash}`);
  await tab.page.setViewport({ width: 1_280, height: 4_000 });
  return tab;
}

/** Presses what shows more, until all is shown. */
async function unfold(tab: Tab, selector: string): Promise<void> {
  await eventually(() => tab.evaluate((css) => {
    const buttons = [...document.querySelectorAll<HTMLElement>(css)];
    for (const button of buttons) button.click();
    return buttons.length > 0;
  }, selector), { what: selector });
}

const blank = '<!DOCTYPE html><html><head><link rel="icon" href="data:,"></head><body></body></html>';

test('whoever puts them into a page as markup sees them run, be refused, and be asked for', async () => {
  pages.set('https://t.me/control', blank);
  const page = await stage.driver.open('https://t.me/control');
  const run = async (tab: Tab) => {
    await tab.evaluate(async (texts) => {
      for (const text of texts) {
        const place = document.createElement('div');
        place.innerHTML = text;
        document.body.append(place);
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, injections.filter((text) => /^\W*<(img|svg|iframe|audio|link|input|details)/i.test(text)));
    await eventually(async () => (await found(tab)).ran.length + (await found(tab)).refused.length > 5, { what: 'something of it' });
    return found(tab);
  };
  const onPage = await run(page);
  expect(new Set(onPage.ran).size).toBeGreaterThan(5);
  await eventually(() => asked.length > 0, { what: 'a request' });
  asked.length = 0;
  await page.close();

  // In a page of ours the policy stands in its way, and tells.
  const own = await library();
  const inOwn = await run(own);
  expect(inOwn.ran).toEqual([]);
  expect(inOwn.refused.length).toBeGreaterThan(5);
  expect(inOwn.made.length).toBeGreaterThan(5);
  await own.close();
  expect(stage.driver.errors.splice(0).length).toBeGreaterThan(0);
});

/** One that can be the name of a file, too. */
const fileNumber = injections.findIndex((text) => text.startsWith('"><img'));
const fileName = (ending: string) => `${injections[fileNumber]}.${ending}`;

test('an import and its report', async () => {
  const tab = await library();
  await chooseFile(stage, tab, injectedFile(), fileName('json'));
  await (await tab.find('radio', 'I did')).click();
  await tab.find('region', 'Left out');
  await shows(tab, 'plan of an import');
  expect(await tab.findAll('listitem', undefined, '.rejections')).toHaveLength(oddCount);
  await press(tab, 'Import now');
  await press(tab, 'Close');
  await tab.find('list', 'Annotations');
  await expectHarmless(tab, 'outcome of an import');

  await chooseFile(stage, tab, injectedFile(' otherwise'), fileName('json'));
  await tab.find('region', 'Different texts');
  for (let shown = 20; shown < injections.length; shown += 20) await unfold(tab, '.conflicts > button');
  await shows(tab, 'conflicts of an import');
  await press(tab, 'Cancel');
  await tab.close();
});

/** Numbers of tags that are shown before anything is unfolded: of what is nested, the first part. */
const rootTags = tagNumbers.filter((number) => tagOf(injections[number] ?? '').some((name) => name.split('/')[0]?.includes(`ran(${number})`)));

test('the library: list, facets, search, and the annotation that holds them all', async () => {
  const tab = await library();
  await shows(tab, 'list of the library');
  await tab.find('complementary', 'Narrow down');
  await unfold(tab, '.facets .more[aria-expanded=false]');
  await shows(tab, 'facets', rootTags);
  await (await tab.find('searchbox', 'Search annotations')).focus();
  await tab.type('ran');
  await eventually(() => tab.evaluate(() => document.querySelectorAll('.results mark').length > 20), { what: 'marked words' });
  await expectHarmless(tab, 'what was found');
  surfaces.add('marked words in the list');

  await tab.evaluate((id) => { location.hash = `#annotations?id=${id}`; }, everything);
  await tab.find('region', 'Versions');
  for (const folded of ['.whole', '.looks > details', '.evidence', '.evidence details']) await unfold(tab, `${folded}:not([open]) > summary`);
  await tab.find('group', 'Looks at the post');
  await shows(tab, 'annotated post with its history');
  await press(tab, 'Copy citation');
  await press(tab, 'Copy as Markdown');
  await expectHarmless(tab, 'citations');
  await tab.close();

  const filters = tagNumbers.slice(0, 40).map((number): [string, string] => ['f', `tag:${JSON.stringify(injections[number])}`]);
  const filtered = await library(`#annotations?${String(new URLSearchParams([...filters, ['q', injections.join(' ')]]))}`);
  await filtered.find('searchbox', 'Search annotations');
  await expectHarmless(filtered, 'an address full of them');
  surfaces.add('address and filters');
  await filtered.close();
});

test('the library: changes, tags, worklist and data', async () => {
  const tab = await library('#changes');
  await shows(tab, 'changes', [0]);
  await (await tab.find('link', 'Tags')).click();
  await tab.find('region', 'Tags');
  await shows(tab, 'tree of tags', tagNumbers);
  await unfold(tab, '.tag-row .edit');
  await tab.find('form', /^Edit tag/);
  await expectHarmless(tab, 'form of a tag');
  surfaces.add('form of a tag');

  await (await tab.find('link', 'Worklist')).click();
  const listed = injections.map((text, i) => `"t.me/injected_${i}/${i + 1}","${text.replaceAll('"', '""')}"`);
  await chooseFile(stage, tab, [...listed, ...injections].join('\n'), fileName('csv'));
  await tab.find('list', 'Worklist');
  await shows(tab, 'worklist');

  await (await tab.find('link', 'Your data')).click();
  const input = await tab.page.waitForSelector('.sections input[type=file]');
  await input?.uploadFile(await stage.driver.file(fileName('json'), injectedFile()));
  await shows(tab, 'a file that was verified', [fileNumber]);
  const name = await tab.find('textbox', 'Your name');
  await name.focus();
  await tab.type(injections[fileNumber] ?? '');
  await tab.press('Enter');
  await press(tab, 'Check my data');
  await eventually(() => tab.evaluate(() => document.body.innerText.includes('All is well')), { what: 'the outcome of the check' });
  await expectHarmless(tab, 'data page');
  await tab.close();
});

test('the page: marks and notes, the editor with its suggestions, two texts, and the form in a tab', async () => {
  stage.site.channels.push(injectedChannel());
  const tab = await stage.driver.open(`https://t.me/s/${handle}`);
  const own = await stage.driver.extensionPage('library.html#worklist');
  await tab.page.setViewport({ width: 1_280, height: 12_000 });
  for (const onPages of ['notes', 'mark', 'nothing', 'notes'] as const) {
    await ask(own, { call: 'options.setOnPages', args: { onPages } });
    await tab.bringToFront();
    await drawn(tab, onPages);
    surfaces.add(`page with ${onPages}`);
  }
  await tab.page.setViewport({ width: 1_280, height: 900 });
  await openEditor(tab, `${handle}/1`);
  const editor = await tab.framed('Annotation', { in: post(`${handle}/1`) });
  await shows(editor, 'editor');
  await tab.type('ran');
  await eventually(async () => (await editor.findAll('option')).length > 1, { what: 'suggestions' });
  await expectHarmless(editor, 'suggestions');
  surfaces.add('suggestions');
  const body = { tags: injections.flatMap(tagOf).slice(-50), note: injections.toReversed().join(' ') };
  await ask(own, { call: 'annotation.save', args: { id: everything, body, rev: 1 } });
  await tab.press('Control', 'Enter');
  await editor.find('button', 'Keep both');
  await shows(editor, 'two texts to choose from');
  await (await editor.find('button', 'Keep the saved one')).click();

  // What a person types.
  for (const [id, number] of [[150, fileNumber], [151, 4]] as const) {
    const text = injections[number] ?? '';
    await annotate(tab, `${handle}/${id}`, { tags: tagOf(text), note: text });
  }
  await expectHarmless(tab, 'page');
  for (const each of [own, tab]) await each.close();

  const embedding = await stage.driver.open(`https://example.org/embed?post=${handle}/1&sandbox=allow-scripts`);
  const embed = await embedding.framed('Telegram Widget');
  await press(embed, /^Annotated: show/);
  await press(embed, /^Edit annotation of post 1/);
  const form = await stage.driver.tab(/\/editor\.html#token=/);
  await form.find('article');
  await shows(form, 'form in a tab', [0]);
  for (const each of [form, embedding]) await each.close();
});

/** Waits until the posts have shown what they are to show, and expects marks to be made of nothing but what they are made of. */
async function drawn(tab: Tab, onPages: 'notes' | 'mark' | 'nothing'): Promise<void> {
  const missing = new Set(all);
  const strange: string[] = [];
  await eventually(async () => {
    const marks = await tab.evaluateShadows(marksIn);
    strange.push(...marks.strange);
    if (strange.length > 0) return true;
    for (const number of marks.words) missing.delete(number);
    await scrollOn(tab);
    return { notes: missing.size === 0, mark: marks.buttons > 0 && marks.words.length === 0, nothing: marks.buttons === 0 }[onPages];
  }, { what: `pages with ${onPages}`, timeout: 20_000 }).catch((error: unknown) => {
    expect([...missing].map((number) => injections[number]), `not shown: page with ${onPages}`).toEqual([]);
    throw error;
  });
  expect(strange).toEqual([]);
  await expectHarmless(tab, `page with ${onPages}`);
}

test('the popup: list, search, form, deletion, tags that are kept', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await popup.page.setViewport({ width: 400, height: 4_000 });
  await ask(popup, { call: 'tags.keep', args: { names: injections.flatMap(tagOf).slice(0, 40) } });
  await popup.find('button', 'Stop keeping tags');
  await shows(popup, 'list of the popup');
  await (await popup.find('searchbox', 'Search annotations')).focus();
  await popup.type('ran');
  await eventually(() => popup.evaluate(() => document.querySelectorAll('.results mark').length > 0), { what: 'marked words' });
  await press(popup, 'Edit');
  await popup.find('form', 'Annotation');
  await shows(popup, 'form in the popup');
  await popup.press('Escape');
  await press(popup, 'Delete');
  await press(popup, 'Undo');
  await popup.find('button', 'Edit');
  await expectHarmless(popup, 'deletion in the popup');
  surfaces.add('deletion in the popup');
  await popup.close();
});

test('the library: what was deleted', async () => {
  const tab = await library('#data');
  await tab.find('button', 'Check my data');
  const answers = await ask(tab, ...all.map((number) => ({ call: 'annotation.delete', args: { id: `mine-${number}` } })));
  expect(answers.filter((each) => !(each as { ok: boolean }).ok)).toEqual([]);
  await (await tab.find('link', 'Recently deleted')).click();
  for (let shown = 50; shown < all.length; shown += 50) await unfold(tab, '.deleted > .message button');
  await shows(tab, 'recently deleted');
  await tab.close();
});

/** What somebody else's page had in a post, as it may be kept. */
const original = '<script>ran(0)</script><img src="x" onerror="ran(0)"><svg onload="ran(0)"></svg><a href="javascript:ran(0)">x</a>';

// Tables are saved by browsers rather than shown, and judged by `csv.test.ts`.
test('exports: in whatever form that a browser shows, opened from the disk or made into a page', async () => {
  pages.set('https://t.me/s/raw_log', `<!DOCTYPE html><html><head><link rel="icon" href="data:,"></head><body class="tgme_webpreview"><main class="tgme_main"><section class="tgme_channel_history">
    <div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="raw_log/1"><div class="tgme_widget_message_bubble">
    <div class="tgme_widget_message_text js-message_text">Raw.${original}</div></div></div></div></section></main></body></html>`);
  const page = await stage.driver.open('https://t.me/s/raw_log');
  await annotate(page, 'raw_log/1', { note: 'kept' });
  await page.close();

  const tab = await stage.driver.extensionPage('library.html');
  await press(tab, 'Export as…');
  const check = async (role: 'radio' | 'checkbox', name: RegExp) => (await tab.find(role, name, { in: '.export-panel' })).click();
  await check('checkbox', /^With the original HTML/);
  const originals = unzipSync(await downloaded(tab, /^postil-[\d-]{10}-originals\.zip$/));
  await check('radio', /^NDJSON/);
  const ndjson = await downloaded(tab, /^postil-[\d-]{10}\.ndjson$/);
  await check('radio', /^Markdown/);
  const markdown = await downloaded(tab, /^postil-[\d-]{10}\.md$/);
  await check('checkbox', /in a zip$/);
  const notes = unzipSync(await downloaded(tab, /^postil-[\d-]{10}\.zip$/));
  await expectHarmless(tab, 'exporting');
  await tab.close();

  for (const name of [...Object.keys(originals), ...Object.keys(notes)]) expect(name).toMatch(/^((originals|Postil)\/)?[\w-]+(\.[a-z]+)+$/);
  const kept = Object.entries(originals).filter(([name]) => name.includes('raw_log'));
  expect(kept.map(([, bytes]) => text(bytes)).join()).toContain(original);
  const viewer = await stage.driver.open('https://t.me/control');
  await viewer.page.evaluateOnNewDocument(witness);
  for (const [name, bytes] of [['export.md', markdown], ['export.ndjson', ndjson], ...Object.entries(originals).filter(([each]) => !each.includes('/')), ...kept] as const) {
    const came = await opened(viewer, name.replaceAll('/', '-'), bytes);
    expect(came, name).toMatchObject({ ran: [], refused: [], isShown: true });
    surfaces.add(`a file named .${name.split('.').slice(1).join('.')}`);
  }
  // The same, were it named as what it is.
  expect((await opened(viewer, 'original.html', kept[0]?.[1] ?? new Uint8Array())).ran).toContain(0);
  await viewer.close();

  const parser = new MarkdownIt({ html: true, linkify: true });
  const rendered = [text(markdown), ...Object.values(notes).map((bytes) => text(bytes).replace(/^---\n.*?\n---\n/s, ''))].map((each) => parser.render(each));
  pages.set('https://t.me/notes', `${blank.replace('</body></html>', '')}${rendered.join('<hr>')}</body></html>`);
  const web = await stage.driver.open('https://t.me/notes');
  await expectHarmless(web, 'Markdown made into a page');
  const said = await web.evaluate(() => document.body.textContent);
  expect(all.filter((number) => !said.includes(`ran(${number})`)), 'not in the page').toEqual([]);
  expect(await web.evaluate(() => [...document.body.querySelectorAll('*')].filter(({ localName, attributes }) => (
    /^(script|img|svg|math|iframe|object|embed|form|input|style|link|meta|base|video|audio|template)$/.test(localName)
    || [...attributes].some(({ name, value }) => name.startsWith('on') || (name === 'href' && !/^(https?|mailto|tg):/.test(value)))
  )).map(({ outerHTML }) => outerHTML.slice(0, 200)))).toEqual([]);
  surfaces.add('Markdown made into a page');
  await web.close();
  expect(asked).toEqual([]);
});

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Presses Download and takes the file. */
async function downloaded(tab: Tab, name: RegExp): Promise<Uint8Array> {
  const { downloads } = stage.driver;
  for (const file of await readdir(downloads).catch((): string[] => [])) await rm(join(downloads, file));
  await press(tab, 'Download');
  await stage.driver.downloaded(name);
  const file = (await readdir(downloads)).find((each) => name.test(each)) ?? '';
  return new Uint8Array(await readFile(join(downloads, file)));
}

/** What comes of a file that is opened in the browser. */
async function opened(tab: Tab, name: string, bytes: Uint8Array): Promise<Awaited<ReturnType<typeof found>> & { isShown: boolean }> {
  await tab.page.goto(`file://${await stage.driver.file(name, bytes)}`, { waitUntil: 'load' });
  return { ...await found(tab), isShown: await tab.evaluate((wanted) => location.href.endsWith(wanted), name) };
}
