import { beforeEach, describe, expect, it, vi } from 'vitest';
import { injectIntoOpenTabs, onNewReach } from '../../../src/webext/inject.ts';

const fake = vi.hoisted(() => {
  const installed: ((details: { reason: string }) => void)[] = [];
  const granted: (() => void)[] = [];
  return {
    installed, granted, done: [] as unknown[],
    browser: {
      runtime: {
        onInstalled: { addListener: (listener: (details: { reason: string }) => void) => installed.push(listener) },
        getManifest: () => ({
          content_scripts: [{ matches: ['https://t.me/*'], js: ['content.js'], css: ['assets/content.css'], all_frames: true }],
        }),
      },
      permissions: { onAdded: { addListener: (listener: () => void) => granted.push(listener) } },
      tabs: { query: async (about: object) => { fake.done.push(['query', about]); return [{ id: 1 }, { id: 2 }, {}, { id: 3 }]; } },
      scripting: {
        insertCSS: async (what: { target: { tabId: number } }) => {
          if (what.target.tabId === 1) throw new Error('This page cannot be scripted');
          fake.done.push(['css', what]);
        },
        executeScript: async (what: object) => { fake.done.push(['js', what]); },
      },
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake.browser }));

beforeEach(() => { fake.done = []; });

describe('content scripts', () => {
  it('run in every open tab that they would run in, but for those that cannot be scripted', async () => {
    await injectIntoOpenTabs();
    expect(fake.done[0]).toEqual(['query', { url: ['https://t.me/*'], discarded: false }]);
    for (const tabId of [2, 3]) {
      const target = { tabId, allFrames: true };
      expect(fake.done).toContainEqual(['css', { target, files: ['assets/content.css'] }]);
      expect(fake.done).toContainEqual(['js', { target, files: ['content.js'], injectImmediately: true }]);
    }
    expect(fake.done).toHaveLength(5);
  });

  it('are run when the extension is installed, updated, switched on or granted hosts, not when the browser is updated', () => {
    const worker = new EventTarget();
    vi.stubGlobal('addEventListener', worker.addEventListener.bind(worker));
    const listener = vi.fn();
    onNewReach(listener);
    vi.unstubAllGlobals();
    for (const reason of ['install', 'update', 'chrome_update', 'browser_update']) for (const tell of fake.installed) tell({ reason });
    expect(listener).toHaveBeenCalledTimes(2);
    for (const tell of fake.granted) tell();
    worker.dispatchEvent(new Event('activate'));
    expect(listener).toHaveBeenCalledTimes(4);
  });
});
