/**
 * The browser is killed while it brings a big database of an earlier version up to date. Whenever that happens, everything
 * that was in it is there afterwards. What each version held is in `test/faults/old-databases.ts`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { seed, tell, times } from '../faults/faults.ts';
import { type OldDatabase, type OldVersion, oldDatabase, oldVersions, writeOldDatabase } from '../faults/old-databases.ts';
import { randomFrom } from '../faults/random.ts';
import { storedRows } from './stored.ts';
import { browserName, expectSound, useStage } from './support.ts';

const stage = useStage({ alone: true });
// Chromium complains of the icon's own style, whenever it is shown. Called before the stage looks at errors.
afterEach(() => {
  const { errors } = stage.driver;
  errors.push(...errors.splice(0).filter((error) => !error.includes('/icons/16.png')));
});

const random = randomFrom(seed);
/** So many that their migration takes a while. */
const count = 2_000;
const newest = Math.max(...oldVersions) * 10;
/** What nothing but the person's own doing changes. */
const lasting = ['annotations', 'captures', 'sightings', 'channels', 'tags', 'authors', 'drafts', 'worklist', 'imports'];

test(`a database of any version is whole after a kill in the middle of its migration, with seed ${seed}`, { timeout: 60_000 + 30_000 * times('migrations') }, async () => {
  const { driver } = stage;
  // The first version takes the longest. How long, is measured: it is much longer on a busy machine.
  const [first] = oldVersions;
  await put(first);
  const longest = await timeOfMigration();
  for (let round = 1; round <= times('migrations'); round++) {
    const version = oldVersions[Math.floor(random() * oldVersions.length)] ?? first;
    const written = await put(version);
    await showPopup(await openIcon());
    await pause(random() * longest);
    await driver.restart({ kill: true });
    await expectWhole(written, `version ${version}, kill ${round} after seed ${seed}`);
  }
  tell({ [`kills while an old database was brought up to date, ${browserName}`]: times('migrations') });
});

/** A page where nothing runs that would open the database. */
function openIcon(): Promise<Tab> {
  return stage.driver.extensionPage('icons/16.png');
}

/** Puts a database of that version in the place of what is there. */
async function put(version: OldVersion): Promise<OldDatabase> {
  const written = oldDatabase(version, count, Date.now());
  const icon = await openIcon();
  await eventually(async () => {
    // One that is at work right after a start may not stop in time; it lets go of the database all the same.
    await stage.driver.stopWorker().catch(() => undefined);
    await icon.evaluate(() => new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('postil');
      request.onsuccess = resolve;
      request.onerror = reject;
      // Whoever keeps it is stopped at the next attempt.
      request.onblocked = () => reject(new Error('somebody keeps the old database'));
      setTimeout(() => reject(new Error('the old database does not go')), 5_000);
    }));
    // Fails when a worker that was about to start has made one anew.
    await icon.evaluate(writeOldDatabase, JSON.stringify(written));
    return true;
  }, { what: 'the old database', timeout: 60_000 });
  await icon.close();
  return written;
}

/** Goes on as soon as it loads. */
async function showPopup(icon: Tab): Promise<void> {
  await icon.evaluate(() => {
    setTimeout(() => location.assign('/popup.html'));
  });
}

async function timeOfMigration(): Promise<number> {
  const [watching, popup] = [await openIcon(), await openIcon()];
  const begin = Date.now();
  await showPopup(popup);
  await watching.evaluate(async (version) => {
    const end = Date.now() + 30_000;
    while (!(await indexedDB.databases()).some((each) => each.version === version)) {
      if (Date.now() > end) throw new Error('nobody brings it up to date');
      await new Promise((resume) => setTimeout(resume, 5));
    }
  }, newest);
  const time = Date.now() - begin;
  for (const page of [watching, popup]) await page.close();
  return time;
}

/** After a start: what lasts is all there, as it was, and everything else is made of it. */
async function expectWhole({ stores }: OldDatabase, what: string): Promise<void> {
  const page = await stage.driver.extensionPage('popup.html');
  await page.find('link', /›/, { timeout: 30_000 });
  const names = lasting.filter((name) => stores[name]);
  const found = await storedRows(page, ...names);
  for (const name of names) expect(sorted(found[name] ?? []), `${name}, ${what}`).toEqual(sorted(stores[name]?.rows ?? []));
  await page.close();
  await expectSound(stage);
}

/** The order of rows, and of what is in them, is nobody's. */
function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();
}
