import type { Tab } from '../browser/driver.ts';
import type { Content, Scene } from './scene.ts';

/** One surface in one state. */
export interface Surface {
  /** Of the file, and for `--only`. */
  name: string;
  /** What it begins with; `written` unless told. */
  content?: Content;
  /** At its widest; each is taken at 320 pixels, too. */
  size: { width: number; height: number };
  /** CSS selector of what is to be in the middle of the picture. */
  middle?: string;
  /** CSS selector of what the mouse is over; it moves when the size does. */
  pointedAt?: string;
  /** Brings it on screen as a reader does: by pressing and typing. */
  show: (scene: Scene) => Promise<Tab>;
}
