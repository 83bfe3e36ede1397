/** One measurement: a page of one size, with one variant, once. */
import type { CDPSession } from 'puppeteer-core';
import { eventually } from '../browser/eventually.ts';
import type { Answer } from '../browser/network.ts';
import { address } from './feed.ts';
import type { Scenario } from './scenarios.ts';
import { sum } from './statistics.ts';
import type { Subject } from './subject.ts';
import { type Task, batchMark, traceTasks } from './trace.ts';

/** Milliseconds are of the processor, on the page's main thread. */
export interface Measured {
  /** All tasks together. */
  work: number;
  /** The longest task. */
  longest: number;
  /** How many tasks its scripts took part in, and the longest time that they did so in one. */
  ownTasks: number;
  ownLongest: number;
  /** Work of each load of more. */
  batches: number[];
  /** Bytes, after garbage is collected: of scripts, and of what the page is made of. */
  heap: number;
  /** DOM nodes, those in shadow roots included. */
  nodes: number;
}

/** Opens the page, and has posts pass and more of them load, as a reader does who goes to its top. */
export async function measure(subject: Subject, answer: Answer, { posts, batch, passing = 0 }: Scenario): Promise<Measured> {
  const loads = Math.ceil(posts / batch) - 1;
  const page = await subject.newPage(answer);
  try {
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const tasks = await traceTasks(page, subject.isOwn, async () => {
      await page.goto(address, { waitUntil: 'load' });
      await rest(cdp);
      if (passing > 0) await page.evaluate(pass, passing);
      for (let i = 0; i < loads; i++) await page.evaluate(loadMore, batchMark);
      await rest(cdp);
    });
    return { ...summary(tasks, loads), ...(await size(cdp)) };
  } finally {
    await page.close();
  }
}

function summary(tasks: readonly Task[], loads: number): Omit<Measured, 'heap' | 'nodes'> {
  const own = tasks.map((task) => task.own).filter((time) => time > 0);
  return {
    work: sum(tasks.map(({ time }) => time)),
    longest: Math.max(...tasks.map(({ time }) => time)),
    ownTasks: own.length,
    ownLongest: Math.max(0, ...own),
    batches: Array.from({ length: loads }, (_, i) => sum(tasks.filter(({ batch }) => batch === i + 1).map(({ time }) => time))),
  };
}

/**
 * Runs in the page: goes to the top, waits for what that brings, and until nothing more happens. Its functions have no
 * names: esbuild, by which tsx runs this, would wrap them in a helper that the page does not have.
 */
async function loadMore(mark: string): Promise<void> {
  performance.mark(mark);
  const top = document.querySelector('[data-post]');
  await new Promise<void>((resolve) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-post]') === top) return;
      observer.disconnect();
      resolve();
    }).observe(document, { childList: true, subtree: true });
    window.scrollTo(0, 0);
    // Where the page stands there already it does not scroll.
    document.dispatchEvent(new Event('scroll'));
  });
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestIdleCallback(resolve));
}

/** Runs in the page: brings the newest posts to the top of the screen, a few at a time. Its functions have no names: see `loadMore`. */
async function pass(count: number): Promise<void> {
  const posts = [...document.querySelectorAll('[data-post]')].slice(-count).toReversed();
  for (let i = 0; i < posts.length; i += 4) {
    posts[i]?.scrollIntoView();
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestIdleCallback(resolve));
  }
}

/** Milliseconds that every page gets, for a thread that waits longer has more of the small work that goes on always. */
const least = 2_000;

/** Waits until the main thread has had almost nothing to do for a while; answers of a worker may take that long. */
async function rest(cdp: CDPSession): Promise<void> {
  const calm = 20;
  const busy = 0.001;
  const began = performance.now();
  let before = 0;
  let quiet = 0;
  await eventually(async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const worked = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    quiet = worked - before < busy ? quiet + 1 : 0;
    before = worked;
    return quiet >= calm && performance.now() - began >= least;
  }, { what: 'the page to rest', timeout: 120_000 });
}

async function size(cdp: CDPSession): Promise<{ heap: number; nodes: number }> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes } = await cdp.send('Memory.getDOMCounters');
  return { heap: usedSize + embedderHeapUsedSize + backingStorageSize, nodes };
}

