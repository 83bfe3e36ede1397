import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { focusIsOn, lists, openEditor, post, showPost, shownOn, useStage } from './support.ts';

const stage = useStage();
const channel = 'https://t.me/s/harbour_gazette';

/** Presses Tab until the named control has focus, as somebody without a mouse does. */
async function tabTo(tab: Tab, name: RegExp, presses = 12): Promise<void> {
  for (let i = 0; i < presses; i++) {
    const before = await tab.focused();
    await tab.press('Tab');
    const now = await eventually(async () => {
      const focused = await tab.focused();
      return focused.role === before.role && focused.name === before.name ? undefined : focused;
    }, { what: `focus to leave ${before.name}` });
    if (name.test(now.name)) return;
  }
  throw new Error(`${presses} presses of Tab do not lead to ${String(name)}`);
}

test('from a new Postil to the first annotation that is saved it takes four actions', async () => {
  let actions = 0;
  const act = async <Result>(action: Promise<Result>) => {
    actions += 1;
    return action;
  };
  const tab = await act(stage.driver.open(channel));
  await tab.bringToFront();
  const button = await tab.find('button', 'Annotate post 93');
  await act(button.click());
  await focusIsOn(tab, 'Add tag');
  await act(tab.type('vote'));
  await act(tab.press('Control', 'Enter'));
  await focusIsOn(tab, 'Edit annotation of post 93');
  expect(await shownOn(tab, 'harbour_gazette/93')).toEqual({ tags: ['vote'], notes: [] });
  expect(actions).toBeLessThanOrEqual(4);
  // The next ones find nothing written.
  await (await tab.find('button', 'Edit annotation of post 93')).click();
  await (await (await tab.framed('Annotation')).find('button', 'Delete')).click();
  await tab.find('button', 'Annotate post 93');
  await tab.close();
});

/** Puts focus on the last link of a post, where the page's own Tab order has it. */
async function startIn(tab: Tab, name: string): Promise<void> {
  await showPost(tab, name);
  await tab.find('button', /^(Annotate|Edit)/, { in: post(name) });
  await tab.evaluate((selector) => {
    document.querySelector<HTMLElement>(`${selector} .tgme_widget_message_date`)?.focus();
  }, post(name));
}

test('a post is annotated, and left again, with the keyboard alone', async () => {
  const tab = await stage.driver.open(channel);
  await startIn(tab, 'harbour_gazette/92');
  await tabTo(tab, /^Annotate post 92/);
  await tab.press('Enter');
  await eventually(async () => (await tab.focused()).name === 'Add tag');
  await tab.type('quays');
  await tab.press('Enter');
  await tabTo(tab, /^Note$/);
  await tab.type('Calm for once.');
  await tab.press('Control', 'Enter');
  await eventually(async () => (await tab.focused()).name === 'Edit annotation of post 92');
  expect(await shownOn(tab, 'harbour_gazette/92')).toEqual({ tags: ['quays'], notes: ['Calm for once.'] });
  await tab.close();
});

test('it is found, edited, deleted, taken back, followed to its post and exported with the keyboard alone', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await lists(popup, 'Harbour Gazette › 92');
  await focusIsOn(popup, 'Search annotations');
  await popup.type('calm');
  await tabTo(popup, /^Harbour Gazette › 92$/);
  await tabTo(popup, /^Edit$/);
  await popup.press('Enter');
  await focusIsOn(popup, 'Add tag');
  await tabTo(popup, /^Note$/);
  await popup.press('End');
  await popup.type(' Until noon.');
  await popup.press('Control', 'Enter');
  await focusIsOn(popup, 'Edit');
  await tabTo(popup, /^Delete$/);
  await popup.press('Enter');
  await focusIsOn(popup, 'Undo');
  await popup.press('Enter');
  await focusIsOn(popup, 'Edit');

  await popup.press('Home');
  await focusIsOn(popup, 'Harbour Gazette › 92');
  // Where it leads is opened here: in a tab that a browser opens, there is no t.me of our own.
  await popup.evaluate(() => document.addEventListener('click', (event) => {
    event.preventDefault();
    document.documentElement.dataset['led'] = event.target instanceof Element ? event.target.closest('a')?.href : '';
  }, { once: true }));
  await popup.press('Enter');
  const tab = await stage.driver.open(await popup.evaluate(() => document.documentElement.dataset['led'] ?? ''));
  await tab.bringToFront();
  await tab.find('button', 'Edit annotation of post 92');
  expect(await shownOn(tab, 'harbour_gazette/92')).toEqual({ tags: ['quays'], notes: ['Calm for once. Until noon.'] });
  await tab.close();

  await tabTo(popup, /^Export JSON$/);
  await popup.press('Enter');
  expect(await stage.driver.downloaded(/^postil-.*\.json$/)).toContain('Calm for once. Until noon.');
  await tabTo(popup, /^Open library$/);
  await popup.press('Enter');
  const library = await stage.driver.tab(/\/library\.html/);
  await lists(library, 'Harbour Gazette › 92');
  await tabTo(library, /^Harbour Gazette › 92$/, 60);
  await tabTo(library, /^Edit$/);
  await library.press('Enter');
  await focusIsOn(library, 'Add tag');
  await library.type('weather');
  await library.press('Control', 'Enter');
  await focusIsOn(library, 'Edit');
  for (const each of [library, popup]) await each.close();
});

test('Tab and Shift+Tab go through the open editor and out of it', async () => {
  const tab = await stage.driver.open(channel);
  await openEditor(tab, 'harbour_gazette/91');
  await tabTo(tab, /^Save$/, 3);
  await tab.press('Tab');
  await focusIsOn(tab, 'Cancel');
  await tab.press('Tab');
  await focusIsOn(tab, 'Keep these tags for the next post');
  // Out of the frame, which is another process's: focus takes its time to cross.
  await tab.press('Tab');
  await eventually(async () => (await tab.focused()).role === 'link', { what: 'focus on a link of the page' });
  for (const name of ['Keep these tags for the next post', 'Cancel', 'Save', 'Note', 'Add tag']) {
    await tab.press('Shift', 'Tab');
    await focusIsOn(tab, name);
  }
  await tab.close();
});

test('Escape keeps the draft, through a reload and a restart of the browser', async () => {
  const { driver } = stage;
  const name = 'harbour_gazette/90';
  let tab = await driver.open(channel);
  await openEditor(tab, name);
  await tab.type('council');
  await tab.press('Enter');
  await tab.type('half a t');
  await tab.press('Escape');
  await eventually(async () => (await tab.focused()).name === 'Annotate post 90');

  const expectDraft = async () => {
    await openEditor(tab, name);
    const editor = await tab.framed('Annotation');
    await editor.find('button', 'Remove tag council');
    const field = await editor.find('combobox', 'Add tag');
    expect(await field.value()).toBe('half a t');
    await tab.press('Escape');
    await eventually(async () => (await tab.focused()).name === 'Annotate post 90');
  };
  await tab.reload();
  await expectDraft();
  await driver.restart();
  tab = await driver.open(channel);
  await expectDraft();
  await tab.close();
});

test('what was typed is kept although the page is reloaded in the middle', async () => {
  const tab = await stage.driver.open(channel);
  await openEditor(tab, 'harbour_gazette/88');
  await tab.press('Enter');
  await tab.type('Compare with last winter');
  await tab.reload();
  await openEditor(tab, 'harbour_gazette/88');
  const editor = await tab.framed('Annotation');
  const note = await editor.find('textbox', 'Note');
  expect(await note.value()).toBe('Compare with last winter');
  await tab.close();
});
