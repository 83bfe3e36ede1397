/** Where the two browsers are on this machine. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

const CANDIDATES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
} as const;

const VARIABLE = { chromium: 'CHROMIUM_BIN', firefox: 'FIREFOX_BIN' } as const;

export function findBrowser(name: BrowserName): string | undefined {
  const told = process.env[VARIABLE[name]];
  if (told) return told;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return CANDIDATES[name]
    .flatMap((file) => folders.map((folder) => join(folder, file)))
    .find(isExecutable);
}

export function requireBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found === undefined) {
    throw new Error(
      `No ${name} on PATH (looked for ${CANDIDATES[name].join(', ')}). ` +
        `Install it, or set ${VARIABLE[name]} to its executable.`,
    );
  }
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
