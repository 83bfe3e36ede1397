/**
 * Very many annotations in one step: the page goes on drawing meanwhile, says how far it is, and can be stopped. How long it
 * takes is printed; `POSTIL_MANY=10000` makes it as many as that.
 */
import { beforeAll, expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { browserName, chooseFile, expectSound, focusIsOn, useStage } from './support.ts';

const stage = useStage();

const count = Number(process.env['POSTIL_MANY'] ?? 2_000);
const inStep = { in: '.step' };
const shown = count.toLocaleString('en');

beforeAll(async () => {
  const library = await stage.driver.extensionPage('library.html');
  const words = 'Low water at the quay, and a ferry that waits for the tide until the evening comes. '.split(' ');
  const text = (i: number, length: number) => Array.from({ length }, (_, at) => `${words[(i * 7 + at) % words.length]}${(i * at) % 97}`).join(' ');
  const annotations = Array.from({ length: count }, (_, i) => ({
    id: `tide-${i + 1}`, author: 'anna', post: { channel: 'tide_table', channelTitle: 'Tide table', postId: i + 1, text: text(i, 60) },
    tags: [`tag ${i % 50}`], note: text(i + 5, 15), createdAt: new Date(1_700_000_000_000 + i * 60_000).toISOString(),
  }));
  await chooseFile(stage, library, JSON.stringify({ format: 'postil', version: 1, owner: 'anna', authors: [{ id: 'anna', name: 'Анна' }], annotations }));
  await (await library.find('radio', 'I did', { timeout: 60_000 })).click();
  await (await library.find('button', 'Import now', { timeout: 60_000 })).click();
  await (await library.find('button', 'Close', { timeout: 120_000 })).click();
  await library.close();
}, 240_000);

async function allSelected(): Promise<Tab> {
  const library = await stage.driver.extensionPage('library.html');
  await (await library.find('checkbox', `Select Tide table › ${count}`)).click();
  await measured(library, `all ${shown} selected`, async () => {
    await (await library.find('button', `Select all ${shown} found`)).click();
    await eventually(async () => await (await library.find('status', undefined, { in: '.selection' })).text() === `${shown} selected`);
  });
  return library;
}

async function says(library: Tab, words: string | RegExp): Promise<string> {
  return eventually(async () => {
    const text = await (await library.find('status', undefined, inStep)).text();
    return (typeof words === 'string' ? text === words : words.test(text)) ? text : undefined;
  }, { what: String(words), timeout: 120_000 });
}

interface Watch {
  since: number;
  tasks: number[];
  frames: number[];
}

/** Prints how long it took, and how long the page stood still meanwhile. */
async function measured(library: Tab, what: string, work: () => Promise<unknown>): Promise<void> {
  await library.evaluate(() => {
    const watch: Watch = { since: performance.now(), tasks: [], frames: [] };
    Object.assign(globalThis, { watch });
    // Firefox knows no long tasks; there frames alone tell.
    if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
      new PerformanceObserver((list) => watch.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    }
    let last = performance.now();
    const draw = (now: number) => {
      watch.frames.push(now - last);
      last = now;
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  });
  await work();
  const { ms, tasks, frames } = await library.evaluate(() => {
    const { watch } = globalThis as unknown as { watch: Watch };
    return { ms: performance.now() - watch.since, tasks: watch.tasks, frames: watch.frames };
  });
  const longest = (times: number[]) => Math.round(Math.max(0, ...times));
  const slow = frames.filter((frame) => frame > 50).length;
  console.log(`${browserName}, ${what}: ${Math.round(ms)} ms; longest task ${longest(tasks)} ms (${tasks.length} above 50); `
    + `longest frame ${longest(frames)} ms, ${slow} of ${frames.length} above 50`);
  // Asked for by hand, on a machine that does nothing else.
  if (process.env['POSTIL_MANY'] !== undefined) expect(longest(frames), `how long the page stood still: ${what}`).toBeLessThan(1_000);
}

async function undone(library: Tab, words: string): Promise<void> {
  await measured(library, 'taken back', async () => {
    await (await library.find('button', 'Undo', inStep)).click();
    await says(library, words);
  });
}

test(`${count} get a tag, and lose it again`, { timeout: 240_000 }, async () => {
  const library = await allSelected();
  await (await library.find('button', 'Add tags…')).click();
  await library.find('combobox', 'Add tag');
  await library.type('ports');
  await measured(library, 'tagged', async () => {
    await (await library.find('button', 'Add', { in: 'form' })).click();
    await says(library, `‘ports’ added to ${shown} annotations.`);
    await library.find('button', /^ports/);
  });
  await undone(library, `${shown} annotations are as they were.`);
  await library.close();
  await expectSound(stage);
});

test(`${count} are deleted, stopped on the way and brought back`, { timeout: 240_000 }, async () => {
  const library = await allSelected();
  await (await library.find('button', 'Delete', { in: '.selection' })).click();
  await focusIsOn(library, 'Cancel');
  await library.press('Enter');
  const words = await says(library, /deleted/);
  const [, deleted = '', left = ''] = /^([\d,]+) annotations deleted\. Stopped: ([\d,]+) are still to come\.$/.exec(words) ?? [];
  const number = (text: string) => Number(text.replaceAll(',', ''));
  expect(number(deleted) + number(left), words).toBe(count);
  expect(number(left), words).toBeGreaterThan(0);
  await undone(library, `${deleted} annotations are as they were.`);

  await measured(library, 'deleted', async () => {
    await (await library.find('button', 'Delete', { in: '.selection' })).click();
    await says(library, `${shown} annotations deleted.`);
  });
  await undone(library, `${shown} annotations are as they were.`);
  await library.find('link', `Tide table › ${count}`);
  await library.close();
  await expectSound(stage);
});
