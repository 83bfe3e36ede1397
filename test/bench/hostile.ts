/**
 * How long Postil holds up pages that do what Telegram's never would: `npm run bench -- hostile`. At most 100 ms in one
 * task of the page's main thread, when the page comes and when Annotate is pressed on its last post.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { eventually } from '../browser/eventually.ts';
import type { Answer } from '../browser/network.ts';
import { extensionFolder } from '../build.ts';
import { median } from './statistics.ts';
import { type Subject, startSubject } from './subject.ts';
import { short, table } from './table.ts';
import { traceTasks } from './trace.ts';

const address = 'https://t.me/s/hostile';
const most = 100;

/** The last post of each page is the one that is pressed. */
const pages: Record<string, string> = {
  'ten million characters in one post': post(1, 'word '.repeat(2_000_000)),
  'a hundred thousand nodes in one post': post(1, '<b>x</b>'.repeat(100_000)),
  'a hundred thousand nodes, each inside the other': post(1, '<b>'.repeat(100_000)),
  'a thousand posts, each inside the other': post(1, '<div class="tgme_widget_message" data-post="hostile/2">'.repeat(1_000)),
  'taken away and put back a thousand times': `${Array.from({ length: 1_000 }, (_, i) => post(i + 2, 'x')).join('')}${post(1, 'x')}
    <script>for (const wrap of document.querySelectorAll('.tgme_widget_message_wrap')) { wrap.remove(); document.querySelector('section').prepend(wrap); }</script>`,
};

function post(id: number, inside: string): string {
  return `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="hostile/${id}"><div class="tgme_widget_message_bubble">
    <div class="tgme_widget_message_text js-message_text">${inside}</div></div></div></div>`;
}

function documentOf(history: string): string {
  return `<!DOCTYPE html><title>Hostile</title><link rel="icon" href="data:,">
    <style>.tgme_widget_message_bubble { position: relative; min-height: 40px; max-height: 200px; overflow: hidden }</style>
    <body class="tgme_webpreview"><section class="tgme_channel_history">${history}</section>`;
}

/** @returns what was measured, for machines */
export async function benchHostile(rounds: number): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-bench-'));
  const subject = await startSubject({ name: 'Postil', extension: extensionFolder('chromium') }, folder);
  try {
    const results = [];
    for (const [name, history] of Object.entries(pages)) {
      const found = [];
      for (let round = 0; round < rounds; round++) {
        console.error(`${name}, round ${round + 1} of ${rounds}`);
        found.push(await longest(subject, documentOf(history)));
      }
      const [coming, pressed] = [median(found.map((each) => each.coming)), median(found.map((each) => each.pressed))];
      results.push({ name, coming, pressed, met: Math.max(coming, pressed) <= most });
    }
    console.log(table([
      [`Longest work in one task, ms (at most ${most})`, 'page comes', 'pressed', ''],
      ...results.map(({ name, coming, pressed, met }) => [name, short(coming), short(pressed), met ? 'met' : 'NOT MET']),
    ]));
    return { rounds, results };
  } finally {
    await subject.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function longest(subject: Subject, body: string): Promise<{ coming: number; pressed: number }> {
  const answer: Answer = ({ url }) => (
    url === address ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body } : undefined
  );
  const page = await subject.newPage(answer);
  page.setDefaultTimeout(120_000);
  try {
    const coming = await traceTasks(page, subject.isOwn, async () => {
      await page.goto(address);
      await page.evaluate(() => document.querySelector('[data-post="hostile/1"]')?.scrollIntoView());
      await page.waitForSelector('[data-post="hostile/1"] postil-annotation');
    });
    const pressed = await traceTasks(page, subject.isOwn, () => press(page));
    return { coming: Math.max(...coming.map(({ own }) => own)), pressed: Math.max(...pressed.map(({ own }) => own)) };
  } finally {
    await page.close();
  }
}

/** Presses Annotate, by keyboard, and waits for the form or for words that say why there is none. */
async function press(page: Page): Promise<void> {
  const frames = page.frames().length;
  await page.evaluate(() => {
    // A mark is the only thing there that can have focus.
    const start = document.createElement('a');
    start.tabIndex = -1;
    document.querySelector('[data-post="hostile/1"] .tgme_widget_message_text')?.prepend(start);
    start.focus({ preventScroll: true });
  });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await eventually(() => page.frames().length > frames, { what: 'the form', timeout: 60_000 });
}
