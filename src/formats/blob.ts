/** Of a file: text, which is written as UTF-8, or bytes. */
export type Piece = string | Uint8Array<ArrayBuffer>;

/** So many characters or bytes are joined into one Blob: browsers keep Blobs on disk, strings in memory. */
const blobSize = 1_000_000;

export async function blobOf(type: string, pieces: AsyncIterable<Piece>): Promise<Blob> {
  const blobs: Blob[] = [];
  let waiting: Piece[] = [];
  let size = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    if (size < blobSize) continue;
    blobs.push(new Blob(waiting));
    [waiting, size] = [[], 0];
  }
  return new Blob([...blobs, ...waiting], { type });
}
