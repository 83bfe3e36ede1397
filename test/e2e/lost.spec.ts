/** The browser itself loses the database. What can be done against it is done, and else the reader is told. */
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { expectAccessible } from './axe.ts';
import { browserName, disappears, expectSound, lists, save, useStage } from './support.ts';

const profile = mkdtempSync(join(tmpdir(), 'postil-lost-'));
afterAll(() => rmSync(profile, { recursive: true }));
const stage = useStage({ profile });
const posts = (from: number, to: number) => (
  Array.from({ length: to - from + 1 }, (_, i) => ({ name: `tide_table/${from + i}`, note: 'High tide. '.repeat(100) }))
);

async function count(): Promise<number> {
  const library = await stage.driver.extensionPage('library.html');
  const found = await eventually(async () => {
    const words = await library.evaluate(() => document.body.innerText);
    const number = /(\d+) annotations?\b/.exec(words)?.[1];
    return number === undefined ? undefined : Number(number);
  }, { what: 'the number of annotations' });
  await library.close();
  return found;
}

/** Takes the last bytes off the log that Chromium writes, as if it had been killed while it wrote them. */
function tearLog(): void {
  const databases = join(profile, 'Default', 'IndexedDB');
  const [folder = ''] = readdirSync(databases).filter((name) => name.endsWith('.leveldb'));
  const [log = ''] = readdirSync(join(databases, folder)).filter((name) => name.endsWith('.log')).sort().toReversed();
  const path = join(databases, folder, log);
  truncateSync(path, statSync(path).size - 20);
}

if (browserName === 'chromium') {
  // Without a new log the second start finds nothing at all: https://github.com/google/leveldb/issues/1287
  test('half a record at the end of the log costs what it held, and nothing more at the start after the next', async () => {
    const { driver } = stage;
    let library = await driver.extensionPage('library.html');
    await save(stage, library, posts(1, 5));
    await driver.restart({ kill: true, meanwhile: tearLog });
    const kept = await count();
    expect(kept).toBeGreaterThanOrEqual(4);
    library = await driver.extensionPage('library.html');
    await save(stage, library, posts(6, 9));
    await driver.restart({ kill: true });
    expect(await count()).toBe(kept + 4);
    await expectSound(stage);
  });
}

test('a database that is not the one that was there is told of, until the reader has understood', async () => {
  const { driver } = stage;
  let library = await driver.extensionPage('library.html');
  await save(stage, library, [{ name: 'harbour_gazette/93', note: 'once here' }]);
  await library.close();
  // As the browser does when it cannot read it: while nobody has it open.
  await driver.stopWorker();
  const icon = await driver.extensionPage('icons/16.png');
  await icon.evaluate(() => new Promise((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase('postil');
    deletion.onsuccess = resolve;
    deletion.onerror = reject;
  }));
  await icon.close();
  // Of Chromium, about its own styles beside a picture.
  driver.errors.length = 0;
  await driver.restart();

  const popup = await driver.extensionPage('popup.html');
  expect(await (await popup.find('alert')).text()).toMatch(/^The browser has thrown away/);
  await expectAccessible(popup, 'popup after a loss');
  await (await popup.find('button', 'Import a copy')).click();
  library = await driver.tab(/library\.html#import$/);
  await library.find('alert');
  await expectAccessible(library, 'library after a loss');
  await (await library.find('button', 'Understood')).click();
  await disappears(library, 'alert');
  await save(stage, library, [{ name: 'harbour_gazette/92', note: 'anew' }]);
  await driver.restart();

  library = await driver.extensionPage('library.html');
  await lists(library, 'Harbour Gazette › 92');
  expect(await library.findAll('alert')).toEqual([]);
});
