/** Where the two browsers are on this machine. Plain JavaScript, because it runs before anything is installed. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

const candidates = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

/** The environment variables that name a browser's executable. */
export const variables = { chromium: 'CHROMIUM_BIN', firefox: 'FIREFOX_BIN' };

/** Where macOS keeps what has no name on the PATH. */
const applications = {
  chromium: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
};

/**
 * @param {BrowserName} name
 * @returns {string | undefined} path of its executable
 */
export function findBrowser(name) {
  const told = process.env[variables[name]];
  if (told) return told;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const paths = candidates[name].flatMap((file) => folders.map((folder) => join(folder, file)));
  return [...paths, ...applications[name]].find(isExecutable);
}

/**
 * @param {BrowserName} name
 * @returns {string}
 */
export function requireBrowser(name) {
  const found = findBrowser(name);
  if (found === undefined) {
    throw new Error(`No ${name} on PATH (looked for ${candidates[name].join(', ')}). Install it, or set ${variables[name]} to its executable.`);
  }
  return found;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
