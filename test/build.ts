/** Builds the packages once before any test: what is tested is what is shipped. */
import { resolve } from 'node:path';
import { createBuilder } from 'vite';
import type { BrowserName } from './browser/browsers.mjs';

export default async function build(): Promise<void> {
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
}

/** The unpacked package for a browser, where the last build put it. */
export function extensionFolder(browser: BrowserName): string {
  const dist = process.env['POSTIL_DIST'] ?? resolve(import.meta.dirname, '../dist');
  return resolve(dist, browser === 'chromium' ? 'chrome' : 'firefox');
}
