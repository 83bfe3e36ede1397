import { test } from 'vitest';
import { type Part, type Tab, eventually } from '../browser/driver.ts';
import { expectSound, lists, save, useStage } from './support.ts';

const stage = useStage();

/** Waits until nothing is noted that is not indexed, which nothing on screen tells. */
async function indexed(page: Part): Promise<void> {
  await eventually(() => page.evaluate(() => new Promise<boolean>((resolve, reject) => {
    const opening = indexedDB.open('postil');
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const counting = database.transaction('changed').objectStore('changed').count();
      counting.addEventListener('error', () => reject(counting.error));
      counting.addEventListener('success', () => {
        database.close();
        resolve(counting.result === 0);
      });
    });
  })), { what: 'the index', timeout: 20_000 });
}

async function look(tab: Tab, text: string, ...found: string[]): Promise<void> {
  const search = await tab.find('searchbox', 'Search annotations');
  await search.focus();
  await tab.press('Control', 'a');
  await tab.type(text);
  await lists(tab, ...found);
}

test('what is written is found before it is indexed, afterwards, and when the index was made anew', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  const written = Array.from({ length: 40 }, (_, i) => ({
    name: `tide_table/${i + 1}`, tags: [i % 2 ? 'spring' : 'neap'], note: i === 6 ? 'Высокая вода, low tide' : `Tide ${i + 1} low`,
  }));
  await save(stage, popup, written);
  await look(popup, '"low tide" вод', 'tide_table › 7');
  await indexed(popup);
  await look(popup, '"low tide"', 'tide_table › 7');
  await look(popup, 'tag:spring tide 3', 'tide_table › 38', 'tide_table › 36', 'tide_table › 34', 'tide_table › 32', 'tide_table › 30');
  await save(stage, popup, [{ name: 'tide_table/41', note: 'low tide again' }]);
  await look(popup, '"low tide"', 'tide_table › 41', 'tide_table › 7');
  await stage.driver.stopWorker();

  const library = await stage.driver.extensionPage('library.html#data');
  await (await library.find('button', 'Rebuild the search index')).click();
  await indexed(library);
  await look(popup, '"low tide" -again', 'tide_table › 7');
  await library.close();
  await popup.close();
  await expectSound(stage);
});
