/**
 * The worker is stopped at random moments while calls are on their way to it. Each is sent again by the client of the pages,
 * and has the effect of one. `test/unit/background/interrupted.test.ts` stops each call before every single step, in a
 * worker that is none; here are the real ones, with all that runs in them besides.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createClient } from '../../src/messages/client.ts';
import { type CallName, answers } from '../../src/messages/table.ts';
import type { Tab } from '../browser/driver.ts';
import { seed, tell, times } from '../faults/faults.ts';
import { type Random, randomFrom } from '../faults/random.ts';
import { knownIn, nothingKnown } from './known.ts';
import { nextCall } from './random-calls.ts';
import { ask, browserName, expectSound, openEditor, post, useStage } from './support.ts';

const stage = useStage();

/** So long after a call at most, in ms: a worker that runs has answered by then, and one that does not has started. */
const whileWorking = 30;
const whileStarting = 300;

async function stopSometime(random: Random, within: number): Promise<void> {
  await pause(random() * within);
  await stage.driver.stopWorker();
}

/** A page of ours, with nothing that was kept or set. */
async function openPage(): Promise<Tab> {
  const page = await stage.driver.extensionPage('popup.html');
  await ask(page,
    { call: 'data.erase', args: {} }, { call: 'options.setOnPages', args: { onPages: 'notes' } }, { call: 'backup.setAutomatic', args: { automatic: false } });
  await page.find('region', 'Your first annotation');
  return page;
}

test(`a call during which the worker is stopped is made once and whole, with seed ${seed}`, async () => {
  const random = randomFrom(seed);
  const page = await openPage();
  let sent = 0;
  const client = createClient<CallName>(answers, {
    send: async (message) => {
      sent += 1;
      const [answer] = await ask(page, message as object);
      return answer;
    },
    isOrphaned: () => false,
  });
  const known = nothingKnown();
  const names = new Set<CallName>();
  let again = 0;
  for (let number = 1; number <= times('stops'); number++) {
    const { name, make } = await nextCall({ stage, page, known, random, number });
    const isRunning = random() < 0.7;
    // Starting takes longer than all that a call does: else most stops would come before its first step.
    if (isRunning) await ask(page, { call: 'tags.uses', args: {} });
    sent = 0;
    const stopping = stopSometime(random, isRunning ? whileWorking : whileStarting);
    await make(client).catch((error: unknown) => {
      throw new Error(`${name}, call ${number} after seed ${seed}`, { cause: error });
    });
    await stopping;
    names.add(name);
    if (sent > 1) again += 1;
    expect(await knownIn(page), `what is stored after ${name}, call ${number} after seed ${seed}`).toEqual(known);
    if (number % 100 === 0) await expectSound(stage);
  }
  await expectSound(stage);
  await page.close();
  expect(again, 'calls sent again').toBeGreaterThan(0);
  tell({
    [`stops of the worker while a call was on its way, ${browserName}`]: times('stops'),
    [`of them, calls that were cut off and sent again, ${browserName}`]: again,
  });
});

test(`an annotation during which the worker is stopped three times is saved once and whole, with seed ${seed}`, async () => {
  const random = randomFrom(seed + 1);
  const page = await openPage();
  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  const rounds = Math.ceil(times('stops') / 10);
  for (let round = 1; round <= rounds; round++) {
    const name = `harbour_gazette/${[88, 90, 91, 93][Math.floor(random() * 4)]}`;
    const typed = { tags: [`tag ${round}`], note: `Not a word of note ${round} was lost.` };
    // While it is offered and claimed, while its draft is kept, and while it is saved.
    await Promise.all([openEditor(tab, name), stopSometime(random, whileStarting)]);
    await Promise.all([typeInto(tab, typed), stopSometime(random, whileStarting)]);
    await Promise.all([tab.press('Control', 'Enter'), stopSometime(random, whileWorking)]);
    await tab.find('button', /^Edit annotation/, { in: post(name) });

    const { annotations, drafts } = await knownIn(page);
    const living = [...annotations].filter(([, each]) => each.post === name && !each.deleted);
    expect(living.map(([, { tags, note }]) => ({ tags, note })), `${name}, annotation ${round} after seed ${seed}`).toEqual([typed]);
    expect([...drafts], `drafts after annotation ${round} after seed ${seed}`).toEqual([]);
    // The next one finds the post free again.
    await ask(page, { call: 'annotation.delete', args: { id: living[0]?.[0] } });
    await tab.find('button', /^Annotate post/, { in: post(name) });
  }
  await expectSound(stage);
  for (const each of [tab, page]) await each.close();
  tell({ [`stops of the worker during annotations in the editor, ${browserName}`]: 3 * rounds });
});

/** As a reader does: a tag, and Enter twice to go on to the note. */
async function typeInto(tab: Tab, { tags, note }: { tags: readonly string[]; note: string }): Promise<void> {
  for (const name of tags) {
    await tab.type(name);
    await tab.press('Enter');
  }
  await tab.press('Enter');
  await tab.type(note);
}
