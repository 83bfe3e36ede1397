/** The main job, done by itself on the demo channel, and told step by step. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BrowserName, eventually, launch } from '../browser/driver.ts';
import { annotate, post, showPost } from '../e2e/reader.ts';
import { demoChannels } from '../site/demo.ts';
import { createSite } from '../site/site.ts';

const channel = 'https://t.me/s/harbour_gazette';
const output = resolve(import.meta.dirname, '../output/start');

const annotations = [
  { name: 'harbour_gazette/91', tags: ['claims/unsourced', 'port'], note: '“Talks with the port union”: which talks?\nAsk Ida Lind.' },
  { name: 'harbour_gazette/93', tags: ['council', 'цены'], note: 'First mention of the date.' },
];

/** Leaves the screenshots and the export in `test/output/start`. Throws when a step does not do what it should. */
export async function tour(browser: BrowserName, extension: string): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const say = (step: string) => console.log(`- ${step}`);
  const driver = await launch(browser, { extension, answer: createSite(demoChannels()).answer });
  try {
    console.log(`Postil in ${browser}, without a window, on the demo channel ${channel}`);
    const tab = await driver.open(channel);
    for (const { name, tags, note } of annotations) {
      await annotate(tab, name, { tags, note });
      say(`annotated post ${name} with ${tags.join(', ')} and a note`);
    }
    await showPost(tab, 'harbour_gazette/93');
    await tab.find('list', 'Tags', { in: post('harbour_gazette/93') });
    const shot = async (from: typeof tab, file: string) => {
      const path = join(output, `${file}.png`) as `${string}.png`;
      await from.screenshot(path);
      return path;
    };
    say(`the channel: ${await shot(tab, 'channel')}`);

    const popup = await driver.extensionPage('popup.html');
    await popup.page.setViewport({ width: 400, height: 580 });
    await popup.find('link', 'Harbour Gazette › 91');
    say(`the popup: ${await shot(popup, 'popup')}`);
    const search = await popup.find('searchbox', 'Search annotations');
    await search.focus();
    await popup.type('union');
    const [found] = await eventually(async () => {
      const links = await popup.findAll('link', /›/);
      return links.length === 1 ? links : undefined;
    }, { what: 'one annotation to be found' });
    say(`searched for “union”, found ${await found?.name()}: ${await shot(popup, 'search')}`);

    await (await popup.find('button', 'Export JSON')).click();
    const json = await driver.downloaded(/^postil-.*\.json$/);
    const { annotations: exported } = JSON.parse(json) as { annotations: unknown[] };
    if (exported.length !== annotations.length) throw new Error(`${exported.length} annotations exported, not ${annotations.length}`);
    const path = join(output, 'postil.json');
    await writeFile(path, json);
    say(`exported ${exported.length} annotations: ${path}`);
  } finally {
    await driver.close();
  }
}
