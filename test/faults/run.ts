/**
 * `npm run test:faults [-- --only kills,files] [--kills 200] [--seed 7] [--browser firefox]`
 *
 * Tries every fault often, in the tests that `npm test` runs too, and prints the figures with the seed that repeats them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type FaultName, faults, variableOf } from './faults.ts';

const names = Object.keys(faults) as FaultName[];

function help(): string {
  const lines = names.map((name) => `  --${name} N`.padEnd(20) + `${faults[name].what} (${faults[name].many})`);
  return ['npm run test:faults -- [flags]', ...lines, '  --only A,B'.padEnd(20) + 'these alone', '  --seed N'.padEnd(20) + 'repeats a run',
    '  --browser NAME'.padEnd(20) + 'chromium or firefox alone'].join('\n');
}

function read() {
  const { values } = parseArgs({
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      only: { type: 'string' }, seed: { type: 'string' }, browser: { type: 'string' }, help: { type: 'boolean' },
    },
  });
  const told: Record<string, string | boolean | undefined> = values;
  const wholeIn = (flag: string, otherwise: number) => {
    const number = Number(told[flag] ?? otherwise);
    if (!Number.isInteger(number) || number < 0) throw new Error(`--${flag} is a whole number, not ${String(told[flag])}`);
    return number;
  };
  const only = values.only?.split(',') ?? names;
  const unknown = only.find((name) => !names.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`--only knows ${names.join(', ')}, not ${unknown}`);
  const browsers = values.browser === undefined ? ['chromium', 'firefox'] : [values.browser];
  if (browsers.some((name) => name !== 'chromium' && name !== 'firefox')) throw new Error(`--browser is chromium or firefox, not ${browsers.join()}`);
  return {
    isHelp: values.help === true,
    chosen: names.filter((name) => only.includes(name)),
    counts: new Map(names.map((name) => [name, wholeIn(name, faults[name].many)])),
    seed: wholeIn('seed', Date.now() % 1_000_000),
    browsers,
  };
}

function sumOf(file: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    for (const [name, figure] of Object.entries(JSON.parse(line) as Record<string, number>)) sums.set(name, (sums.get(name) ?? 0) + figure);
  }
  return sums;
}

function main(): number {
  const { isHelp, chosen, counts, seed, browsers } = read();
  if (isHelp) {
    console.log(help());
    return 0;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'postil-faults-'));
  const figures = join(scratch, 'figures');
  writeFileSync(figures, '');
  const files = [...new Set(chosen.flatMap((name) => faults[name].files))];
  const projects = [...new Set(files.flatMap((file) => (file.startsWith('test/unit/') ? ['unit'] : browsers)))];
  const { status } = spawnSync('npx', [
    'vitest', 'run', ...projects.flatMap((project) => ['--project', project]), ...files,
    // What is tried a thousand times takes its time; a browser that hangs is still told of.
    '--testTimeout', String(12 * 3_600_000),
  ], {
    stdio: 'inherit',
    env: {
      ...process.env, POSTIL_SEED: String(seed), POSTIL_FIGURES: figures,
      ...Object.fromEntries([...counts].map(([name, count]) => [variableOf(name), String(count)])),
    },
  });
  console.log(`\nSeed ${seed}`);
  for (const [name, sum] of sumOf(figures)) console.log(`${String(sum).padStart(9)}  ${name}`);
  rmSync(scratch, { recursive: true });
  return status ?? 1;
}

process.exitCode = main();
