/** Watches a page of rows from its beginning: when the first are painted, when a key has brought others, what frames show. */
import { FrameLog, type FrameReport } from './frames.ts';
import { filledRows, painted, postOf, whenever } from './rows.ts';

class Recorder {
  /** Milliseconds from the beginning of the navigation. */
  firstRows: number | null = null;
  /** Milliseconds from the key to the frame which shows what was expected. */
  answered: number | null = null;
  #frames: FrameLog | undefined;

  constructor() {
    whenever(() => {
      if (filledRows().length === 0) return false;
      painted((now) => { this.firstRows = now; });
      return true;
    });
  }

  /** Fills the search box, as pasting does, and stays in it. */
  ask(text: string): void {
    const box = document.querySelector<HTMLInputElement>('input[aria-label="Search annotations"]');
    if (!box) throw new Error('there is no search box');
    box.focus();
    box.value = text;
    box.setSelectionRange(text.length, text.length);
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** The next key will bring these posts to the top of the list. */
  expect(posts: readonly string[]): void {
    this.answered = null;
    addEventListener('keydown', ({ timeStamp }) => {
      whenever(() => {
        if (!shows(posts)) return false;
        painted((now) => { this.answered = now - timeStamp; });
        return true;
      });
    }, { capture: true, once: true });
  }

  /** Whether these posts are at the top of the list; or of none, whether there is no row. */
  shows(posts: readonly string[]): boolean {
    return posts.length > 0 ? shows(posts) : filledRows().length === 0;
  }

  /** Whether rows tell their places in the list, as those of a list do that is only there where one looks. */
  get numbered(): boolean {
    return filledRows()[0]?.hasAttribute('aria-posinset') ?? false;
  }

  /** Looks at every frame from now on. */
  watchFrames(): void {
    this.#frames = new FrameLog();
  }

  /** What the frames so far have shown. */
  frames(): FrameReport | null {
    return this.#frames?.report() ?? null;
  }
}

export type { Recorder };

function shows(posts: readonly string[]): boolean {
  const rows = filledRows();
  return rows.length >= posts.length && posts.every((post, i) => {
    const row = rows[i];
    return row !== undefined && postOf(row) === post;
  });
}

Object.assign(globalThis, { recorder: new Recorder() });
