/** A copy of what is shipped, with pages of the bench added to it; what was there is as it was. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import type { BrowserName } from '../../browser/browsers.mjs';
import config from '../../../vite.config.ts';
import { extensionFolder } from '../../build.ts';

/** Pages whose rows are watched. */
export const watched = { popup: 'bench-popup.html', library: 'bench-library.html', bare: 'bench-bare.html' };
/** In which the jobs are done. */
export const jobsPage = 'bench.html';
/** At which a tab is when nothing is measured. */
export const restPage = 'bench-rest.html';

const scripts = 'bench';

/** @returns the folder of the extension with the pages */
export async function makePackage(browser: BrowserName, folder: string): Promise<string> {
  const made = join(folder, `package-${browser}`);
  await cp(extensionFolder(browser), made, { recursive: true });
  await bundle(join(made, scripts));
  const page = (name: string, body: string) => writeFile(join(made, name), `<!doctype html><meta charset="utf-8"><title>Bench</title>${body}`);
  await page(restPage, '');
  await page(jobsPage, `<input type="file">${script('bench')}`);
  await page(watched.bare, `${script('recorder')}<main id="bare"></main>${script('bare')}`);
  for (const name of ['popup', 'library'] as const) {
    const html = await readFile(join(made, `${name}.html`), 'utf8');
    await writeFile(join(made, watched[name]), html.replace('<head>', `<head>${script('recorder')}`));
  }
  return made;
}

function script(name: string): string {
  return `<script type="module" src="/${scripts}/${name}.js"></script>`;
}

async function bundle(outDir: string): Promise<void> {
  const source = join(import.meta.dirname, 'page');
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: config.resolve ?? {},
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      outDir,
      emptyOutDir: true,
      target: ['chrome132', 'firefox142'],
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { bench: join(source, 'bench.ts'), bare: join(source, 'bare.tsx'), recorder: join(source, 'recorder.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name].js' },
      },
    },
  });
}
