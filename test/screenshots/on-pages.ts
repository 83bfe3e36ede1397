/** What stands on pages of t.me and of others. */
import type { Part, Tab } from '../browser/driver.ts';
import { post, selectWords, showPost } from '../e2e/reader.ts';
import { ask, savingOnPost } from '../e2e/saving.ts';
import type { Scene } from './scene.ts';
import type { Surface } from './surface.ts';

const size = { width: 1_100, height: 760 };
const fresh = 'harbour_gazette/92';
const annotated = 'harbour_gazette/93';

async function feed({ driver, theme }: Scene, handle = 'harbour_gazette', at = fresh): Promise<Tab> {
  const tab = await driver.open(`https://t.me/s/${handle}`);
  // Telegram's own pages are dark where somebody chose so on them.
  await tab.evaluate((isDark) => document.documentElement.classList.toggle('theme_dark', isDark), theme === 'dark');
  await showPost(tab, at);
  await tab.page.waitForSelector(`${post(at)} postil-annotation`);
  return tab;
}

async function editing(scene: Scene, name: string): Promise<[Tab, Part]> {
  const tab = await feed(scene, 'harbour_gazette', name);
  await (await tab.find('button', new RegExp(`^(${scene.say('annotatePost', '\\d+')}|${scene.say('editAnnotation', '\\d+')})`), { in: post(name) })).click();
  const editor = await tab.framed(scene.say('editorTitle'), { in: post(name) });
  await editor.find('combobox', scene.say('addTag'));
  return [tab, editor];
}

async function quoting(scene: Scene): Promise<Tab> {
  const tab = await feed(scene);
  await selectWords(tab, fresh, 'light wind from the west');
  await tab.find('button', scene.say('annotateSelection', '92'), { in: post(fresh) });
  return tab;
}

export const onPages: readonly Surface[] = [
  { name: 'feed-quiet', content: 'none', size, middle: post(fresh), show: feed },
  { name: 'feed-hovered', content: 'none', size, middle: post(fresh), pointedAt: post(fresh), show: feed },
  { name: 'feed-annotated', size, middle: post(annotated), show: async (scene) => {
    const tab = await feed(scene);
    await tab.find('list', scene.say('tags'), { in: post(annotated) });
    return tab;
  } },
  { name: 'feed-persian', size, middle: post('khabar_bandar/47'), show: async (scene) => {
    const tab = await feed(scene, 'khabar_bandar', 'khabar_bandar/47');
    await tab.find('list', scene.say('tags'), { in: post('khabar_bandar/47') });
    return tab;
  } },
  { name: 'feed-selection', content: 'none', size, middle: post(fresh), show: quoting },
  { name: 'feed-quote', size, middle: post(fresh), show: async (scene) => {
    const page = await scene.driver.extensionPage('editor.html');
    await ask(page, savingOnPost(scene, { name: fresh, quote: 'light wind from the west', tags: ['weather'], note: 'Was it?' }));
    await page.close();
    const tab = await feed(scene);
    await tab.find('blockquote', undefined, { in: post(fresh) });
    return tab;
  } },
  { name: 'feed-editing', size, middle: post(fresh), show: async (scene) => {
    const [tab] = await editing(scene, fresh);
    await tab.type('calm');
    await tab.press('Enter');
    await tab.press('Enter');
    await tab.type('Who called the vote?');
    return tab;
  } },
  { name: 'feed-suggestions', size, middle: post(fresh), show: async (scene) => {
    const [tab, editor] = await editing(scene, fresh);
    await tab.type('cl');
    await editor.find('option', /^claims/);
    return tab;
  } },
  { name: 'feed-conflict', size, middle: post(annotated), show: async (scene) => {
    const [tab, editor] = await editing(scene, annotated);
    await (await editor.find('textbox', scene.say('note'))).focus();
    await tab.press('Control', 'a');
    await tab.type('It is on the agenda of the council.');
    const page = await scene.driver.extensionPage('editor.html');
    await ask(page, savingOnPost(scene, { name: annotated, tags: ['council'], note: 'Written in another tab meanwhile.' }, 1));
    await page.close();
    await tab.bringToFront();
    await tab.press('Control', 'Enter');
    await editor.find('button', scene.say('keepBoth'));
    return tab;
  } },
  { name: 'feed-deleted', size, middle: post(annotated), show: async (scene) => {
    const [tab, editor] = await editing(scene, annotated);
    await (await editor.find('button', scene.say('delete'))).click();
    await editor.find('button', scene.say('undo'));
    return tab;
  } },
  { name: 'embed-quiet', size, show: async (scene) => (await embed(scene))[0] },
  { name: 'embed-opened', size, show: async (scene) => {
    const [tab, part] = await embed(scene);
    await (await part.find('button', scene.say('showAnnotationOfPost', '93'))).click();
    await part.find('list', scene.say('tags'));
    return tab;
  } },
];

async function embed({ driver, say, theme }: Scene): Promise<[Tab, Part]> {
  const tab = await driver.open(`https://example.org/embed?post=${annotated}`);
  const part = await tab.framed('Telegram Widget');
  await part.evaluate((isDark) => document.body.classList.toggle('dark', isDark), theme === 'dark');
  await part.find('button', say('showAnnotationOfPost', '93'));
  return [tab, part];
}
