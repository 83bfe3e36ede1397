/**
 * One build for both browsers: the same files in `dist/chrome` and `dist/firefox`, with the manifest in each browser's
 * dialect. A plugin for extensions would be a dependency many times the size of this file, for reloading while
 * developing above all; what is needed here is two bundles, a copy and a zip.
 */
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import type { BuildEnvironmentOptions, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const browsers = ['chrome', 'firefox'] as const;
/** Elsewhere only for the check that two builds are equal. */
const dist = resolve(root, process.env['POSTIL_DIST'] ?? 'dist');
const stage = join(dist, 'stage');

type Manifest = Record<string, unknown> & {
  background: Record<string, unknown>;
  permissions: string[];
  web_accessible_resources: Record<string, unknown>[];
};

/**
 * What one browser understands of the manifest; each complains about the keys of the other. The version is told to both: it
 * stands in package.json alone.
 */
function dialect({ version, ...manifest }: Manifest & { version: string }, browser: (typeof browsers)[number]): object {
  const { manifest_version, name, minimum_chrome_version, browser_specific_settings, side_panel, sidebar_action, ...others } = manifest;
  const common = { manifest_version, name, version, ...others };
  const { service_worker, scripts, ...background } = manifest.background;
  return browser === 'chrome'
    ? { ...common, minimum_chrome_version, side_panel, background: { service_worker, ...background } }
    : {
      ...common, browser_specific_settings, sidebar_action, background: { scripts, ...background },
      // Without it Chrome shows no side panel; Firefox knows no such permission.
      permissions: manifest.permissions.filter((permission) => permission !== 'sidePanel'),
      // Chrome's; Firefox hides the extension's address behind an id of its own for every user.
      web_accessible_resources: manifest.web_accessible_resources.map(({ use_dynamic_url: _, ...resource }) => resource),
    };
}

/** A zip that depends on nothing but the files: names in order, one fixed time (the earliest that a zip can tell). */
async function zipFolder(folder: string): Promise<Uint8Array> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), level: 9 });
}

/**
 * Preact sets innerHTML in one place, for an attribute that no component of ours has. As text, it could not do harm even
 * if one had, and Mozilla's linter has nothing to warn of.
 */
function withoutInnerHtml(): Plugin {
  const assignment = /\.innerHTML=(?=\w+\.__html)/;
  return {
    name: 'postil-without-inner-html',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs$/ },
      handler(code) {
        if (!assignment.test(code)) this.error('Preact no longer sets innerHTML where it did: look again');
        return code.replace(assignment, '.textContent=');
      },
    },
  };
}

/**
 * Of the polyfill, only messages are needed, which are a wrapper of their own: all else answers with promises by itself in
 * both browsers. So the table of all methods of all namespaces is but one namespace (it must not be empty), and the wrapper
 * for other module systems is gone: together a tenth of the content script.
 */
function leanPolyfill(): Plugin {
  const table = /(?<=const apiMetadata = )\{.*?^ {6}\}(?=;$)/ms;
  const wrapper = /^\(function \(global, factory\) \{.*?, function \(module\) \{(.*)^\}\);$/ms;
  return {
    name: 'postil-lean-polyfill',
    transform: {
      filter: { id: /\/webextension-polyfill\/dist\/browser-polyfill\.js$/ },
      handler(code) {
        if (!wrapper.test(code)) this.error('the polyfill is no longer wrapped as it was: look again');
        const apis = JSON.parse(table.exec(code)?.[0] ?? '{}') as Record<string, unknown>;
        const runtime = apis['runtime'] ?? this.error('the polyfill no longer lists its namespaces where it did');
        return code
          .replace(table, JSON.stringify({ runtime }))
          .replace(wrapper, 'const module = {};$1export default module.exports;');
      },
    },
  };
}

/** What is loaded later brings no styles of its own, and nothing is preloaded: of what Vite wraps around it, nothing is needed. */
function plainImports(): Plugin {
  return {
    name: 'postil-plain-imports',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.isDynamicEntry) continue;
        if (file.viteMetadata?.importedCss.size) this.error(`${file.fileName} is loaded later, and its styles would not be`);
      }
    },
  };
}

/** Puts the pages at the top of the package, whatever room they come from. */
function flatPages(): Plugin {
  return {
    name: 'postil-flat-pages',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.fileName.endsWith('.html')) file.fileName = basename(file.fileName);
      }
    },
  };
}

/** The words of each language: all of them, for pages of ours to import; and what `content.js` can say, left where `webext/i18n.ts` looks. */
function wordsOfLanguages(): Plugin {
  return {
    name: 'postil-words-of-languages',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /_locales\/\w+\/messages\.json$/ },
      // The worker can import nothing later: the few words that it needs come with it.
      handler: (id, _, { kind }) => (kind === 'dynamic-import' ? { id: `/words/${basename(dirname(id))}.module.js`, external: 'absolute' } : null),
    },
    async generateBundle(_, bundle) {
      if (this.environment.name !== 'content') return;
      const code = Object.values(bundle).map((file) => (file.type === 'chunk' ? file.code : '')).join();
      const emit = (name: string, source: string) => this.emitFile({ type: 'asset', fileName: `words/${name}.js`, source });
      const locales = resolve(root, 'public/_locales');
      for (const language of await readdir(locales)) {
        const messages = JSON.parse(await readFile(join(locales, language, 'messages.json'), 'utf8')) as Record<string, unknown>;
        const said = Object.entries(messages).filter(([key]) => new RegExp(`["'\`]${key}["'\`]`).test(code));
        emit(`${language}.module`, `export default ${JSON.stringify(messages)};\n`);
        emit(language, `globalThis[Symbol.for("postil words")]=${JSON.stringify(Object.fromEntries(said))};\n`);
      }
    },
  };
}

/** Makes the packages out of what the last bundle completed. */
function packages(): Plugin {
  return {
    name: 'postil-packages',
    // Not when vitest, which reads this file too, closes down.
    apply: 'build',
    async closeBundle() {
      const manifest = JSON.parse(await readFile(resolve(root, 'manifest.json'), 'utf8')) as Manifest;
      const { version } = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8')) as { version: string };
      for (const browser of browsers) {
        const folder = join(dist, browser);
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder, { recursive: true });
        await cp(stage, folder, { recursive: true });
        await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(dialect({ ...manifest, version }, browser), null, 2)}\n`);
        await writeFile(join(dist, `postil-${browser}.zip`), await zipFolder(folder));
      }
      await rm(stage, { recursive: true });
    },
  };
}

const common: BuildEnvironmentOptions = {
  outDir: stage,
  target: ['chrome132', 'firefox142'],
  modulePreload: false,
  sourcemap: false,
  reportCompressedSize: false,
};

/** Tried by `npm run test:faults` alone: they mount a disk. */
const needsRoot = ['test/e2e/full-disk.spec.ts'];

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const entryModules = new Map<string, ReadonlySet<string>>();

/** All modules that load with an entry. */
function loadedBy(entry: string, modules: Modules): ReadonlySet<string> {
  const known = entryModules.get(entry);
  if (known) return known;
  const found = new Set<string>();
  const add = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    modules.getModuleInfo(id)?.importedIds.forEach(add);
  };
  add(resolve(root, entry));
  entryModules.set(entry, found);
  return found;
}

/**
 * What popup and library load at once lies in one file, and what the worker loads besides in another. What is loaded later
 * would tear them into many small ones, for the sake of what it has in common with them, which then is there anyway. So
 * it would with what the worker alone writes by, of which forms and steps over many load some.
 */
function sharedFile(id: string, modules: Modules): string | null {
  const loads = (entry: string) => loadedBy(entry, modules).has(id);
  const isOfPages = loads('src/popup/index.tsx') || loads('src/library/index.tsx');
  if (!isOfPages && loads('src/background/index.ts') && id.startsWith(resolve(root, 'src/store/'))) return 'writing';
  if (!loads('src/popup/index.tsx') || id.endsWith('.css')) return null;
  return loads('src/background/index.ts') ? 'base' : loads('src/library/index.tsx') ? 'review' : null;
}

/** Pages and worker: modules that share chunks. */
const pages: BuildEnvironmentOptions = {
  ...common,
  emptyOutDir: true,
  rolldownOptions: {
    input: {
      background: resolve(root, 'src/background/index.ts'),
      popup: resolve(root, 'src/popup/popup.html'),
      library: resolve(root, 'src/library/library.html'),
      welcome: resolve(root, 'src/welcome/welcome.html'),
      // What the content script adds to the page itself; the manifest names it.
      content: resolve(root, 'src/content/page.css'),
      // And what it adds where words are quoted.
      quotes: resolve(root, 'src/content/quotes.css'),
    },
    output: {
      entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js', assetFileNames: 'assets/[name][extname]',
      codeSplitting: { groups: [{ name: sharedFile, debugName: 'shared' }] },
    },
  },
};

/** The editor shares nothing: it stands in somebody else's page, and what the others divide would be more to load for it. */
const editor: BuildEnvironmentOptions = {
  ...common,
  emptyOutDir: false,
  copyPublicDir: false,
  rolldownOptions: {
    input: { editor: resolve(root, 'src/editor/editor.html') },
    output: { entryFileNames: '[name].js', assetFileNames: 'assets/[name][extname]' },
  },
};

/** What runs in pages, or before ours are painted, cannot import: one classic file each. */
function classic(name: string, entry: string): BuildEnvironmentOptions {
  return {
    ...common,
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: { [name]: resolve(root, entry) },
      output: { format: 'iife', entryFileNames: '[name].js' },
    },
  };
}

export default defineConfig({
  publicDir: resolve(root, 'public'),
  // What the package names by itself is made for browsers of ten years ago, and 2 kB more in the worker and in the popup.
  resolve: { alias: [{ find: /^dexie$/, replacement: resolve(root, 'node_modules/dexie/dist/modern/dexie.mjs') }] },
  // Whatever NODE_ENV says (under vitest it is "test"), there is one build; that for development would hold paths of the
  // machine it was made on.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  environments: {
    // For libraries that say more while developing: see above.
    client: { build: pages, define: { 'process.env.NODE_ENV': JSON.stringify('production') } },
    editor: { consumer: 'client', build: editor },
    content: { consumer: 'client', build: classic('content', 'src/content/index.ts') },
    reader: { consumer: 'client', build: classic('reader', 'src/content/reader.ts') },
    keys: { consumer: 'client', build: classic('keys', 'src/content/keys.ts') },
    theme: { consumer: 'client', build: classic('theme', 'src/ui/first-theme.ts') },
    describe: { consumer: 'client', build: classic('describe', 'src/content/describe.ts') },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'editor', 'content', 'reader', 'keys', 'theme', 'describe']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
  test: {
    globalSetup: './test/build.ts',
    reporters: ['default', './test/totals.ts'],
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'checks', include: ['test/checks/*.test.ts'], testTimeout: 60_000 } },
      // The same specs in both browsers. Without isolation the files that a worker runs can share one browser.
      ...(['chromium', 'firefox'] as const).map((browser) => ({
        test: {
          name: browser, include: ['test/e2e/*.spec.ts'], exclude: process.env['POSTIL_FULLDISKS'] === undefined ? needsRoot : [], provide: { browser }, testTimeout: 60_000, hookTimeout: 60_000,
          isolate: false, environment: './test/browser/environment.ts',
        },
      })),
    ],
  },
  plugins: [
    withoutInnerHtml(), leanPolyfill(), plainImports(), flatPages(), wordsOfLanguages(), { ...packages(), applyToEnvironment: ({ name }) => name === 'describe' },
  ],
});
