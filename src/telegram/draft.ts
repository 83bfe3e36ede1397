/** A text in the making: white space as HTML lays it out, formatting by offsets. */
import type { Entity } from '../model/post.ts';

export interface Formatted {
  text: string;
  entities: Entity[];
}

/** The model's limits; Telegram's own are far below. */
const longestText = 100_000;
const mostEntities = 5_000;

export class Draft {
  #text = '';
  #entities: Entity[] = [];
  #freshLine = false;

  /** Runs of white space are one space, except in `pre`. */
  write(text: string, preformatted: boolean): void {
    let words = text.slice(0, longestText);
    if (!preformatted) {
      words = words.replace(/[ \t\n\f\r]+/g, ' ');
      if (this.#freshLine || ['', ' ', '\n'].includes(this.#text.slice(-1))) words = words.replace(/^ /, '');
    }
    if (words === '' || this.#text.length > longestText) return;
    if (this.#freshLine) this.breakLine();
    // Here, so that the whole seldom needs it and offsets stay as they are.
    this.#text += words.normalize('NFC');
  }

  /** A space before the break is not to be seen. The break takes its place, so that offsets stay as they are. */
  breakLine(): void {
    this.#freshLine = false;
    const seen = this.#text.endsWith(' ') ? this.#text.slice(0, -1) : this.#text;
    if (seen !== '') this.#text = `${seen}\n`;
  }

  /** A block begins or ends: what follows stands on a new line. A line break written there is that line break. */
  startLine(): void {
    this.#freshLine = this.#text !== '' && !this.#text.endsWith('\n');
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
}

function withoutOuterBreaks(text: string, entity: Entity): Entity {
  let { start, end } = entity;
  while (start < end && text[start] === '\n') start += 1;
  while (end > start && text[end - 1] === '\n') end -= 1;
  return { ...entity, start, end };
}
