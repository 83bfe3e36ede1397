/** Of a file: text, which is written as UTF-8, or bytes. */
export type Piece = string | Uint8Array<ArrayBuffer>;

/** Pieces joined into one Blob at a time: browsers keep Blobs on disk, strings in memory. */
const piecesPerBlob = 1_000;

export async function blobOf(type: string, pieces: AsyncIterable<Piece>): Promise<Blob> {
  const blobs: Blob[] = [];
  let waiting: Piece[] = [];
  for await (const piece of pieces) {
    waiting.push(piece);
    if (waiting.length < piecesPerBlob) continue;
    blobs.push(new Blob(waiting));
    waiting = [];
  }
  return new Blob([...blobs, ...waiting], { type });
}

/** Hands a file to the browser's downloads, without any permission. */
export async function saveFile(name: string, type: string, pieces: AsyncIterable<Piece>): Promise<void> {
  const url = URL.createObjectURL(await blobOf(type, pieces));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by itself; the address is freed with the page, or after a while that suffices for any size.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
