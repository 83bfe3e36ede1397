// @vitest-environment jsdom
import { h, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HostAccess } from '../../../src/popup/host-access.tsx';

const browser = vi.hoisted(() => ({
  allowed: false,
  answer: (): Promise<boolean> => Promise.resolve(false),
  listeners: new Set<() => void>(),
}));
vi.mock('../../../src/webext/i18n.ts', () => ({ message: (key: string) => key }));
vi.mock('../../../src/webext/permissions.ts', () => ({
  hasAccess: async () => browser.allowed,
  requestAccess: () => browser.answer(),
  onAccessChange: (listener: () => void) => {
    browser.listeners.add(listener);
    return () => browser.listeners.delete(listener);
  },
}));

function setAllowed(allowed: boolean): void {
  browser.allowed = allowed;
  for (const listener of browser.listeners) listener();
}
const text = (): string => document.body.textContent;
const allow = (): void => document.querySelector('button')?.click();

beforeEach(() => {
  browser.allowed = false;
  render(h(HostAccess, null), document.body);
});
afterEach(async () => {
  render(null, document.body);
  await vi.waitFor(() => { expect(browser.listeners.size).toBe(0); });
});

it('says that access is missing, and goes when it is given, in whatever way', async () => {
  await vi.waitFor(() => { expect(text()).toContain('hostAccessMissing'); });
  setAllowed(true);
  await vi.waitFor(() => { expect(text()).toBe(''); });
  setAllowed(false);
  await vi.waitFor(() => { expect(text()).toContain('hostAccessMissing'); });
});

it.each([
  ['refused', () => Promise.resolve(false)],
  ['impossible', () => Promise.reject(new Error('not in a press'))],
])('when access is %s says so, until it is asked for again', async (_, answer) => {
  await vi.waitFor(() => { expect(text()).toContain('hostAccessMissing'); });
  browser.answer = answer;
  allow();
  await vi.waitFor(() => { expect(document.querySelector('[role=alert]')?.textContent).toBe('hostAccessRefused'); });
  browser.answer = () => new Promise(() => undefined);
  allow();
  await vi.waitFor(() => { expect(document.querySelector('[role=alert]')).toBeNull(); });
});
