/** The page that greets. */
import type { Surface } from './surface.ts';

const size = { width: 1000, height: 900 };

export const inWelcome: readonly Surface[] = [
  { name: 'welcome', size, show: async ({ driver, say }) => {
    const tab = await driver.extensionPage('welcome.html');
    await tab.find('button', say('welcomeOpen'));
    return tab;
  } },
  { name: 'welcome-annotated', size, show: async ({ driver, say }) => {
    const tab = await driver.extensionPage('welcome.html');
    await (await tab.find('button', new RegExp(`^${say('annotate')}`))).click();
    await (await tab.find('combobox', say('addTag'))).focus();
    await tab.type('lilac');
    await tab.press('Enter');
    await (await tab.find('textbox', say('note'))).focus();
    await tab.type('Nine days early.');
    await (await tab.find('button', say('save'))).click();
    await tab.page.waitForFunction((words: string) => document.body.innerText.includes(words), {}, say('sampleDone'));
    return tab;
  } },
];
