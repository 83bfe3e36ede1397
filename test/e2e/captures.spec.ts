/**
 * Saved pages of the real t.me, in the folder that `POSTIL_PAGES` names. They are not part of the project; without
 * them there is nothing here to run.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { captureFacts } from '../captures/facts.ts';
import { expectOneEach, postsOf, useStage } from './support.ts';

const folder = process.env['POSTIL_PAGES'];
const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];

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
    const facts = captureFacts(file);
    const names = await postsOf(tab);
    // Posts of 2018 have no name in their markup: they are counted only.
    if (facts !== undefined && names.length > 0) expect(names).toEqual(facts.posts.map(({ id }) => id));
    await expectOneEach(tab, names);
    const count = facts?.page.posts ?? names.length;
    await eventually(async () => (await tab.findAll('button', /^Annotate/)).length === count, { what: `${count} posts` });
    await tab.close();
  });

  if (files.length === 0) test('are not at hand: POSTIL_PAGES names no folder', () => expect(folder ?? '').toBe(''));
});
