/** The library, view by view. */
import { exportOf } from './export-of.ts';
import type { Tab } from '../browser/driver.ts';
import type { Scene } from './scene.ts';
import { row } from '../e2e/rows.ts';
import type { Surface } from './surface.ts';
import { asked } from './written.ts';

const size = { width: 1_280, height: 820 };
const one = row('harbour_gazette/91');

async function library({ driver, say }: Scene): Promise<Tab> {
  const tab = await driver.extensionPage('library.html');
  await tab.find('list', say('annotations'));
  return tab;
}

/** A view that is there by its address. */
function view(name: string, address: string, ready: string): Surface {
  return { name: `library-${name}`, size, show: async ({ driver }) => {
    const tab = await driver.extensionPage(`library.html${address}`);
    await tab.page.waitForSelector(ready);
    return tab;
  } };
}

async function selecting(scene: Scene): Promise<Tab> {
  const tab = await library(scene);
  for (const id of [91, 87]) await (await tab.find('checkbox', scene.say('selectRow', `Harbour Gazette › ${id}`))).click();
  await (await tab.find('button', scene.say('addTags'))).click();
  await tab.find('combobox', scene.say('addTag'));
  return tab;
}

export const inLibrary: readonly Surface[] = [
  { name: 'library-empty', content: 'none', size, show: async ({ driver, say }) => {
    const tab = await driver.extensionPage('library.html');
    await tab.find('region', say('firstStepsTitle'));
    return tab;
  } },
  { name: 'library-list', size, show: async (scene) => {
    const tab = await library(scene);
    await (await tab.find('button', scene.say('edit'), { in: one })).click();
    await tab.find('complementary', scene.say('annotationDetail'));
    return tab;
  } },
  { name: 'library-search', size, show: async (scene) => {
    const tab = await library(scene);
    await (await tab.find('searchbox', scene.say('searchAnnotations'))).focus();
    await tab.type('council');
    await tab.page.waitForSelector('mark');
    return tab;
  } },
  { name: 'library-selection', size, show: selecting },
  { name: 'library-export', size, show: async (scene) => {
    const tab = await library(scene);
    await (await tab.find('button', scene.say('exportAs'))).click();
    await tab.page.waitForSelector('.export-panel');
    return tab;
  } },
  { name: 'library-history', size, show: async (scene) => {
    const tab = await scene.driver.extensionPage('library.html#changes');
    await (await tab.find('link', /Harbour Gazette › 87/)).click();
    await tab.find('region', scene.say('versions'));
    return tab;
  } },
  { name: 'library-worklist', size, show: async ({ driver, say }) => {
    const tab = await driver.extensionPage('library.html#worklist');
    await (await tab.find('textbox', say('postAddresses'))).focus();
    await tab.type(asked.map((name) => `t.me/${name}`).join(' '));
    await (await tab.find('button', say('add'))).click();
    await tab.page.waitForSelector('[data-key]');
    return tab;
  } },
  view('changes', '#changes', 'main a[href*="harbour_gazette"], main li'),
  view('tags', '#tags', 'main li'),
  view('deleted', '#deleted', 'main li'),
  view('data', '#data', 'main section'),
  view('settings', '#settings', 'main select[aria-labelledby]'),
  view('help', '#guide', 'main section'),
  { name: 'library-tag', size, show: async ({ driver, say }) => {
    const tab = await driver.extensionPage('library.html#tags');
    await (await tab.find('button', say('editTag', 'council'))).click();
    await tab.find('textbox', say('tagName'));
    return tab;
  } },
  { name: 'library-import', size, show: async ({ driver, say }) => {
    const tab = await driver.extensionPage('library.html#import');
    await (await tab.page.waitForSelector('input[type=file]'))?.uploadFile(await driver.file('notes-of-anna.json', exportOf()));
    await tab.find('button', say('importNow'));
    return tab;
  } },
];
