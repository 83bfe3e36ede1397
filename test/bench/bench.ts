/**
 * `npm run bench -- page [--rounds 5] [--only "1,000"] [--json FILE]`, or `hostile` in place of `page`
 *
 * Measures, and says which budgets are met. It is no test: it ends well when they are not.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import build from '../build.ts';
import { benchHostile } from './hostile.ts';
import { benchPage } from './page.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' }, json: { type: 'string' } },
});

async function main(): Promise<void> {
  const [what] = positionals;
  const rounds = Number(values.rounds);
  if (what !== 'page' && what !== 'hostile') throw new Error(`npm run bench -- page or hostile, not ${what ?? 'nothing'}`);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds is how many, not ${values.rounds}`);
  console.error('Building …');
  await build();
  const measured = what === 'page'
    ? await benchPage({ rounds, ...(values.only !== undefined && { only: values.only }) })
    : await benchHostile(rounds);
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(measured, null, 2)}\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
