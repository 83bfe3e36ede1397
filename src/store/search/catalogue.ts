/**
 * All that can be searched in, as one list of numbered documents: those of the stored segments, one segment after the
 * other, and last those of annotations that are not in a segment yet. Each segment begins at a multiple of 32, so that
 * its part of a set of documents is words of its own.
 */
import * as v from 'valibot';
import type { Database } from '../schema.ts';
import { Bits } from './bits.ts';
import { buildSegment } from './build-segment.ts';
import type { Document } from './document.ts';
import { deadDocuments, documentsWith, readDocuments } from './documents.ts';
import { ChangedRow, DamagedIndexError, SegmentRow } from './rows.ts';
import { type Segment, memorySegment, storedSegment } from './segment.ts';

export interface Part {
  segment: Segment;
  /** Number of its first document. */
  base: number;
}

export interface Catalogue {
  parts: readonly Part[];
  /** Above every number. */
  size: number;
  /** Those that count. */
  alive: Bits;
}

/** What one connection remembers, of what does not change. */
interface Memory {
  segments: Map<number, Segment>;
  /** By id, with the note by which it was read. */
  changed: Map<string, { seq: number; document: Document | undefined }>;
  /** The catalogue, and what it was made of. */
  last: { key: string; catalogue: Catalogue } | undefined;
}

const memories = new WeakMap<Database, Memory>();

function memoryOf(db: Database): Memory {
  let memory = memories.get(db);
  if (!memory) {
    memory = { segments: new Map(), changed: new Map(), last: undefined };
    memories.set(db, memory);
    // What comes after it numbers its segments from 1 again.
    const leave = db.onLost(() => {
      memories.delete(db);
      leave();
    });
  }
  return memory;
}

/**
 * Notes are read before segments: what is indexed in between is then found by its note; the other way round it would be
 * missed.
 * @returns undefined as long as not all is indexed
 */
export async function readCatalogue(db: Database): Promise<Catalogue | undefined> {
  const memory = memoryOf(db);
  const changedRows = await db.changed.toArray();
  const segmentRows = await db.segments.toArray();
  const stored = segmentRows.map((row) => parsed(SegmentRow, row)).filter(({ ready }) => ready);
  const seqs = new Map<string, number>();
  for (const row of changedRows) {
    const note = parsed(ChangedRow, row);
    if ('after' in note) return undefined;
    for (const id of note.ids) seqs.set(id, note.seq);
  }
  const key = JSON.stringify([stored.map(({ id, dead }) => [id, dead]), changedRows.map(({ seq }) => seq)]);
  if (memory.last?.key === key) return memory.last.catalogue;

  const segments = stored.map(({ id, size }) => memory.segments.get(id) ?? storedSegment(db, id, size));
  memory.segments = new Map(stored.map(({ id }, i) => [id, segments[i]]).filter((each): each is [number, Segment] => each[1] !== undefined));
  const fresh = memorySegment(buildSegment(await changedDocuments(db, memory, seqs)));
  const catalogue = catalogueOf([...segments, fresh]);
  const changed = new Set(seqs.keys());
  await Promise.all(catalogue.parts.map(async ({ segment, base }, i) => {
    const row = stored[i];
    if (!row) return;
    const [dead, superseded] = await Promise.all([deadDocuments(db, row), documentsWith(segment, changed)]);
    for (const number of [...dead, ...superseded]) catalogue.alive.delete(base + number);
  }));
  memory.last = { key, catalogue };
  return catalogue;
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, row: unknown): v.InferOutput<Schema> {
  const { success, output, issues } = v.safeParse(schema, row);
  if (!success) throw new DamagedIndexError(issues[0].message);
  return output;
}

function catalogueOf(segments: readonly Segment[]): Catalogue {
  let size = 0;
  const parts = segments.map((segment) => {
    const part = { segment, base: size };
    size += Math.ceil(segment.size / 32) * 32;
    return part;
  });
  const alive = Bits.empty(size);
  for (const part of parts) bitsOfPart(alive, part).words.set(Bits.full(part.segment.size).words);
  return { parts, size, alive };
}

/** A part's share of a set of documents, in its own numbers: what is changed in one is changed in the other. */
export function bitsOfPart(bits: Bits, { segment, base }: Part): Bits {
  return new Bits(bits.words.subarray(base / 32, base / 32 + Math.ceil(segment.size / 32)));
}

/** The noted annotations that live. What was read by a note that is still the last one is not read again. */
async function changedDocuments(db: Database, memory: Memory, seqs: ReadonlyMap<string, number>): Promise<Document[]> {
  const known = memory.changed;
  const unread = [...seqs].filter(([id, seq]) => known.get(id)?.seq !== seq).map(([id]) => id);
  const read = new Map((await readDocuments(db, unread)).map((document) => [document.id, document]));
  memory.changed = new Map([...seqs].map(([id, seq]) => [id, known.get(id)?.seq === seq ? known.get(id) : { seq, document: read.get(id) }])
    .filter((each): each is [string, { seq: number; document: Document | undefined }] => each[1] !== undefined));
  return [...memory.changed.values()].flatMap(({ document }) => document ?? []);
}
