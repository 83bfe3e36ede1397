/** What can become of a file on its way, or in the hands of somebody who means harm. All follows from the numbers that are given. */
import type { Random } from '../../faults/random.ts';
import { type Place, placesIn, putAt } from '../json-places.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A file: its bytes, and the values in them when it is made of JSON. */
export interface Sample {
  bytes: Bytes;
  /** JSON values, and what each is followed by. */
  values?: readonly unknown[];
}

export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function under(random: Random, end: number): number {
  return Math.floor(random() * end);
}

function oneOf<T>(random: Random, things: readonly [T, ...T[]]): T {
  return things[under(random, things.length)] ?? things[0];
}

function joined(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** No UTF-8: a byte that is never in it, an overlong form, half of a surrogate pair, the beginning of a character. */
const broken: readonly [number[], ...number[][]] = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x9f]];
const strays: readonly [string, ...string[]] = ['\ufeff', '\0', '\u2028', '{', '}', '[', ']', '"', ',', ':', '\\', '\n', '\r', '1e999', '-', 'null', '/*', 'PK\u0003\u0004'];

type ByteMutation = (random: Random, bytes: Bytes, other: Bytes) => Bytes;
const byteMutations: readonly [ByteMutation, ...ByteMutation[]] = [
  (random, bytes) => {
    const flipped = bytes.slice();
    for (let left = 1 + under(random, 3); left > 0; left -= 1) flipped[under(random, bytes.length)] = under(random, 256);
    return flipped;
  },
  (random, bytes) => bytes.slice(0, under(random, bytes.length)),
  (random, bytes) => bytes.slice(under(random, bytes.length)),
  (random, bytes) => {
    const [from, to] = stretch(random, bytes.length);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  (random, bytes) => {
    const [from, to] = stretch(random, bytes.length);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  (random, bytes, other) => joined(bytes.subarray(0, under(random, bytes.length)), other.subarray(under(random, other.length))),
  (random, bytes) => inserted(random, bytes, Uint8Array.from(oneOf(random, broken))),
  (random, bytes) => inserted(random, bytes, bytesOf(oneOf(random, strays))),
  (_, bytes) => joined(bytesOf('\ufeff'), bytes),
  (random, bytes) => bytesOf(new TextDecoder().decode(bytes).replaceAll('\n', oneOf(random, ['\r\n', '\r', '\n\n', '']))),
];

function stretch(random: Random, length: number): [from: number, to: number] {
  const from = under(random, length);
  return [from, Math.min(length, from + under(random, 200))];
}

function inserted(random: Random, bytes: Bytes, more: Uint8Array): Bytes {
  const at = under(random, bytes.length);
  return joined(bytes.subarray(0, at), more, bytes.subarray(at));
}

/** Stands in a value for JSON that no value gives. */
const raw = (json: string) => `\u0001${json}\u0001`;

const values: readonly [() => unknown, ...(() => unknown)[]] = [
  () => null, () => true, () => '', () => 0, () => -1, () => 1.5, () => [], () => ({}), () => 'x', () => '__proto__', () => 'constructor',
  () => raw('1e999'), () => raw('-0'), () => raw('9007199254740993'), () => raw('1e-400'), () => 2 ** 53, () => raw('"\\ud800"'),
  () => raw(`${'['.repeat(3_000)}${']'.repeat(3_000)}`), () => raw(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`),
  () => raw('{"__proto__":{"polluted":true}}'), () => raw('{"constructor":{"prototype":{"polluted":true}}}'), () => raw('{"id":"a","id":"b"}'),
  () => 'y'.repeat(70), () => 'z'.repeat(100_001), () => ' \u0000\u202e\ufeff', () => '<img src=x onerror=alert(1)>', () => 'javascript:alert(1)',
  () => '9999-12-31T23:59:59.999Z', () => '2025-02-30T00:00:00Z', () => '1969-12-31T23:59:59Z', () => ({ length: 5 }), () => ['a', 1, null],
  () => Array.from({ length: 101 }, (_, i) => `t${i}`),
];

type ValueMutation = (random: Random, place: Place, all: readonly Place[]) => void;
const valueMutations: readonly [ValueMutation, ...ValueMutation[]] = [
  (random, place) => putAt(place, oneOf(random, values)()),
  (random, place) => putAt(place, oneOf(random, values)()),
  (_, { holder, key }) => void Reflect.deleteProperty(holder, key),
  // Something of elsewhere, such as an id that another has, or a channel in itself.
  (random, place, all) => {
    const from = all[under(random, all.length)] ?? place;
    putAt(place, structuredClone(Reflect.get(from.holder, from.key)));
  },
  (random, { holder, key }) => {
    // A list has no such keys in JSON.
    if (!Array.isArray(holder)) putAt({ holder, key: oneOf(random, ['__proto__', 'constructor', 'toString', 'mergedInto', 'deletedAt', 'x', '']) }, Reflect.get(holder, key));
  },
  (_, place, all) => {
    const lists = all.map((each): unknown => Reflect.get(each.holder, each.key)).filter((value) => Array.isArray(value));
    const list = lists.find((each) => each === place.holder) ?? lists.at(-1);
    list?.push(...structuredClone(list));
  },
];

function written(all: readonly unknown[]): Bytes {
  // As our own files are written, or on as few lines as there are values.
  return bytesOf(all.map((value) => (JSON.stringify(value) ?? 'null').replace(/"\\u0001(.*?)\\u0001"/g, (_, json: string) => String(JSON.parse(`"${json}"`)))).join('\n'));
}

/** A file with one to three things wrong in it. @param other another file, for what is spliced */
export function mutated(random: Random, { bytes, values: all }: Sample, other: Sample): Bytes {
  let file = bytes;
  const isStructured = all !== undefined && random() < 0.6;
  if (isStructured) {
    const copy: unknown[] = structuredClone([...all]);
    for (let left = 1 + under(random, 3); left > 0; left -= 1) {
      const places = placesIn(copy);
      const place = places[under(random, places.length)];
      if (place) oneOf(random, valueMutations)(random, place, places);
    }
    file = written(copy);
  }
  if (!isStructured || random() < 0.1) {
    for (let left = 1 + under(random, 2); left > 0 && file.length > 0; left -= 1) file = oneOf(random, byteMutations)(random, file, other.bytes);
  }
  return file;
}
