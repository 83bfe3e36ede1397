/**
 * `npm run package`
 *
 * Makes in `dist/` what the stores are given: the package of each browser, and of the source what is committed, for
 * Mozilla's reviewers. The same commit gives the same files, byte by byte.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import build from './build.ts';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(root, process.env['POSTIL_DIST'] ?? 'dist');

function git(...args: string[]): string {
  // A zip tells local times.
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } }).trim();
}

async function main(): Promise<void> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const files = {
    chrome: join(dist, `postil-${version}-chrome.zip`),
    firefox: join(dist, `postil-${version}-firefox.xpi`),
    source: join(dist, `postil-${version}-source.zip`),
  };
  await build();
  await copyFile(join(dist, 'postil-chrome.zip'), files.chrome);
  await copyFile(join(dist, 'postil-firefox.zip'), files.firefox);
  git('archive', '--format=zip', '-9', `--prefix=postil-${version}/`, `--output=${files.source}`, 'HEAD');
  for (const file of Object.values(files)) {
    const bytes = await readFile(file);
    console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${relative(root, file)}  ${bytes.length} bytes`);
  }
  if (git('status', '--porcelain') !== '') {
    throw new Error('There are changes that are not committed: the packages hold them, the source archive does not. Commit, and run this again.');
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
