/** `npm run icons`: draws the icon of `public/icons/postil.svg` in the sizes that the manifest names. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import { requireBrowser } from './browser/browsers.mjs';

const folder = resolve(import.meta.dirname, '../public/icons');
const sizes = [16, 32, 48, 128];

const source = await readFile(resolve(folder, 'postil.svg'), 'base64');
const browser = await launch({ executablePath: requireBrowser('chromium'), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<body style="margin:0"><img style="display:block" width="${size}" src="data:image/svg+xml;base64,${source}">`, { waitUntil: 'load' });
  await page.screenshot({ path: resolve(folder, `${size}.png`) as `${string}.png`, omitBackground: true });
}
await browser.close();
