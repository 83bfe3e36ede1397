/** The popup. */
import type { Tab } from '../browser/driver.ts';
import type { Scene } from './scene.ts';
import { row } from '../e2e/rows.ts';
import type { Surface } from './surface.ts';

const size = { width: 400, height: 580 };
const one = row('harbour_gazette/91');

async function popup({ driver, say }: Scene): Promise<Tab> {
  const tab = await driver.extensionPage('popup.html');
  await tab.find('list', say('annotations'));
  return tab;
}

export const inPopup: readonly Surface[] = [
  { name: 'popup-empty', content: 'none', size, show: async ({ driver, say }) => {
    const tab = await driver.extensionPage('popup.html');
    await tab.find('region', say('firstStepsTitle'));
    return tab;
  } },
  { name: 'popup-list', size, show: popup },
  { name: 'popup-search', size, show: async (scene) => {
    const tab = await popup(scene);
    await (await tab.find('searchbox', scene.say('searchAnnotations'))).focus();
    await tab.type('tariff -draft');
    await tab.page.waitForSelector('mark');
    return tab;
  } },
  { name: 'popup-nothing-found', size, show: async (scene) => {
    const tab = await popup(scene);
    await (await tab.find('searchbox', scene.say('searchAnnotations'))).focus();
    await tab.type('submarine');
    await tab.find('button', scene.say('showAll'));
    return tab;
  } },
  { name: 'popup-editing', size, show: async (scene) => {
    const tab = await popup(scene);
    await (await tab.find('button', scene.say('edit'), { in: one })).click();
    await tab.find('combobox', scene.say('addTag'));
    return tab;
  } },
  { name: 'popup-deleted', size, show: async (scene) => {
    const tab = await popup(scene);
    await (await tab.find('button', scene.say('delete'), { in: one })).click();
    await tab.find('button', scene.say('undo'));
    return tab;
  } },
];
