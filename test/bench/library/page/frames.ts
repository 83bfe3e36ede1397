/** What each frame shows of a list that is only there where one looks. */
import { allRows, list, postOf } from './rows.ts';

export interface FrameReport {
  frames: number;
  /** The longest that something was to be seen without what belongs there, in milliseconds. */
  blank: number;
  /** How many posts stood in two places, and how many places were left out between rows to be seen. */
  twice: number;
  missing: number;
  /** The last place that was to be seen. */
  reached: number;
}

interface Stretch {
  top: number;
  bottom: number;
}

/** More than a border or a margin between two rows, in CSS pixels. */
const gap = 24;

export class FrameLog {
  readonly #postAt = new Map<number, string>();
  readonly #placeOf = new Map<string, number>();
  readonly #twice = new Set<string>();
  readonly #missing = new Set<number>();
  #frames = 0;
  #blank = 0;
  #blankSince: number | undefined;
  #reached = 0;

  constructor() {
    const look = (now: number) => {
      this.#look(now);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  report(): FrameReport {
    return {
      frames: this.#frames, blank: this.#blank, twice: this.#twice.size, missing: this.#missing.size, reached: this.#reached,
    };
  }

  /** A frame shows until the next what is there when the next is about to be made. */
  #look(now: number): void {
    this.#frames++;
    const view = opening(list());
    const seen = this.#visible(view);
    for (const [i, { place, row, busy }] of seen.entries()) {
      this.#reached = Math.max(this.#reached, place);
      const before = seen[i - 1]?.place;
      if (before !== undefined && place - before > 1) this.#missing.add(place - 1);
      const post = busy ? undefined : postOf(row);
      if (post !== undefined) this.#note(post, place);
    }
    if (!seen.some(({ busy }) => busy) && !this.#hasGap(seen, view)) {
      this.#blankSince = undefined;
      return;
    }
    this.#blankSince ??= now;
    this.#blank = Math.max(this.#blank, now - this.#blankSince);
  }

  #note(post: string, place: number): void {
    if ((this.#placeOf.get(post) ?? place) !== place || (this.#postAt.get(place) ?? post) !== post) this.#twice.add(post);
    this.#placeOf.set(post, place);
    this.#postAt.set(place, post);
  }

  /** The rows of which something is to be seen, from the top. */
  #visible(view: Stretch) {
    return allRows().flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      if (bottom <= view.top || top >= view.bottom) return [];
      return [{ row, top, bottom, place: Number(row.getAttribute('aria-posinset')), busy: row.ariaBusy === 'true' }];
    }).sort((a, b) => a.top - b.top);
  }

  /** Whether, where the list is to be seen, there is no row. */
  #hasGap(seen: readonly Stretch[], view: Stretch): boolean {
    const { top, bottom } = list()?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    let reached = Math.max(view.top, top);
    for (const row of seen) {
      if (row.top - reached > gap) return true;
      reached = Math.max(reached, row.bottom);
    }
    return Math.min(view.bottom, bottom) - reached > gap;
  }
}

/** Through which a list is seen: the window, or a part of it that scrolls by itself. */
function opening(of: Element | null): Stretch {
  for (let element = of; element; element = element.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(element).overflowY)) continue;
    const { top, bottom } = element.getBoundingClientRect();
    return { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) };
  }
  return { top: 0, bottom: innerHeight };
}
