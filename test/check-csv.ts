/**
 * `npm run check-csv`
 *
 * Has LibreOffice open CSV exports of hostile texts. With all columns read as text, every cell must say what was meant;
 * with its default settings, none may be a formula. Fails when there is no LibreOffice.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { type CsvOptions, exportCsv } from '../src/formats/csv.ts';
import { expectedRows } from './unit/csv-rows.ts';
import { hostileViews } from './unit/hostile.ts';

/** Comma, quotes, UTF-8, from the first line, whatever is in quotes as text. https://wiki.openoffice.org/wiki/Documentation/DevGuide/Spreadsheets/Filter_Options */
const asText = 'CSV:44,34,76,1,,0,true';

interface Cell {
  text: string;
  formula: string | null;
}

const folder = mkdtempSync(join(tmpdir(), 'postil-csv-'));

function withOffice(args: readonly string[]): void {
  try {
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new Error('LibreOffice must be installed, so that `soffice` starts it.', { cause: error });
  }
}

async function csvOf(options: CsvOptions): Promise<string> {
  async function* annotations() {
    yield hostileViews;
  }
  let text = '';
  for await (const piece of exportCsv({ authors: [], tags: [], channels: [], annotations: annotations() }, options)) text += piece;
  return text;
}

/** What LibreOffice makes of the file. */
function opened(name: string, csv: string, filter?: string): Cell[][] {
  const file = join(folder, `${name}.csv`);
  writeFileSync(file, csv);
  withOffice([...(filter === undefined ? [] : [`--infilter=${filter}`]), '--convert-to', 'fods', '--outdir', folder, file]);
  const { document } = new JSDOM(readFileSync(join(folder, `${name}.fods`), 'utf8'), { contentType: 'text/xml' }).window;
  return [...document.getElementsByTagName('table:table-row')].map((row) => (
    [...row.children].flatMap((cell) => {
      const repeated = Math.min(Number(cell.getAttribute('table:number-columns-repeated') ?? 1), 100);
      const text = [...cell.children].filter(({ tagName }) => tagName === 'text:p').map(textOf).join('\n');
      return Array.from({ length: repeated }, (): Cell => ({ text, formula: cell.getAttribute('table:formula') }));
    })
  ));
}

/** OpenDocument writes runs of spaces and tabs as elements. */
function textOf(element: Element): string {
  for (const space of element.getElementsByTagName('text:s')) space.textContent = ' '.repeat(Number(space.getAttribute('text:c') ?? 1));
  for (const tab of element.getElementsByTagName('text:tab')) tab.textContent = '\t';
  return element.textContent ?? '';
}

try {
  let wrong = 0;
  for (const options of [{}, { bom: true }, { rowPerTag: true }, { bom: true, rowPerTag: true }]) {
    const name = ['cells', ...Object.keys(options)].join('-');
    const csv = await csvOf(options);
    const expected = expectedRows(hostileViews, options);
    const asRead = opened(name, csv, asText);
    const differing = expected.flatMap((row, y) => row.flatMap((text, x) => (asRead[y]?.[x]?.text === text ? [] : [`row ${y + 1}, column ${x + 1}: ${JSON.stringify(text)} is ${JSON.stringify(asRead[y]?.[x]?.text)}`])));
    const formulas = opened(`${name}-default`, csv).flat().filter(({ formula }) => formula !== null);
    wrong += differing.length + formulas.length + (asRead.length < expected.length ? 1 : 0);
    console.log(`${name}: ${expected.length} rows, ${expected.flat().length} cells, ${differing.length} read otherwise than meant, ${formulas.length} formulas`);
    for (const line of [...differing, ...formulas.map(({ formula }) => `a formula: ${formula}`)].slice(0, 20)) console.log(`  ${line}`);
  }
  // That it can fail: the same cells without our mark before them.
  const unguarded = opened('unguarded', '"=1+1","\'=1+1"\r\n').flat().filter(({ formula }) => formula !== null);
  if (unguarded.length !== 1) throw new Error('LibreOffice takes nothing for a formula, so that this check says nothing.');
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
