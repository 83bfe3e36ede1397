/**
 * `npm run bench -- page [--rounds 5] [--only "1,000"] [--json FILE]`, or `hostile` in place of `page`
 * `npm run bench -- library [--rounds 5] [--only search] [--json FILE] [--browser firefox] [--count 100,10000,100000]`
 *
 * Measures, and says which budgets are met. It is no test: it ends well when they are not.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import build from '../build.ts';
import type { BrowserName } from '../browser/browsers.mjs';
import { benchHostile } from './hostile.ts';
import { benchLibrary } from './library/library.ts';
import { benchPage } from './page.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' }, only: { type: 'string' }, json: { type: 'string' },
    browser: { type: 'string' }, count: { type: 'string', default: '100,10000,100000' },
  },
});

interface Options {
  rounds: number;
  only?: string;
}

const benches: Record<string, (options: Options) => Promise<object>> = {
  page: benchPage,
  hostile: ({ rounds }) => benchHostile(rounds),
  library: (options) => benchLibrary({ ...options, browsers: browsersNamed(values.browser), counts: values.count.split(',').map(whole) }),
};

function browsersNamed(name: string | undefined): BrowserName[] {
  if (name === undefined) return ['chromium', 'firefox'];
  if (name !== 'chromium' && name !== 'firefox') throw new Error(`--browser is chromium or firefox, not ${name}`);
  return [name];
}

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`That is not how many: ${text}`);
  return number;
}

async function main(): Promise<void> {
  const [what = 'nothing'] = positionals;
  const bench = benches[what];
  if (!bench) throw new Error(`npm run bench -- ${Object.keys(benches).join(' or ')}, not ${what}`);
  const options: Options = { rounds: whole(values.rounds), ...(values.only !== undefined && { only: values.only }) };
  console.error('Building …');
  await build();
  const measured = await bench(options);
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(measured, null, 2)}\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
