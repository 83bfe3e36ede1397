/**
 * `npm run screenshots [-- --only NAME] [--browser chromium,firefox] [--language en,fa] [--theme light,dark] [--width wide,narrow]
 * [--to FOLDER]`, or with `--readme` or `--stores` the pictures of the README or of the stores.
 *
 * Builds Postil and takes a picture of every surface in every state, on the project's own t.me. `index.html` beside them
 * shows them all.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import build from '../build.ts';
import type { BrowserName } from '../browser/driver.ts';
import { picture } from './picture.ts';
import { type Look, furnish, open } from './scene.ts';
import { sheet } from './sheet.ts';
import { takeForReadme, takeForStores } from './shown-elsewhere.ts';
import { surfaces } from './surfaces.ts';
import { languages } from './words.ts';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    only: { type: 'string' }, browser: { type: 'string' }, language: { type: 'string' }, theme: { type: 'string' }, width: { type: 'string' },
    to: { type: 'string' }, readme: { type: 'boolean' }, stores: { type: 'boolean' },
  },
});

/** What was asked for, of what there is. @throws {Error} when there is no such thing */
function chosen<Name extends string>(flag: 'browser' | 'language' | 'theme' | 'width', all: readonly Name[], usual: readonly Name[]): readonly Name[] {
  const asked = values[flag]?.split(',');
  const unknown = asked?.find((each) => !all.includes(each as Name));
  if (unknown !== undefined) throw new Error(`--${flag} is one of ${all.join(', ')}, not ${unknown}`);
  return asked ? all.filter((each) => asked.includes(each)) : usual;
}

async function takeAll(folder: string): Promise<void> {
  const wanted = surfaces.filter(({ name }) => values.only === undefined || values.only.split(',').some((part) => name.startsWith(part)));
  if (wanted.length === 0) throw new Error(`--only is the beginning of one of ${surfaces.map(({ name }) => name).join(', ')}`);
  const usual = ['en', 'fa'].filter((language) => languages.includes(language));
  const widths = chosen('width', ['wide', 'narrow'], ['wide', 'narrow']);
  const looks = chosen<BrowserName>('browser', ['chromium', 'firefox'], ['chromium']).flatMap((browser) => (
    chosen('language', languages, usual).flatMap((language) => (
      chosen('theme', ['light', 'dark'], ['light', 'dark']).map((theme): Look => ({ browser, language, theme }))))));
  const taken: string[] = [];
  const failed: string[] = [];
  for (const look of looks) {
    const scene = await open(look);
    try {
      for (const surface of wanted) {
        const name = [surface.name, look.browser, look.language, look.theme].join('.');
        try {
          await furnish(scene, surface.content ?? 'written');
          const tab = await surface.show(scene);
          for (const width of widths) {
            const file = `${name}.${width}.png`;
            await picture(tab, surface, width, join(folder, file) as `${string}.png`);
            taken.push(file);
          }
          await tab.close();
          console.log(`- ${name}`);
        } catch (error) {
          failed.push(name);
          console.error(`- ${name} failed: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    } finally {
      await scene.driver.close();
    }
  }
  await writeFile(join(folder, 'index.html'), sheet(taken));
  console.log(`${taken.length} pictures in ${folder}; index.html shows them all.`);
  if (failed.length > 0) throw new Error(`${failed.length} could not be taken: ${failed.join(', ')}`);
}

async function main(): Promise<void> {
  await build();
  if (values.readme === true) return takeForReadme(resolve(root, 'test/demo'));
  const folder = resolve(values.to ?? join(root, values.stores === true ? 'dist/store-pictures' : 'dist/screenshots'));
  await mkdir(folder, { recursive: true });
  await (values.stores === true ? takeForStores(folder) : takeAll(folder));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
