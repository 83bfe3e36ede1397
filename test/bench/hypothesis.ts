/**
 * Hypothesis's client, beside which Postil is shown when somebody has it: the npm package `hypothesis`, in the folder
 * that POSTIL_HYPOTHESIS names or among the libraries. It is not one of the project's libraries.
 */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Answer } from '../browser/network.ts';

export interface Embedded {
  /** Where its scripts come from. */
  root: string;
  /** The pages of `answer`, with the client in them as its embed puts it there. */
  into: (answer: Answer) => Answer;
}

/** On the page's own host, so that nothing of it asks another. */
const root = 'https://t.me/hypothesis/';
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

const settings = {
  assetRoot: root, sidebarAppUrl: `${root}app.html`, notebookAppUrl: `${root}app.html`, profileAppUrl: `${root}app.html`,
};
const embed = `<script type="application/json" class="js-hypothesis-config">${JSON.stringify(settings)}</script>`
  + `<script async src="${root}build/boot.js"></script></head>`;

export function findHypothesis(): Embedded | undefined {
  const folder = resolve(process.env['POSTIL_HYPOTHESIS'] ?? resolve(import.meta.dirname, '../../node_modules/hypothesis'));
  if (!existsSync(join(folder, 'build/boot.js'))) return undefined;
  return {
    root,
    into: (answer) => (request) => {
      if (request.url.startsWith(root)) return file(folder, new URL(request.url).pathname.slice('/hypothesis/'.length));
      const response = answer(request);
      const isPage = response?.headers['content-type']?.startsWith('text/html');
      return response && isPage ? { ...response, body: response.body.replace('</head>', () => embed) } : response;
    },
  };
}

function file(folder: string, name: string): ReturnType<Answer> {
  const path = join(folder, name);
  // Its sidebar is another document, in a frame, and is not measured.
  if (!existsSync(path)) return { status: 404, headers: { 'content-type': 'text/html' }, body: '' };
  const headers = { 'content-type': types[extname(name)] ?? 'application/octet-stream' };
  return { status: 200, headers, body: readFileSync(path, 'utf8') };
}
