/**
 * A zip of many small files, one after another as they come; nothing is compressed. With Zip64, so that there may be more than
 * 65,535 of them, and more than 4 GB in all. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export interface ZipEntry {
  /** With folders, `/` between them. */
  name: string;
  /** A Blob for what need not be in memory: it is read twice. Of less than 4 GB. */
  content: string | Blob;
  /** Epoch milliseconds. A zip knows no time zone: unpacked, the clock shows UTC. */
  time: number;
}

type Bytes = Uint8Array<ArrayBuffer>;
/** Little-endian, each with the number of its bytes. */
type Field = readonly [size: 2 | 4 | 8, value: number];

/** The largest that the fields of an ordinary zip hold; these stand for "see Zip64". */
const max2 = 0xffff;
const max4 = 0xffffffff;

/** Which specification a reader must know: folders, and Zip64. */
const version = 20;
const version64 = 45;
/** Names are UTF-8. */
const flags = 0x0800;

export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Bytes> {
  const encoder = new TextEncoder();
  const directory: Bytes[] = [];
  let [offset, count] = [0, 0];
  for await (const { name, content, time } of entries) {
    const nameBytes = encoder.encode(name);
    const pieces = typeof content === 'string' ? [encoder.encode(content)] : piecesOf(content);
    const { sum, size } = await checksum(pieces);
    if (size > max4) throw new RangeError('too large for a file of a zip');
    const described: Field[] = [...dosTime(time), [4, sum], [4, size], [4, size], [2, nameBytes.length]];
    const far = offset >= max4;
    const header = bytes([[4, 0x04034b50], [2, version], [2, flags], [2, 0], ...described, [2, 0]]);
    directory.push(bytes([
      [4, 0x02014b50], [2, far ? version64 : version], [2, far ? version64 : version], [2, flags], [2, 0], ...described, [2, far ? 12 : 0], [2, 0],
      [2, 0], [2, 0], [4, 0], [4, Math.min(offset, max4)],
    ]), nameBytes, ...(far ? [bytes([[2, 1], [2, 8], [8, offset]])] : []));
    if (Array.isArray(pieces)) {
      yield joined([header, nameBytes, ...pieces]);
    } else {
      yield joined([header, nameBytes]);
      yield* pieces;
    }
    offset += header.length + nameBytes.length + size;
    count += 1;
  }
  const listed = joined(directory);
  yield listed;
  yield* end({ count, offset, size: listed.length });
}

/** Each time anew from its beginning. */
function piecesOf(blob: Blob): AsyncIterable<Bytes> {
  return { [Symbol.asyncIterator]: () => blob.stream()[Symbol.asyncIterator]() };
}

/** Of how many files, where their directory begins, how long it is. */
function end({ count, offset, size }: { count: number; offset: number; size: number }): Bytes[] {
  const plain = bytes([
    [4, 0x06054b50], [2, 0], [2, 0], [2, Math.min(count, max2)], [2, Math.min(count, max2)], [4, Math.min(size, max4)], [4, Math.min(offset, max4)], [2, 0],
  ]);
  if (count < max2 && size < max4 && offset < max4) return [plain];
  return [
    bytes([[4, 0x06064b50], [8, 44], [2, version64], [2, version64], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, offset]]),
    bytes([[4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]]),
    plain,
  ];
}

/** Two numbers: time in steps of two seconds, and date from 1980 to 2107. */
function dosTime(time: number): [Field, Field] {
  const date = new Date(Math.min(Math.max(time, Date.UTC(1980, 0, 1)), Date.UTC(2107, 11, 31)));
  return [
    [2, (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)],
    [2, ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()],
  ];
}

/** Whoever takes them is quicker with few. */
function joined(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function bytes(fields: readonly Field[]): Bytes {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

/** What each byte does to the checksum. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

async function checksum(pieces: AsyncIterable<Bytes> | readonly Bytes[]): Promise<{ sum: number; size: number }> {
  let [crc, size] = [0xffffffff, 0];
  for await (const piece of pieces) {
    for (const byte of piece) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
    size += piece.length;
  }
  return { sum: (crc ^ 0xffffffff) >>> 0, size };
}
