import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { disappears, focusIsOn, lists, post, row, save, showPost, shownOn, useStage } from './support.ts';

const stage = useStage();

const written = [
  { name: 'harbour_gazette/90', tags: ['tariff'], note: 'Four pages.' },
  { name: 'harbour_gazette/91', tags: ['tariff'], note: 'By length.' },
];

/** Waits until a row holds these tags and, last, this note. */
async function shows(popup: Tab, name: string, ...expected: string[]): Promise<void> {
  await eventually(async () => {
    const tags = await popup.findAll('listitem', undefined, `${row(name)} ul`);
    const [, note] = await popup.findAll('paragraph', undefined, row(name));
    const shown = await Promise.all([...tags, ...(note ? [note] : [])].map((each) => each.text()));
    return shown.join('\n') === expected.join('\n');
  }, { what: expected.join() });
}

async function edit(popup: Tab, name: string): Promise<void> {
  await (await popup.find('button', 'Edit', { in: row(name) })).click();
  await focusIsOn(popup, 'Add tag');
}

test('tags and note are changed in the row itself, and saved by Ctrl+Enter', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await save(stage, popup, written);
  await lists(popup, 'Harbour Gazette › 91', 'Harbour Gazette › 90');
  await edit(popup, 'harbour_gazette/90');
  await popup.press('Backspace');
  await popup.type('read,fee');
  await popup.press('Enter');
  await popup.press('Enter');
  await popup.press('End');
  await popup.type(' The old one had 26.');
  await popup.press('Control', 'Enter');
  await disappears(popup, 'form', 'Annotation');
  await shows(popup, 'harbour_gazette/90', 'read', 'fee', 'Four pages. The old one had 26.');
  await lists(popup, 'Harbour Gazette › 90', 'Harbour Gazette › 91');
  await popup.close();
});

test('Escape closes the form and keeps the draft, through a reload too', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await edit(popup, 'harbour_gazette/91');
  await popup.type('half a ta');
  await (await popup.find('textbox', 'Note')).focus();
  await popup.press('End');
  await popup.type(' Or so.');
  await popup.press('Escape');
  await disappears(popup, 'form', 'Annotation');
  await shows(popup, 'harbour_gazette/91', 'tariff', 'By length.');
  await popup.reload();
  await edit(popup, 'harbour_gazette/91');
  expect(await (await popup.find('combobox', 'Add tag')).value()).toBe('half a ta');
  expect(await (await popup.find('textbox', 'Note')).value()).toBe('By length. Or so.');
  await popup.close();
});

test('Cancel discards what was typed, Undo brings it back', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await edit(popup, 'harbour_gazette/91');
  await (await popup.find('button', 'Cancel')).click();
  await focusIsOn(popup, 'Undo');
  await popup.press('Enter');
  expect(await (await popup.find('textbox', 'Note')).value()).toBe('By length. Or so.');
  await (await popup.find('button', 'Cancel')).click();
  await (await popup.find('button', 'Close')).click();
  await edit(popup, 'harbour_gazette/91');
  expect(await (await popup.find('textbox', 'Note')).value()).toBe('By length.');
  await popup.close();
});

test('Delete leaves Undo in its place, and open pages follow both', async () => {
  const name = 'harbour_gazette/91';
  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  await showPost(tab, name);
  await tab.find('list', 'Tags', { in: post(name) });
  const popup = await stage.driver.extensionPage('popup.html');
  await (await popup.find('button', 'Delete', { in: row(name) })).click();
  const undo = await popup.find('button', 'Undo');
  await lists(popup, 'Harbour Gazette › 90');
  expect(await (await popup.find('list', 'Annotations')).text()).toMatch(/26\.[^]*Deleted\. Undo$/);
  await tab.find('button', /^Annotate/, { in: post(name) });
  await undo.click();
  await lists(popup, 'Harbour Gazette › 90', 'Harbour Gazette › 91');
  await tab.find('list', 'Tags', { in: post(name) });
  expect(await shownOn(tab, name)).toEqual({ tags: ['tariff'], notes: ['By length.'] });
  await popup.close();
  await tab.close();
});

test('Delete in the form can be undone as well', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await edit(popup, 'harbour_gazette/91');
  await (await popup.find('button', 'Delete', { in: 'form' })).click();
  await focusIsOn(popup, 'Undo');
  await popup.press('Enter');
  await lists(popup, 'Harbour Gazette › 90', 'Harbour Gazette › 91');
  await popup.close();
});

test('the last annotation of all can be brought back too', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  for (const { name } of written) await (await popup.find('button', 'Delete', { in: row(name) })).click();
  for (const left of [1, 0]) {
    await eventually(async () => (await popup.findAll('button', 'Undo')).length === left + 1);
    await (await popup.find('button', 'Undo')).click();
  }
  await lists(popup, 'Harbour Gazette › 90', 'Harbour Gazette › 91');
  await popup.close();
});

test('what was deleted leaves the list when something else is looked for', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await (await popup.find('button', 'Delete', { in: row('harbour_gazette/91') })).click();
  await popup.find('button', 'Undo');
  await (await popup.find('searchbox', 'Search annotations')).focus();
  await popup.type('four');
  await disappears(popup, 'button', 'Undo');
  await lists(popup, 'Harbour Gazette › 90');
  await popup.close();
});

test('a form stays open while another tab changes the list under it', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  const other = await stage.driver.extensionPage('popup.html');
  await edit(popup, 'harbour_gazette/90');
  await popup.type('kept');
  await (await other.find('button', 'Delete', { in: row('harbour_gazette/90') })).click();
  await other.find('button', 'Undo');
  await popup.bringToFront();
  await popup.press('Control', 'Enter');
  expect(await (await popup.find('alert')).text()).toMatch(/deleted or moved meanwhile\..*What you typed is still here/);
  expect(await (await popup.find('combobox', 'Add tag')).value()).toBe('kept');
  await other.close();
  await popup.close();
});
