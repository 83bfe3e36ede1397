/**
 * The text of a file, in pieces. Fails with a `TypeError` when it is not UTF-8.
 * @param onRead told how much of the file has been read, from 0 to 1
 */
export async function* textOf(file: File, onRead: (part: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  for await (const bytes of file.stream()) {
    read += bytes.length;
    onRead(read / file.size);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}
