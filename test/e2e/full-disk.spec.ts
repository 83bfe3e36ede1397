/**
 * A small disk, on which the browser's profile lies, fills up until nothing can be saved. Only in `npm run test:faults`: to
 * mount such a disk takes root, and Linux.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Part, type Tab, eventually } from '../browser/driver.ts';
import { seed, tell, times } from '../faults/faults.ts';
import { randomFrom } from '../faults/random.ts';
import { mountSmallDisk } from '../faults/small-disk.ts';
import { knownIn } from './known.ts';
import { annotate, browserName, expectSound, openEditor, post, row, useStage } from './support.ts';

const disk = mountSmallDisk();
// Called after the browser is closed.
afterAll(() => disk.remove());
const stage = useStage({ profile: join(disk.folder, 'profile') });

const random = randomFrom(seed);
const channel = 'https://t.me/s/harbour_gazette';
const name = 'harbour_gazette/90';
const words = 'There is too little room on the disk: nothing can be saved. Make room and try again. What you typed is still here.';

test(`on a full disk nothing is lost, and with room it is saved, with seed ${seed}`, async () => {
  const { driver } = stage;
  const page = await driver.open(channel);
  let saved = 'Written while there was room.';
  await annotate(page, name, { note: saved });
  await page.close();
  for (let time = 1; time <= times('fullDisks'); time++) {
    const what = `time ${time} after seed ${seed}`;
    const where = random() < 0.5 ? await driver.open(channel) : await driver.extensionPage('popup.html');
    let failure: string | undefined;
    let form: Part;
    let note = saved;
    // What is saved all the same had room in what was there already; then more is typed.
    do {
      saved = note;
      form = await openForm(where);
      note = `${saved} At time ${time}.`;
      await where.type(` At time ${time}.`);
      disk.fill();
      await where.press('Control', 'Enter');
      failure = await failureIn(where, form);
    } while (failure === undefined);
    expect(failure, what).toBe(words);
    expect(await (await form.find('textbox', 'Note')).value(), what).toBe(note);
    await expectReadable(saved, what);

    disk.makeRoom();
    driver.errors.length = 0;
    await where.bringToFront();
    await where.press('Control', 'Enter');
    expect(await failureIn(where, form), what).toBeUndefined();
    saved = note;
    expect(await storedNotes(), what).toEqual([saved]);
    await where.close();
  }
  await driver.restart({ kill: true });
  expect(await storedNotes()).toEqual([saved]);
  await expectSound(stage);
  tell({ [`full disks on which nothing was lost, ${browserName}`]: times('fullDisks') });
});

/** On the channel's page, or in the popup. The end of the note has focus. */
async function openForm(where: Tab): Promise<Part> {
  let form: Part = where;
  if (await where.evaluate(() => location.hostname === 't.me')) {
    await openEditor(where, name);
    form = await where.framed('Annotation', { in: post(name) });
  } else {
    await (await where.find('button', 'Edit', { in: row(name) })).click();
  }
  await (await form.find('textbox', 'Note')).focus();
  await where.press('Control', 'End');
  return form;
}

/** What the form says after Save; undefined when it closed. */
async function failureIn(where: Tab, form: Part): Promise<string | undefined> {
  const outcome = await eventually(async (): Promise<{ words?: string } | undefined> => {
    const isOpen = where === form
      ? (await form.findAll('form', 'Annotation')).length > 0
      : await where.framed('Annotation', { in: post(name), timeout: 0 }).then(() => true, () => false);
    if (!isOpen) return {};
    const [alert] = await form.findAll('alert', undefined, '.annotation-form');
    const words = await alert?.text();
    return words === undefined ? undefined : { words };
  }, { what: 'the end of Save' });
  return outcome.words;
}

/** What was answered can be read and exported. */
async function expectReadable(note: string, what: string): Promise<void> {
  const { driver } = stage;
  const popup = await driver.extensionPage('popup.html');
  await eventually(() => popup.evaluate((text) => document.body.innerText.includes(text), note), { what: `the note in the list, ${what}` });
  await (await popup.find('button', 'Export JSON')).click();
  expect(await driver.downloaded(/^postil-.*\.json$/), what).toContain(note);
  await rm(driver.downloads, { recursive: true });
  await popup.close();
}

async function storedNotes(): Promise<string[]> {
  const page = await stage.driver.extensionPage('popup.html');
  await page.find('link', /›/);
  const { annotations } = await knownIn(page);
  await page.close();
  return [...annotations.values()].map(({ note }) => note);
}
