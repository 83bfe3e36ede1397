/** Where the words of a post's text stand on the page. */
import { Alignment } from './alignment.ts';
import { isBounded } from './bounded.ts';
import type { Draft, Piece } from './draft.ts';
import { draftOf } from './text.ts';

/**
 * Undefined for what `readPost` does not read, or of which it reads a copy.
 * It holds until the page changes the text of the post; that elements come and go around the words does no harm.
 */
export function readTextPlaces(post: Element): TextPlaces | undefined {
  return post.querySelector('form') === null && isBounded(post) ? new TextPlaces(draftOf(post)) : undefined;
}

export class TextPlaces {
  /** The post's text, just as `readText` gives it. Offsets are UTF-16 units into it. */
  readonly text: string;
  readonly #pieces: readonly Piece[];
  /** From the draft to the text. */
  readonly #finished: Alignment;
  readonly #alignments = new Map<Piece, Alignment>();

  constructor(draft: Draft) {
    const { text, pieces } = draft.unfinished;
    this.text = draft.finish().text;
    this.#pieces = pieces;
    this.#finished = new Alignment(text, { preformatted: true, afterSpace: false });
  }

  /**
   * How much of the text stands before a point of the page, inside the post or not; it may or may not count the white space
   * before the point. Undefined when the point is in another tree, or the text has changed.
   */
  offsetAt(node: Node, offset: number): number | undefined {
    const own = this.#pieces.findIndex(({ source }) => source === node);
    const before = own >= 0 ? own + 1 : this.#countBefore(node, offset);
    if (before === undefined) return undefined;
    const piece = this.#pieces[before - 1];
    if (piece === undefined) return 0;
    if (isStale(piece)) return undefined;
    const within = own >= 0 ? this.#alignment(piece).toLaidOut(offset) : Infinity;
    return Math.min(this.#finished.toLaidOut(Math.min(piece.start + within, piece.end)), this.text.length);
  }

  /**
   * The stretch of the text on the page: several ranges when something that is no part of it stands in between, none when
   * the text has changed. White space at its ends is left out.
   */
  rangesOf(start: number, end: number): Range[] {
    const [from, to] = [this.#finished.toText(start), this.#finished.toText(end)];
    const pieces = this.#pieces.filter((piece) => piece.end > from && piece.start < to);
    if (pieces.some(isStale)) return [];
    const ranges: Range[] = [];
    for (const piece of pieces) {
      const alignment = this.#alignment(piece);
      let range = ranges.at(-1);
      if (range === undefined || piece.apart) {
        range = new Range();
        range.setStart(piece.source, alignment.toText(Math.max(from - piece.start, 0)));
        ranges.push(range);
      }
      range.setEnd(piece.source, alignment.toText(Math.min(to, piece.end) - piece.start));
    }
    return ranges;
  }

  #alignment(piece: Piece): Alignment {
    const known = this.#alignments.get(piece);
    if (known) return known;
    const alignment = new Alignment(piece.data, piece.layout);
    this.#alignments.set(piece, alignment);
    return alignment;
  }

  /** How many pieces begin before the point. By ranges alone: the fields of a form could shadow the methods of a node. */
  #countBefore(node: Node, offset: number): number | undefined {
    let [low, high] = [0, this.#pieces.length];
    try {
      const point = new Range();
      point.setStart(node, offset);
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        const piece = this.#pieces[middle];
        if (piece && point.comparePoint(piece.source, 0) < 0) low = middle + 1;
        else high = middle;
      }
      return low;
    } catch {
      // The point is in another tree, or the piece no longer in this one.
      return undefined;
    }
  }
}

function isStale({ source, data }: Piece): boolean {
  return !source.isConnected || !source.data.startsWith(data);
}
