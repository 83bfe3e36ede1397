/**
 * The frame in which a post is annotated. It holds a page of the extension, so that what is typed never passes through
 * the page's document, where every listener could read it key by key. Where that page does not run framed, it is opened
 * in a tab, and words stand in its place.
 */
import { message } from '../webext/i18n.ts';
import { extensionUrl } from '../webext/runtime.ts';
import { element, words } from './elements.ts';
import { call } from './worker.ts';

/** A frame that has not told its height yet gets that of an empty form, so that little moves when it does. */
const initialHeight = 190;
/** Milliseconds after which a frame that was loaded, or should have been, will not run any more. */
const patience = 2_000;

export class EditorFrame {
  readonly token: string;
  readonly #place: HTMLElement;
  readonly #frame: HTMLIFrameElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #claimed = false;
  #shown = false;
  /** Whether a person is at work in it; else it shows a notice, such as "Deleted. Undo". */
  active = true;

  constructor(place: HTMLElement, token: string, theme: 'light' | 'dark') {
    this.token = token;
    this.#place = place;
    this.#frame = element('iframe', {
      title: message('editorTitle'),
      // After the hash, so that it is sent to no one and stands in no list of visited addresses.
      src: `${extensionUrl('editor.html')}#${new URLSearchParams({ token, theme })}`,
    });
    this.#frame.style.blockSize = `${initialHeight}px`;
  }

  async open(): Promise<void> {
    // Sandboxed into an origin of its own: there Firefox loads no page of ours, and Chromium gives it no extension.
    if (window.origin === 'null') return this.#openTab();
    this.#frame.addEventListener('load', () => this.#expectClaim());
    this.#expectClaim();
    this.#place.replaceChildren(this.#frame);
    this.#frame.focus();
  }

  /** The form runs. */
  claimed(): void {
    this.#claimed = true;
    this.active = true;
  }

  /** @param height in CSS pixels, told by the form once it is there and whenever it grows */
  resize(height: number): void {
    this.#frame.style.blockSize = `${height}px`;
    if (!this.#shown) this.#frame.scrollIntoView({ block: 'nearest' });
    this.#shown = true;
  }

  /** @returns whether there is still something to put focus on */
  async focus(): Promise<boolean> {
    if (!this.#frame.isConnected) return this.#openTab().then(() => true, () => false);
    this.#frame.focus();
    return true;
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#place.replaceChildren();
  }

  #expectClaim(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // Refused when the form has just begun to run after all.
      if (!this.#claimed) void this.#openTab().catch(() => undefined);
    }, patience);
  }

  async #openTab(): Promise<void> {
    await call('editor.openTab', { token: this.token });
    this.#place.replaceChildren(words('p', 'elsewhere', message('editorInTab'), { role: 'status' }));
  }
}
