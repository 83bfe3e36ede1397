/** Zips a post's HTML for keeping. */

/** A larger original is not kept: it is a second string, and the capture holds what the post said. */
const maxBytes = 64 * 1024;

/** @returns the gzipped HTML, undefined when it would be larger than 64 kB */
export async function gzipOriginal(html: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const zipped = new Blob([html]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(zipped).arrayBuffer());
  return bytes.length <= maxBytes ? bytes : undefined;
}
