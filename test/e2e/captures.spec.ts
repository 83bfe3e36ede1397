/**
 * Saved pages of the real t.me, in the folder that `POSTIL_PAGES` names. They are not part of the project; without
 * them there is nothing here to run.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { expectOneEach, postsOf, useStage } from './support.ts';

const folder = process.env['POSTIL_PAGES'];
const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];

/** How many posts a page shows, for pages that were counted by hand; others are held to what their markup says. */
const counted: Record<string, number> = {
  'feed-durov-2026-08.html': 20,
  'feed-lexfridman-2023-09.html': 19,
  'embed-lexfridman-2024-06.html': 1,
  // Of a time when posts had no `data-post`.
  'embed-2018-reply.html': 1,
};

/** The address that a page was saved from, as its name KIND-NAME-… tells it. */
function addressOf(file: string): string {
  const [kind = '', name = ''] = file.split('-');
  const query = `?file=${file}`;
  if (kind === 'feed') return `https://t.me/s/${name}${query}`;
  return kind === 'embed' ? `https://t.me/${name}/1${query}&embed=1` : `https://t.me/${name}${query}`;
}

const addresses = new Map(files.map((file) => [addressOf(file), file]));
const stubs = 'for (const name of ["TWeb", "TWidgetPost", "TWidgetAuth", "Telegram", "TSticker", "TWallpaper"]) '
  + 'window[name] = new Proxy({}, { get: () => () => {} });';

/** The page itself; of what it loads only so much that its inline scripts find what they call. */
function answer({ url }: { url: string }) {
  const of = (type: string, body: string) => ({ status: 200, headers: { 'content-type': type }, body });
  const file = addresses.get(url);
  if (file !== undefined) return of('text/html; charset=utf-8', readFileSync(join(folder ?? '', file), 'utf8'));
  if (/\.js(\?|$)/.test(url)) return of('text/javascript', stubs);
  return /\.css(\?|$)/.test(url) ? of('text/css', '') : { status: 204, headers: {}, body: '' };
}

describe('captured pages', () => {
  const stage = useStage({ answer });

  test.for(files)('%s', async (file) => {
    const tab = await stage.driver.open(addressOf(file));
    const names = await postsOf(tab);
    if (counted[file] !== undefined && names.length > 0) expect(names).toHaveLength(counted[file]);
    await expectOneEach(tab, names);
    // Posts without a name in their markup are counted only.
    const count = counted[file] ?? names.length;
    await eventually(async () => (await tab.findAll('button', /^Annotate/)).length === count, { what: `${count} posts` });
    await tab.close();
  });

  if (files.length === 0) test('are not at hand: POSTIL_PAGES names no folder', () => expect(folder ?? '').toBe(''));
});
