/** What is compared: the same pages with Postil, with less, and with something else. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { extensionFolder } from '../build.ts';
import type { Annotated } from './annotate.ts';
import { type Embedded, findHypothesis } from './hypothesis.ts';

export interface Variant {
  /** As the table names it. */
  name: VariantName;
  /** Folder of its extension. */
  extension?: string;
  /** With Postil. */
  annotated?: Annotated;
  /** A script that the page itself loads. */
  embedded?: Embedded;
}

export type VariantName = 'no extension' | 'polyfill only' | 'floor' | 'Postil' | 'Postil, 200 annotated' | 'Postil, 200 annotated, 500 quotes' | 'Hypothesis';

/** @param folder where extensions may be made */
export async function makeVariants(folder: string): Promise<Variant[]> {
  const polyfill = createRequire(import.meta.url).resolve('webextension-polyfill/dist/browser-polyfill.min.js');
  const postil = extensionFolder('chromium');
  const embedded = findHypothesis();
  return [
    { name: 'no extension' },
    { name: 'polyfill only', extension: await makeExtension(join(folder, 'polyfill'), polyfill, 'document_start') },
    { name: 'floor', extension: await makeExtension(join(folder, 'floor'), join(import.meta.dirname, 'floor.js'), 'document_end') },
    { name: 'Postil', extension: postil },
    { name: 'Postil, 200 annotated', extension: postil, annotated: { posts: 200, quotes: 0 } },
    { name: 'Postil, 200 annotated, 500 quotes', extension: postil, annotated: { posts: 200, quotes: 500 } },
    ...(embedded ? [{ name: 'Hypothesis' as const, embedded }] : []),
  ];
}

/** An extension that is nothing but one content script. */
async function makeExtension(folder: string, script: string, runAt: 'document_start' | 'document_end'): Promise<string> {
  await mkdir(folder, { recursive: true });
  await cp(script, join(folder, 'content.js'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({
    manifest_version: 3,
    name: 'Bench',
    version: '1',
    content_scripts: [{ matches: ['https://t.me/*'], js: ['content.js'], run_at: runAt, all_frames: true }],
  }));
  return folder;
}
