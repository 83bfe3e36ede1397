/**
 * What a reader sees of annotations on their post.
 *
 * The page must not read it. A closed shadow root alone hides nothing: `window.find()` together with
 * `Selection.modify()` reads text out of it in both browsers. So every word is drawn as generated content
 * (`content: attr(data-words)`), which is no text of the page, and named for screen readers by `aria-label`.
 *
 * And in Firefox every event tells the page on which element in the closed root it began (`originalTarget`), and by that all of
 * the root. So what a person wrote stands in closed roots of their own within it, on nothing of which an event begins: see
 * `words.css`.
 */
import type { Shown } from '../messages/content-answers.ts';
import type { OnPages } from '../model/options.ts';
import { mountPoint } from '../telegram/mount.ts';
import { type MessageKey, direction, message } from '../webext/i18n.ts';
import { closed, element, words } from './elements.ts';
import styles from './mark.css?inline';
import wordStyles from './words.css?inline';
import type { Place } from './reading.ts';

/** What a press is about: the post, the words that are selected in it, or one of its annotations, by position. */
export type Subject = 'post' | 'selection' | number;

export interface MarkState {
  onPages: OnPages;
  /** Annotations of the post, mine and others'. */
  shown: readonly Shown[];
  /** Position of the one that is being edited: it stands in the editor, and only there. */
  edited?: number | undefined;
  /** Positions of those whose words the post does not hold any more. */
  lost?: readonly number[];
  /** Annotated, but to be shown only after a press. */
  veiled: boolean;
  /** Where words are selected. */
  selection?: Place | undefined;
  /** What went wrong, in words. */
  problem?: MessageKey | undefined;
}

export interface MarkEvents {
  /** A person pressed a button, by pointer or by key; presses made by scripts are not told. */
  pressed: (subject: Subject) => void;
  /** The pointer or focus is on this annotation now, or on none. */
  pointed: (at: number | undefined) => void;
}

/** Of quoted words so many characters are shown with what was written about them. */
const excerpt = 120;

export class Mark {
  readonly #host: HTMLElement;
  readonly #mark: HTMLElement;
  readonly #editor = element('div', { class: 'editor' });
  readonly #postId: number;
  #drawn = '';

  constructor(post: Element, postId: number, events: MarkEvents) {
    this.#postId = postId;
    this.#mark = element('div', { class: 'mark' });
    this.#mark.addEventListener('click', (event) => {
      // The page listens for clicks on posts too; this one is not meant for it.
      event.stopPropagation();
      const subject = event.isTrusted ? closest(event, 'button')?.dataset['subject'] : undefined;
      if (subject !== undefined) events.pressed(subject === 'post' || subject === 'selection' ? subject : Number(subject));
    });
    // A press that took the selection away would take the button away that it is for.
    this.#mark.addEventListener('mousedown', (event) => closest(event, '.selection') && event.preventDefault());
    for (const [type, isOn] of [['pointerover', true], ['focusin', true], ['pointerout', false], ['focusout', false]] as const) {
      this.#mark.addEventListener(type, (event) => {
        const at = closest(event, '[data-quote]')?.dataset['quote'];
        if (at !== undefined) events.pointed(isOn ? Number(at) : undefined);
      });
    }
    this.#host = closed('postil-annotation', styles, this.#mark, this.#editor);
    mountPoint(post).append(this.#host);
  }

  /** Where the editor's frame goes. */
  get editorPlace(): HTMLElement {
    return this.#editor;
  }

  show(state: MarkState): void {
    // In another language it is another mark.
    const drawn = message('locale') + JSON.stringify(state);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#mark.dataset['gone'] = message('extensionGone');
    const focused = this.#mark.querySelector<HTMLElement>('button:focus')?.dataset['subject'];
    this.#mark.replaceChildren(...this.#parts(state));
    if (focused !== undefined) this.focus(focused);
  }

  /**
   * Puts focus on the button for this, or on the first, and the whole mark in view, unless somebody else sees to that.
   * @param done heard with it, this once
   */
  focus(subject: Subject | string = '', done?: string, inView = true): void {
    const button = this.#mark.querySelector<HTMLElement>(`[data-subject="${subject}"]`) ?? this.#mark.querySelector('button');
    if (button && done) {
      button.ariaDescription = done;
      button.onblur = () => { button.ariaDescription = null; };
    }
    button?.focus({ preventScroll: true });
    if (inView) (button?.closest('.annotation') ?? this.#mark.querySelector('.annotated, button'))?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows which annotation the words are about that the pointer is over. */
  pointAt(at: number | undefined): void {
    for (const part of this.#mark.querySelectorAll<HTMLElement>('[data-quote]')) {
      part.classList.toggle('pointed', part.dataset['quote'] === String(at));
    }
  }

  #parts(state: MarkState): Node[] {
    const { onPages, shown, edited, veiled, selection, problem } = state;
    const failure = problem === undefined ? [] : [words('p', 'problem', message(problem), { role: 'alert' })];
    if (onPages === 'nothing') return failure;
    const beside = selection ? [this.#selectionButton(selection)] : [];
    if (shown.length === 0) return [...beside, this.#button('annotate quiet', 'annotate', 'annotatePost'), ...failure];
    const bar = element('span', { class: shown.some(({ changed }) => changed) ? 'bar changed' : 'bar' });
    if (veiled) return [bar, ...beside, this.#button('annotate quiet', 'showAnnotation', 'showAnnotationOfPost'), ...failure];
    // Where only words of the post are annotated, the button for the whole is where it is on any post.
    const isWhole = shown.some(({ quote }) => !quote);
    const whole = shown.findIndex(({ mine, quote }) => mine && !quote);
    return [
      bar,
      ...beside,
      ...(isWhole ? [] : [this.#button('annotate quiet', 'annotate', 'annotatePost')]),
      element('div', { class: 'annotated', dir: direction() },
        ...(isWhole ? [whole < 0 ? this.#button('edit', 'annotate', 'annotatePost') : this.#button('edit', 'edit', 'editAnnotation', whole)] : []),
        ...(onPages === 'notes' ? shown.flatMap((each, i) => (i === edited ? [] : [this.#annotation(each, i, state)])) : [])),
      ...failure,
    ];
  }

  #annotation({ tags, note, mine, author, quote, changed, draft }: Shown, at: number, { lost = [] }: MarkState): HTMLElement {
    const by = mine ? [] : [words('p', 'author', author ?? message('unnamedAuthor'), { role: 'note' })];
    const quoted = quote ? [words('p', 'quoted', message('quotedWords', quote.exact.slice(0, excerpt)), { role: 'blockquote' })] : [];
    const action = draft ? 'goOnAboutQuote' : 'editAnnotationOfQuote';
    const edit = quote && mine ? [this.#button('edit', 'edit', action, at, quote.exact.slice(0, excerpt))] : [];
    const list = element('ul', { class: 'tags', role: 'list', 'aria-label': message('tags') },
      ...tags.map((name) => words('li', 'tag', name, { role: 'listitem' })));
    const text = note === '' ? [] : [words('p', 'note', note, { role: 'note' })];
    const states: [MessageKey, boolean][] = [['quoteLost', lost.includes(at)], ['changedSince', !!changed], ['notSavedYet', !!draft]];
    const written = element('div', { class: 'words' },
      ...by, ...quoted, list, ...text, ...states.flatMap(([state, is]) => (is ? [words('p', 'state', message(state), { role: 'img' })] : [])));
    return element('div', { class: 'annotation', 'data-quote': quote ? String(at) : undefined },
      ...edit, closed('postil-words', wordStyles, written));
  }

  #button(className: string, label: MessageKey, name: MessageKey, subject: Subject = 'post', about = String(this.#postId)): HTMLElement {
    return words('button', className, message(label), {
      type: 'button', 'aria-label': message(name, about), 'data-subject': String(subject),
    });
  }

  /** Below the end of what is selected, and within the post, which may cut off what stands out. */
  #selectionButton({ right, bottom }: Place): HTMLElement {
    const button = this.#button('annotate selection', 'annotate', 'annotateSelection', 'selection');
    const { left, top } = (this.#host.parentElement ?? document.documentElement).getBoundingClientRect();
    button.style.insetBlockStart = `${Math.round(bottom - scrollY - top + 2)}px`;
    button.style.left = `clamp(0px, ${Math.round(right - scrollX - left)}px, 100% - 100px)`;
    return button;
  }
}

function closest({ target }: Event, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}
