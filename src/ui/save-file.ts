import { type Piece, blobOf } from '../formats/blob.ts';

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
