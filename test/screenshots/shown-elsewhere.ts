/** The pictures of the README and of the stores: of the same surfaces, in the sizes that are asked for there. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Driver } from '../browser/driver.ts';
import { picture } from './picture.ts';
import { promotion } from './promotion.ts';
import { type Scene, furnish, open } from './scene.ts';
import type { Surface } from './surface.ts';
import { surfaces } from './surfaces.ts';
import { languages } from './words.ts';

const inReadme: readonly (readonly [file: string, surface: string])[] = [
  ['channel', 'feed-editing'],
  ['popup', 'popup-list'],
  ['library', 'library-list'],
];

/** Both stores take screenshots of 1280 by 800. */
const ofStores = { width: 1_280, height: 800 };
const inStores = ['feed-editing', 'feed-quote', 'library-list', 'library-search', 'library-history'];

async function take(scene: Scene, name: string, path: string, size?: Surface['size']): Promise<void> {
  const surface = surfaces.find((each) => each.name === name);
  if (!surface) throw new Error(`there is no surface ${name}`);
  await furnish(scene, surface.content ?? 'written');
  const tab = await surface.show(scene);
  await picture(tab, { ...surface, size: size ?? surface.size }, 'wide', `${path}.png`);
  await tab.close();
  console.log(`- ${path}.png`);
}

export async function takeForReadme(folder: string): Promise<void> {
  const scene = await open({ browser: 'chromium', language: 'en', theme: 'light' });
  try {
    for (const [file, surface] of inReadme) await take(scene, surface, join(folder, file));
  } finally {
    await scene.driver.close();
  }
}

/** For each language its screenshots, and once the tiles of Chrome's store. */
export async function takeForStores(folder: string): Promise<void> {
  for (const language of languages) {
    const scene = await open({ browser: 'chromium', language, theme: 'light' });
    try {
      for (const [i, name] of inStores.entries()) await take(scene, name, join(folder, `${language}-${i + 1}-${name}`), ofStores);
      if (language === 'en') await takeTiles(scene.driver, folder);
    } finally {
      await scene.driver.close();
    }
  }
}

async function takeTiles(driver: Driver, folder: string): Promise<void> {
  const icon = await readFile(resolve(import.meta.dirname, '../../public/icons/128.png'), 'base64');
  const tab = await driver.open('https://example.org/');
  for (const [name, size] of [['tile-440x280', { width: 440, height: 280 }], ['marquee-1400x560', { width: 1_400, height: 560 }]] as const) {
    await tab.page.setContent(promotion(icon));
    await picture(tab, { size }, 'wide', join(folder, `${name}.png`) as `${string}.png`);
  }
  await tab.close();
}
