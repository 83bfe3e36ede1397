/** Memory of scripts. Firefox tells nobody how much a page has. */
import type { CDPSession } from 'puppeteer-core';
import type { Subject } from './subject.ts';

const sessions = new WeakMap<Subject, Promise<CDPSession>>();

function sessionOf(subject: Subject): Promise<CDPSession> {
  const session = sessions.get(subject) ?? subject.tab.page.createCDPSession();
  sessions.set(subject, session);
  return session;
}

async function used(cdp: CDPSession): Promise<number> {
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}

export function tellsHeap({ browser }: Subject): boolean {
  return browser === 'chromium';
}

/** MB that the page in the tab needs, after garbage is collected. */
export async function heapOf(subject: Subject): Promise<number> {
  const cdp = await sessionOf(subject);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return await used(cdp);
}

/** How often it is looked at, in milliseconds. */
const often = 200;

/** The most MB, garbage included, that the page had while work was done; undefined where nobody knows. */
export async function peakDuring<T>(subject: Subject, work: () => Promise<T>): Promise<{ result: T; peak: number | undefined }> {
  if (!tellsHeap(subject)) return { result: await work(), peak: undefined };
  const cdp = await sessionOf(subject);
  let peak = 0;
  const look = () => void used(cdp).then((now) => { peak = Math.max(peak, now); }, () => undefined);
  const looking = setInterval(look, often);
  try {
    const result = await work();
    return { result, peak };
  } finally {
    clearInterval(looking);
  }
}
