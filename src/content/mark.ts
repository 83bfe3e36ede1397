/**
 * What a reader sees of an annotation on its post.
 *
 * The page must not read it. A closed shadow root alone hides nothing: `window.find()` together with
 * `Selection.modify()` reads text out of it in both browsers. So every word is drawn as generated content
 * (`content: attr(data-words)`), which is no text of the page, and named for screen readers by `aria-label`.
 */
import type { Shown } from '../messages/content-answers.ts';
import type { OnPages } from '../model/options.ts';
import { mountPoint } from '../telegram/mount.ts';
import { type MessageKey, direction, message } from '../webext/i18n.ts';
import { element, words } from './elements.ts';
import styles from './mark.css?inline';

export interface MarkState {
  onPages: OnPages;
  /** Annotations of the post, mine and others'. */
  shown: readonly Shown[];
  /** Annotated, but to be shown only after a press. */
  veiled: boolean;
  /** What went wrong, in words. */
  problem?: MessageKey;
}

export class Mark {
  readonly #host = document.createElement('postil-annotation');
  readonly #mark: HTMLElement;
  readonly #editor = element('div', { class: 'editor' });
  readonly #postId: number;
  #drawn = '';

  /** @param onPress a person pressed the button, by pointer or by key; presses made by scripts are not told */
  constructor(post: Element, postId: number, onPress: () => void) {
    this.#postId = postId;
    this.#mark = element('div', { class: 'mark', dir: direction(), 'data-gone': message('extensionGone') });
    this.#mark.addEventListener('click', (event) => {
      // The page listens for clicks on posts too; this one is not meant for it.
      event.stopPropagation();
      if (event.isTrusted && event.target instanceof Element && event.target.closest('button')) onPress();
    });
    const root = this.#host.attachShadow({ mode: 'closed' });
    const style = element('style');
    style.textContent = styles;
    root.append(style, this.#mark, this.#editor);
    mountPoint(post).append(this.#host);
  }

  /** Where the editor's frame goes. */
  get editorPlace(): HTMLElement {
    return this.#editor;
  }

  show(state: MarkState): void {
    const drawn = JSON.stringify(state);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const hadFocus = this.#mark.querySelector('button:focus') !== null;
    this.#mark.replaceChildren(...this.#parts(state));
    if (hadFocus) this.focus();
  }

  /** Puts focus on the button, and the whole mark in view. */
  focus(): void {
    this.#mark.querySelector('button')?.focus({ preventScroll: true });
    this.#mark.querySelector('.annotated, button')?.scrollIntoView({ block: 'nearest' });
  }

  #parts({ onPages, shown, veiled, problem }: MarkState): Node[] {
    const failure = problem === undefined ? [] : [words('p', 'problem', message(problem), { role: 'alert' })];
    if (onPages === 'nothing') return failure;
    if (shown.length === 0) return [this.#button('annotate quiet', 'annotate', 'annotatePost'), ...failure];
    const bar = element('span', { class: 'bar' });
    if (veiled) return [bar, this.#button('annotate quiet', 'showAnnotation', 'showAnnotationOfPost'), ...failure];
    const mine = shown.some((annotation) => annotation.mine);
    return [
      bar,
      element('div', { class: 'annotated' },
        mine ? this.#button('edit', 'edit', 'editAnnotation') : this.#button('edit', 'annotate', 'annotatePost'),
        ...(onPages === 'notes' ? shown.map(annotationPart) : [])),
      ...failure,
    ];
  }

  #button(className: string, label: MessageKey, name: MessageKey): HTMLElement {
    return words('button', className, message(label), { type: 'button', 'aria-label': message(name, String(this.#postId)) });
  }
}

function annotationPart({ tags, note, mine, author }: Shown): HTMLElement {
  const by = mine ? [] : [words('p', 'author', author ?? message('unnamedAuthor'), { role: 'note' })];
  const list = element('ul', { class: 'tags', role: 'list', 'aria-label': message('tags') },
    ...tags.map((name) => words('li', 'tag', name, { role: 'listitem' })));
  const text = note === '' ? [] : [words('p', 'note', note, { role: 'note' })];
  return element('div', { class: 'annotation' }, ...by, list, ...text);
}
