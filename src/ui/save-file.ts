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
