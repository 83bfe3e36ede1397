/** A text in the making: white space as HTML lays it out, formatting by offsets. */
import type { Entity } from '../model/post.ts';

export interface Formatted {
  text: string;
  entities: Entity[];
}

/** A text of the page, and the stretch of the draft that it became. */
export interface Piece {
  source: Text;
  data: string;
  layout: Layout;
  start: number;
  end: number;
  /** Something that is no part of the draft stands before it. */
  apart: boolean;
}

export interface Layout {
  preformatted: boolean;
  /** After a space or at the beginning of a line, where no other space is to be seen. */
  afterSpace: boolean;
}

/** The model's limits; Telegram's own are far below. */
const longestText = 100_000;
const mostEntities = 5_000;

/** Runs of white space are one space, except in `pre`. */
export function laidOut(text: string, { preformatted, afterSpace }: Layout): string {
  let words = text;
  if (!preformatted) {
    words = words.replace(/[ \t\n\f\r]+/g, ' ');
    if (afterSpace) words = words.replace(/^ /, '');
  }
  return words.normalize('NFC');
}

export class Draft {
  #text = '';
  #entities: Entity[] = [];
  #pieces: Piece[] = [];
  #freshLine = false;
  #apart = false;

  write(source: Text, preformatted: boolean): void {
    const data = source.data.slice(0, longestText);
    const layout = { preformatted, afterSpace: this.#freshLine || ['', ' ', '\n'].includes(this.#text.slice(-1)) };
    // In NFC here, so that the whole seldom needs it and offsets stay as they are.
    const words = laidOut(data, layout);
    if (words === '' || this.#text.length > longestText) return;
    if (this.#freshLine) this.breakLine();
    const start = this.#text.length;
    this.#text += words;
    this.#pieces.push({ source, data, layout, start, end: this.#text.length, apart: this.#apart });
    this.#apart = false;
  }

  /** A space before the break is not to be seen. The break takes its place, so that offsets stay as they are. */
  breakLine(): void {
    this.#freshLine = false;
    const seen = this.#text.endsWith(' ') ? this.#text.slice(0, -1) : this.#text;
    const last = this.#pieces.at(-1);
    if (last) last.end = Math.min(last.end, seen.length);
    if (seen !== '') this.#text = `${seen}\n`;
  }

  /** A block begins or ends: what follows stands on a new line. A line break written there is that line break. */
  startLine(): void {
    this.#freshLine = this.#text !== '' && !this.#text.endsWith('\n');
  }

  /** Here stands something that is no part of it. */
  leaveOut(): void {
    this.#apart = true;
  }

  /** Formats what `content` writes. */
  format(format: Pick<Entity, 'type' | 'url'>, content: () => void): void {
    const entity = { ...format, start: this.#text.length, end: 0 };
    this.#entities.push(entity);
    content();
    entity.end = this.#text.length;
  }

  finish(): Formatted {
    const whole = this.#text.normalize('NFC');
    const text = whole.slice(0, longestText).trimEnd();
    // A letter and its accent on two sides of a tag become one character only now, and move all that follows.
    const moved = whole.length !== this.#text.length;
    const place = (offset: number): number =>
      Math.min(moved ? this.#text.slice(0, offset).normalize('NFC').length : offset, text.length);
    const entities = this.#entities
      .slice(0, mostEntities)
      .map((entity) => withoutOuterBreaks(text, { ...entity, start: place(entity.start), end: place(entity.end) }))
      .filter(({ start, end }) => text.slice(start, end).trim() !== '');
    return { text, entities };
  }

  /** The text as it is before it is finished, and where it comes from. */
  get unfinished(): { text: string; pieces: readonly Piece[] } {
    return { text: this.#text, pieces: this.#pieces };
  }
}

function withoutOuterBreaks(text: string, entity: Entity): Entity {
  let { start, end } = entity;
  while (start < end && text[start] === '\n') start += 1;
  while (end > start && text[end - 1] === '\n') end -= 1;
  return { ...entity, start, end };
}
