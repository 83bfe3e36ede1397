/** Takes text apart into lines as it comes. */

/** In UTF-16 units: far more than the longest annotation takes, and no more than memory can hold. */
export const maxLine = 64_000_000;

export interface Line {
  /** Without its end. Absent when it is too long to be kept. */
  text?: string;
  /** From 1; those count that say nothing. */
  number: number;
  /** Whether a line feed came after it. */
  ended: boolean;
}

/** All lines that say anything. They end as in Unix or Windows. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let waiting: string[] = [];
  let length = 0;
  let number = 1;
  const add = (part: string) => {
    length += part.length;
    if (length <= maxLine) waiting.push(part);
    else waiting = [];
  };
  const take = (ended: boolean): Line | undefined => {
    const text = waiting.join('');
    const line = length > maxLine ? { number, ended } : { text, number, ended };
    const saysNothing = length <= maxLine && text.trim() === '';
    [waiting, length, number] = [[], 0, number + 1];
    return saysNothing ? undefined : line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      add(chunk.slice(start, end));
      const line = take(true);
      if (line) yield line;
      start = end + 1;
    }
    add(chunk.slice(start));
  }
  const last = take(false);
  if (last) yield last;
}
