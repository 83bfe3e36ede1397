/** Zips, as another program than ours reads them. */
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { type ZipEntry, zip } from '../../../src/formats/zip.ts';
import { noon } from '../builders.ts';

async function bytesOf(entries: Iterable<ZipEntry>): Promise<Uint8Array> {
  async function* each() {
    yield* entries;
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of zip(each())) pieces.push(piece);
  return Buffer.concat(pieces);
}

it('holds what was put in, by its names', async () => {
  const texts: Record<string, string> = { 'Folder/a.md': 'Low tide.', 'Folder/пирс.md': '👩‍🚀\u0000\r\n', empty: '', long: 'x'.repeat(300_000) };
  const zipped = await bytesOf(Object.entries(texts).map(([name, text]) => ({ name, content: text, time: noon })));
  const read = Object.entries(unzipSync(zipped)).map(([name, bytes]) => [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]);
  expect(Object.fromEntries(read)).toEqual(texts);
});

it('holds what lies in a Blob', async () => {
  const text = 'Прилив. '.repeat(100_000);
  const zipped = await bytesOf([{ name: 'a', content: 'before', time: noon }, { name: 'b', content: new Blob([text]), time: noon }, { name: 'c', content: 'after', time: noon }]);
  expect(Object.entries(unzipSync(zipped)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([['a', 'before'], ['b', text], ['c', 'after']]);
});

it('of nothing is an empty zip', async () => {
  expect(unzipSync(await bytesOf([]))).toEqual({});
});

it('tells of each byte what it is: the sum that every unzip checks', async () => {
  const header = Buffer.from(await bytesOf([{ name: 'x', content: '123456789', time: noon }]));
  // The check value that is published with the sum. https://reveng.sourceforge.io/crc-catalogue/17plus.htm#crc.cat.crc-32-iso-hdlc
  expect(header.readUInt32LE(14)).toBe(0xcbf43926);
});

it.each([
  [Date.UTC(2026, 6, 2, 23, 5, 8), [2026, 7, 2, 23, 5, 8]], [0, [1980, 1, 1, 0, 0, 0]], [Date.UTC(9999, 11, 31), [2107, 12, 31, 0, 0, 0]],
])('tells the time %d in UTC', async (time, parts) => {
  const header = Buffer.from(await bytesOf([{ name: 'x', content: '', time }]));
  const [clock, date] = [header.readUInt16LE(10), header.readUInt16LE(12)];
  expect([1980 + (date >> 9), (date >> 5) & 15, date & 31, clock >> 11, (clock >> 5) & 63, (clock & 31) * 2]).toEqual(parts);
});

it.each([[65_534, false], [65_535, true], [65_600, true]])('numbers %d files, with Zip64: %s', { timeout: 30_000 }, async (count, zip64) => {
  const zipped = Buffer.from(await bytesOf(Array.from({ length: count }, (_, i) => ({ name: `${i}`, content: '', time: noon }))));
  expect(zipped.readUInt32LE(zipped.length - 22)).toBe(0x06054b50);
  expect(zipped.readUInt16LE(zipped.length - 22 + 10)).toBe(Math.min(count, 0xffff));
  const isThere = zipped.readUInt32LE(zipped.length - 42) === 0x07064b50;
  expect(isThere).toBe(zip64);
  if (!isThere) return;
  const record = Number(zipped.readBigUInt64LE(zipped.length - 42 + 8));
  expect([zipped.readUInt32LE(record), Number(zipped.readBigUInt64LE(record + 32))]).toEqual([0x06064b50, count]);
  const directory = Number(zipped.readBigUInt64LE(record + 48));
  expect(zipped.readUInt32LE(directory)).toBe(0x02014b50);
  expect(Object.keys(unzipSync(zipped))).toHaveLength(count);
});
