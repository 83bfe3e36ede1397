/**
 * Brings whatever is missing: `node test/setup.mjs start` the libraries and one browser, `… bench` and `… test`
 * both browsers. Asks nothing. What it cannot install it names, with the command that does.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { findBrowser, variables } from './browser/browsers.mjs';

const root = resolve(import.meta.dirname, '..');
const debianPackages = { chromium: 'chromium', firefox: 'firefox-esr' };

/** @param {string} why @returns {never} */
function giveUp(why) {
  console.error(why);
  process.exit(1);
}

/** @param {string} command @param {string[]} args @param {{ env?: NodeJS.ProcessEnv, hint?: string }} [options] */
function run(command, args, { env = {}, hint = '' } = {}) {
  console.log(`$ ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  } catch {
    giveUp(`This failed: ${command} ${args.join(' ')}${hint}`);
  }
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const wanted = String(engines.node).replace('>=', '').split('.').map(Number);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted;
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    giveUp(`Postil needs Node ${wanted.join('.')} or newer; this is ${process.versions.node}.`);
  }
}

/** npm notes in `node_modules/.package-lock.json` what it installed; a lock file newer than that is not installed yet. */
function installLibraries() {
  const lock = resolve(root, 'package-lock.json');
  const installed = resolve(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** @param {import('./browser/browsers.mjs').BrowserName[]} names */
function installBrowsers(names) {
  const packages = names.map((name) => debianPackages[name]);
  const byHand = `Install ${names.join(' and ')}, for instance on Debian or Ubuntu with\n`
    + `  sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}\n`
    + `or, where they are installed already, say where: ${names.map((name) => `${variables[name]}=/path/to/${name}`).join(' ')}`;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) giveUp(byHand);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, hint: `\n${byHand}` };
  run('apt-get', ['update'], options);
  run('apt-get', ['install', '-y', ...packages], options);
}

const purpose = process.argv[2];
checkNode();
installLibraries();
/** @type {import('./browser/browsers.mjs').BrowserName[]} */
const both = ['chromium', 'firefox'];
const missing = both.filter((name) => findBrowser(name) === undefined);
if (purpose === 'start' && missing.length === both.length) installBrowsers(['chromium']);
if (['icons', 'screenshots'].includes(purpose ?? '') && missing.includes('chromium')) installBrowsers(['chromium']);
if ((purpose === 'test' || purpose === 'test:faults' || purpose === 'bench') && missing.length > 0) installBrowsers(missing);
