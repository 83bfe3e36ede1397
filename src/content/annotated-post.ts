/** One post on the page: its mark, its editor, and what is known of it. */
import type { Shown } from '../messages/content-answers.ts';
import { CallError } from '../messages/result.ts';
import type { Signal } from '../messages/signals.ts';
import type { OnPages } from '../model/options.ts';
import type { PostKey } from '../model/post.ts';
import { readPostName } from '../telegram/identity.ts';
import { readMemberIds } from '../telegram/media.ts';
import { pageTheme } from '../telegram/page.ts';
import type { MessageKey } from '../webext/i18n.ts';
import { EditorFrame } from './editor-frame.ts';
import { Mark } from './mark.ts';
import { offerPost } from './offer.ts';

export interface Surroundings {
  onPages: OnPages;
  /** In somebody else's page nothing may change size, and no word is shown, before a person presses. */
  foreign: boolean;
  /** Asks the worker anew what is known of a post. */
  refresh: (post: AnnotatedPost) => Promise<void>;
}

export class AnnotatedPost {
  readonly post: Element;
  /** As first read: the page's script removes the channel's number once the post was on screen. */
  #key: PostKey;
  readonly #surroundings: Surroundings;
  #shown: readonly Shown[] = [];
  #turn = 0;
  #mark: Mark | undefined;
  #editor: EditorFrame | undefined;
  #opening = false;
  #revealed = false;
  #problem: MessageKey | undefined;

  constructor(post: Element, key: PostKey, surroundings: Surroundings) {
    this.post = post;
    this.#key = key;
    this.#surroundings = surroundings;
  }

  get key(): PostKey {
    return this.#key;
  }

  get annotated(): boolean {
    return this.#shown.length > 0;
  }

  /** Comes near the screen: from now on it is drawn. */
  appear(): void {
    this.#mark = new Mark(this.post, this.#key.postId, () => void this.#press());
    this.draw();
    // Not before: only now has the post surely been parsed. Whatever was written on one member is the album's.
    const memberIds = readMemberIds(this.post, this.#key.postId);
    if (!memberIds) return;
    this.#key = { ...this.#key, memberIds };
    void this.#surroundings.refresh(this);
  }

  /** @param turn number of the question that this answers; answers may overtake each other, and the latest counts */
  know(shown: readonly Shown[], turn: number): void {
    if (turn < this.#turn) return;
    this.#turn = turn;
    this.#shown = shown;
    this.draw();
  }

  draw(): void {
    const { onPages, foreign } = this.#surroundings;
    // While it is being edited the annotation stands in the editor, and only there.
    const editing = this.#editor?.active === true;
    this.#mark?.show({
      onPages: editing && onPages === 'notes' ? 'mark' : onPages,
      shown: this.#shown,
      veiled: foreign && !this.#revealed,
      ...(this.#problem !== undefined && { problem: this.#problem }),
    });
  }

  /** @returns whether the signal was for this post's editor */
  hear(signal: Extract<Signal, { token: string }>): boolean {
    if (this.#editor?.token !== signal.token) return false;
    switch (signal.signal) {
      case 'editor.claimed': this.#editor.claimed(); break;
      case 'editor.resized': this.#editor.resize(signal.height); break;
      case 'editor.closed': void this.#close(signal.notice); break;
    }
    this.draw();
    return true;
  }

  async #close(notice: boolean): Promise<void> {
    const editor = this.#editor;
    if (!editor) return;
    editor.active = false;
    if (notice) return;
    // What was written stands there before the frame goes, so that the page does not jump back and forth.
    await this.#surroundings.refresh(this);
    if (this.#editor !== editor) return;
    editor.remove();
    this.#editor = undefined;
    this.#mark?.focus();
  }

  async #press(): Promise<void> {
    if (this.#surroundings.foreign && this.annotated && !this.#revealed) {
      this.#revealed = true;
      this.draw();
      this.#mark?.focus();
      return;
    }
    if (this.#opening || !this.#mark) return;
    this.#opening = true;
    try {
      const isOpen = this.#editor?.active === true && await this.#editor.focus();
      if (!isOpen) await this.#open(this.#mark.editorPlace);
      this.#problem = undefined;
    } catch (error) {
      this.#problem = problemOf(error);
    } finally {
      this.#opening = false;
    }
    this.draw();
  }

  async #open(place: HTMLElement): Promise<void> {
    // The page may have made another post of it since: that one's content must not be kept under this one's name.
    const name = readPostName(this.post);
    if (name?.handle !== this.key.handle || name.postId !== this.key.postId) throw new CallError('invalid', 'another post by now');
    const editor = new EditorFrame(place, await offerPost(this.post, this.#key), pageTheme(document));
    this.#revealed = true;
    await editor.open();
    this.#editor = editor;
  }
}

function problemOf(error: unknown): MessageKey {
  switch (error instanceof CallError && error.code) {
    case 'orphaned': return 'extensionGone';
    case 'unanswered': return 'unanswered';
    default: return 'openFailed';
  }
}
