/**
 * Takes a large JSON object apart while it comes, field by field, and one of its lists item by item, so that neither its
 * text nor its value need be in memory as a whole.
 *
 * It only finds where each value ends; reading it is left to JSON.parse. Of the streaming parsers to be had none
 * gave every string back as it was (one lost U+FEFF, another halves of surrogate pairs), and of those keys that change an
 * object's prototype they made just that.
 */

/** A field of the object, or an item of the list. */
export interface JsonPart {
  key: string;
  value: unknown;
  inList: boolean;
}

/** `text` is no JSON at `line`, from 1; or it is, but no object; or it ends too early, or before it began. */
export type JsonFault = { code: 'not-json'; line: number } | { code: 'no-object' | 'truncated' | 'empty' };

export class JsonError extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault.code);
    this.name = 'JsonError';
  }
}

/** @param list key of the list whose items come one by one. Throws a `JsonError` */
export async function* splitJson(chunks: AsyncIterable<string>, list: string): AsyncGenerator<JsonPart> {
  const splitter = new Splitter(list);
  for await (const chunk of chunks) yield* splitter.push(chunk);
  splitter.end();
}

class Splitter {
  readonly #list: string;
  /** How many brackets are open: 1 in the object itself, 2 in the list itself. */
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inList = false;
  /** What stands between two commas, as far as it has come, and the line it began in. */
  #segment = '';
  #segmentLine = 1;
  #line = 1;
  #state: 'before' | 'within' | 'after' = 'before';
  /** A comma promised another value. */
  #promised = false;

  constructor(list: string) {
    this.#list = list;
  }

  *push(chunk: string): Generator<JsonPart> {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const char = chunk[at];
      if (char === '\n') this.#line++;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (char === '\\') this.#escaped = true;
        else if (char === '"') this.#inString = false;
        continue;
      }
      if (this.#state !== 'within') {
        if (char !== undefined && char.trim() === '') continue;
        if (this.#state === 'after' || (char !== '{' && char !== '[')) throw this.#notJson(this.#line);
        if (char === '[') throw new JsonError({ code: 'no-object' });
        this.#state = 'within';
        this.#depth = 1;
        start = at + 1;
        continue;
      }
      switch (char) {
        case '"':
          this.#inString = true;
          break;
        case '{':
        case '[':
          if (this.#depth === 1 && char === '[' && this.#opensList(chunk.slice(start, at))) {
            this.#inList = true;
            start = at + 1;
          }
          this.#depth++;
          break;
        case ',':
          if (this.#depth > (this.#inList ? 2 : 1)) break;
          yield* this.#finish(chunk.slice(start, at), true);
          start = at + 1;
          break;
        case '}':
        case ']':
          this.#depth--;
          if (this.#depth > (this.#inList ? 1 : 0)) break;
          if ((char === ']') !== this.#inList) throw this.#notJson(this.#line);
          yield* this.#finish(chunk.slice(start, at), false);
          start = at + 1;
          if (this.#inList) this.#leaveList();
          else this.#state = 'after';
      }
    }
    if (this.#state === 'within') this.#segment += chunk.slice(start);
  }

  end(): void {
    if (this.#state === 'before') throw new JsonError({ code: 'empty' });
    if (this.#state === 'within') throw new JsonError({ code: 'truncated' });
  }

  /** Whether what stands before the bracket is the key of the list. */
  #opensList(rest: string): boolean {
    const before = (this.#segment + rest).trim();
    if (!before.endsWith(':') || this.#parse(before.slice(0, -1)) !== this.#list) return false;
    this.#begin(false);
    return true;
  }

  /** After the list only a comma or the end may come: an empty field stands for it. */
  #leaveList(): void {
    this.#inList = false;
    this.#promised = false;
    this.#segment = '"":0';
  }

  *#finish(rest: string, promises: boolean): Generator<JsonPart> {
    const text = this.#segment + rest;
    if (text.trim() === '') {
      if (promises || this.#promised) throw this.#notJson(this.#line);
      return;
    }
    if (this.#inList) {
      yield { key: this.#list, value: this.#parse(text), inList: true };
    } else {
      const [field, ...more] = Object.entries(this.#parse(`{${text}}`) ?? {});
      if (!field || more.length > 0) throw this.#notJson(this.#segmentLine);
      if (field[0] !== '') yield { key: field[0], value: field[1], inList: false };
    }
    this.#begin(promises);
  }

  #begin(promised: boolean): void {
    this.#segment = '';
    this.#segmentLine = this.#line;
    this.#promised = promised;
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw this.#notJson(this.#segmentLine);
    }
  }

  #notJson(line: number): JsonError {
    return new JsonError({ code: 'not-json', line });
  }
}
