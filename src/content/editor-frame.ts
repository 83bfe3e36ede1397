/**
 * The frame in which a post is annotated. It holds a page of the extension, so that what is typed never passes through
 * the page's document, where every listener could read it key by key.
 */
import { extensionUrl } from '../webext/runtime.ts';
import { message } from '../webext/i18n.ts';
import { element } from './elements.ts';

/** A frame that has not told its height yet gets that of an empty form, so that little moves when it does. */
const initialHeight = 190;

export class EditorFrame {
  readonly token: string;
  readonly #frame: HTMLIFrameElement;
  #shown = false;
  /** Whether a person is at work in it; else it shows a notice, such as "Deleted. Undo". */
  active = true;

  constructor(place: HTMLElement, token: string, theme: 'light' | 'dark') {
    this.token = token;
    this.#frame = element('iframe', {
      title: message('editorTitle'),
      // After the hash, so that it is sent to no one and stands in no list of visited addresses.
      src: `${extensionUrl('editor.html')}#${new URLSearchParams({ token, theme })}`,
    });
    this.#frame.style.blockSize = `${initialHeight}px`;
    place.replaceChildren(this.#frame);
    this.#frame.focus();
  }

  /** @param height in CSS pixels, told by the form once it is there and whenever it grows */
  resize(height: number): void {
    this.#frame.style.blockSize = `${height}px`;
    if (!this.#shown) this.#frame.scrollIntoView({ block: 'nearest' });
    this.#shown = true;
  }

  focus(): void {
    this.#frame.focus();
  }

  remove(): void {
    this.#frame.remove();
  }
}
