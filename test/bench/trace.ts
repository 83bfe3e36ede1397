/**
 * What the main thread of a page was busy with, from a trace of the browser.
 *
 * Time is that of the processor, not of the clock: other programs take a thread off the processor at any moment.
 * https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU (format of the events)
 */
import type { Page } from 'puppeteer-core';
import { sum } from './statistics.ts';

/** Begins a batch, when a page says it by `performance.mark`; the first is what came before. */
export const batchMark = 'bench batch';
const pageMark = 'bench page';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Microseconds, by the clock and by the processor. */
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

export interface Task {
  /** Milliseconds of the processor. */
  time: number;
  /** Of these, what scripts of the extension or client did, with the layout that they asked for. */
  own: number;
  /** Number of the batch in which it began. */
  batch: number;
}

/** Records while `work` is done on the page. @param isOwn whether a script of this address is what is measured */
export async function traceTasks(page: Page, isOwn: (url: string) => boolean, work: () => Promise<void>): Promise<Task[]> {
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'] });
  await work();
  await page.evaluate((name) => performance.mark(name), pageMark);
  const bytes = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: TraceEvent[] };
  return tasksOf(mainThread(traceEvents), isOwn);
}

/** The events of the thread which ran the page's document, first things first. */
function mainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const mark = events.find(({ name }) => name === pageMark);
  if (!mark) throw new Error('The trace does not hold the page');
  return events
    .filter(({ pid, tid, ph }) => pid === mark.pid && tid === mark.tid && 'XIR'.includes(ph))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

function tasksOf(events: readonly TraceEvent[], isOwn: (url: string) => boolean): Task[] {
  const marks = events.filter(({ name }) => name === batchMark).map(({ ts }) => ts);
  const calls = events.filter(({ name }) => calling.has(name));
  let next = 0;
  return outermost(events.filter(({ name }) => name === 'RunTask')).map((task) => {
    const inside: TraceEvent[] = [];
    for (let call = calls[next]; call && call.ts < end(task); call = calls[++next]) inside.push(call);
    return {
      time: time(task),
      own: ownTime(inside, isOwn),
      batch: marks.filter((at) => at <= task.ts).length,
    };
  });
}

const calling = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks']);

/** @param inside the calls of one task. Those of microtasks, such as the rest of an async function, have no address */
function ownTime(inside: readonly TraceEvent[], isOwn: (url: string) => boolean): number {
  const scripts = outermost(inside.filter(({ name }) => name !== 'RunMicrotasks'));
  const own = scripts.filter(({ args }) => isOwn(args?.data?.url ?? ''));
  const isAlone = own.length > 0 && own.length === scripts.length;
  return sum((isAlone ? outermost(inside) : own).map(time));
}

/** Those that are not inside another one. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let reached = 0;
  return events.filter((event) => {
    if (event.ts < reached) return false;
    reached = end(event);
    return true;
  });
}

function end({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}

function time({ tdur, dur = 0 }: TraceEvent): number {
  return (tdur ?? dur) / 1_000;
}
