/**
 * `npm run verify FILE`
 *
 * Works out anew what each content of an export is (JSON, NDJSON, or the zip with originals) and says which are not what
 * their ids name. Ends with 0 when all are, with 1 when one is not or cannot be read, with 2 when there is no such file or
 * it is none of Postil's.
 */
import { createReadStream, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FileError, type FileFault } from '../src/formats/read-parts.ts';
import type { Rejection } from '../src/model/import.ts';
import { textOfExport } from '../src/formats/zip-read.ts';
import { type Mismatch, type Verified, verifyExport } from '../src/formats/verify.ts';

const usage = 'npm run verify FILE';

class Unusable extends Error {}

/** What can be wrong with the file as a whole, in words. */
function unusable(file: string, error: unknown): Unusable {
  if (error instanceof FileError) return new Unusable(`${file} ${faultWords(error.fault)}`);
  if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return new Unusable(`${file} is not text in UTF-8`);
  return new Unusable(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}

function faultWords(fault: FileFault): string {
  switch (fault.code) {
    case 'empty': return 'is empty';
    case 'not-json': return `is no JSON: line ${fault.line}`;
    case 'truncated': return 'ends before it is complete';
    case 'newer': return `is of a later version of Postil's files (${fault.version})`;
    case 'no-object':
    case 'not-postil': return 'is no export of Postil';
  }
}

function mismatchWords({ annotation, position, url, which, stated, computed }: Mismatch): string {
  const what = which === 'capture' ? 'what it was made on' : `version ${which.version} of its history`;
  return `DOES NOT MATCH: annotation ${position} (${annotation}), ${url}, ${what}:\n  is said to be ${stated}\n  is            ${computed}`;
}

function rejectionWords({ position, reason }: Rejection): string {
  // The path may be of names that the file made up: nothing in them is for the terminal to obey.
  return `UNREADABLE: annotation ${position}: ${reason.code}${'path' in reason ? ` ${reason.path.replace(/\p{C}/gu, '?')}` : ''}`;
}

function sumWords({ annotations, checked, matched, mismatched, uncheckable, unreadable }: Verified): string {
  return [
    `annotations:        ${annotations}${unreadable === 0 ? '' : `, of which ${unreadable} cannot be read`}`,
    `contents checked:   ${checked}`,
    `  match:            ${matched}`,
    `  do not match:     ${mismatched}`,
    ...(uncheckable === 0 ? [] : [`cannot be checked:  ${uncheckable} (no id, or another canonical form)`]),
  ].join('\n');
}

async function main(): Promise<number> {
  const { positionals: [file] } = parseArgs({ allowPositionals: true });
  if (file === undefined) throw new Unusable(`Which file? ${usage}`);
  try {
    if (statSync(file).isDirectory()) throw new Error('it is a folder');
    const findings = verifyExport(textOfExport(createReadStream(file)));
    let next = await findings.next();
    for (; !next.done; next = await findings.next()) {
      if ('mismatch' in next.value) console.log(mismatchWords(next.value.mismatch));
      if ('rejection' in next.value) console.log(rejectionWords(next.value.rejection));
    }
    console.log(sumWords(next.value));
    return next.value.mismatched + next.value.unreadable === 0 ? 0 : 1;
  } catch (error) {
    throw unusable(file, error);
  }
}

// Whoever reads only the beginning, as `head` does, closes the pipe.
process.stdout.on('error', () => process.exit());

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
