/** So many bytes of a list are read. */
export const maxListBytes = 20_000_000;

/**
 * The text of a list, whatever encoding it was saved in. Addresses are of characters that all encodings share but UTF-16,
 * in which spreadsheets save text and which says so.
 */
export async function textOfList(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  const mark = String([...new Uint8Array(bytes.slice(0, 2))]);
  return new TextDecoder(mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8').decode(bytes);
}
