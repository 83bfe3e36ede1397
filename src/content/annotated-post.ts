/** One post on the page: its mark, its editor, and what is known of it. */
import type { Shown } from '../messages/content-answers.ts';
import { CallError } from '../messages/result.ts';
import type { Signal } from '../messages/signals.ts';
import { type Target, targetKey } from '../model/annotation.ts';
import type { OnPages } from '../model/options.ts';
import type { PostKey } from '../model/post.ts';
import { readPostName } from '../telegram/identity.ts';
import { readMemberIds } from '../telegram/members.ts';
import { pageTheme } from '../telegram/page.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { EditorFrame } from './editor-frame.ts';
import { Mark, type Subject } from './mark.ts';
import { type Reading, type Selected, startReading } from './reading.ts';
import { call } from './worker.ts';

const wholePost: Target = { kind: 'post' };

export interface Surroundings {
  onPages: OnPages;
  /** In somebody else's page nothing may change size, and no word is shown, before a person presses. */
  foreign: boolean;
  /** Asks the worker anew what is known of a post. */
  refresh: (post: AnnotatedPost) => Promise<void>;
  /** Hears of what failed and can wait. */
  report: (error: unknown) => void;
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
  /** What the editor is about. */
  #target: Target = wholePost;
  #selected: Selected | undefined;
  #lost: readonly number[] = [];
  /** Whether words of it were marked, so that the marks must be taken away when there is nothing written any more. */
  #isMarked = false;
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
    return this.#shown.some(({ draft }) => !draft);
  }

  /** Comes near the screen, or is asked for by a key: from now on it is drawn. */
  appear(): void {
    if (this.#mark) return;
    this.#mark = new Mark(this.post, this.#key.postId, {
      pressed: (subject) => void this.press(subject),
      pointed: (at) => void this.#read((reading) => reading.pointAt(this.post, at)),
    });
    this.draw();
    this.#readAgain();
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
    const before = JSON.stringify(this.#shown);
    // What is about the whole comes first, then what is about words of it, in their order.
    this.#shown = shown.toSorted((a, b) => (a.quote?.start ?? -1) - (b.quote?.start ?? -1));
    if (JSON.stringify(this.#shown) === before) return;
    this.#lost = [];
    this.draw();
    this.#readAgain();
  }

  draw(): void {
    const { onPages } = this.#surroundings;
    this.#mark?.show({
      onPages,
      shown: this.#shown,
      edited: this.#editor?.active === true ? this.#positionOf(this.#target) : undefined,
      lost: this.#lost,
      veiled: this.#veiled,
      selection: this.#selected?.place,
      problem: this.#problem,
    });
  }

  /** Puts focus on its button, wherever that is. */
  focus(): void {
    this.appear();
    this.#mark?.focus('', undefined, false);
  }

  /** Offers to annotate what is selected, or no longer. */
  select(selected: Selected | undefined): void {
    this.#selected = selected;
    this.draw();
  }

  /** @returns whether the signal was for this post's editor */
  hear(signal: Extract<Signal, { token: string }>): boolean {
    if (this.#editor?.token !== signal.token) return false;
    switch (signal.signal) {
      case 'editor.claimed': this.#editor.claimed(); break;
      case 'editor.resized': this.#editor.resize(signal.height); break;
      case 'editor.closed': void this.#close(signal); break;
    }
    this.draw();
    return true;
  }

  /** Opens the editor, or shows what is veiled. */
  async press(subject: Subject): Promise<void> {
    if (this.#veiled && subject === 'post') {
      this.#revealed = true;
      this.draw();
      this.#readAgain();
      this.#mark?.focus();
      return;
    }
    if (this.#opening || !this.#mark) return;
    this.#opening = true;
    try {
      const target = this.#targetOf(subject);
      const isOpen = this.#editor?.active === true && isSame(target, this.#target) && await this.#editor.focus();
      if (!isOpen) await this.#open(target, this.#mark.editorPlace);
      this.#problem = undefined;
    } catch (error) {
      this.#problem = problemOf(error);
    } finally {
      this.#opening = false;
    }
    this.draw();
  }

  get #veiled(): boolean {
    return this.#surroundings.foreign && this.annotated && !this.#revealed;
  }

  #targetOf(subject: Subject): Target {
    return (subject === 'selection' ? this.#selected?.quote : this.#shown[Number(subject)]?.quote) ?? wholePost;
  }

  /** Of my annotation of it; below zero when there is none. */
  #positionOf(target: Target): number {
    return this.#shown.findIndex(({ mine, quote = wholePost }) => mine && isSame(quote, target));
  }

  /** What there is to be read of an annotated post: where its quotes are, and what it says now. */
  #readAgain(): void {
    const quotes = this.#veiled ? [] : this.#shown.map(({ quote }) => quote);
    if (!this.#mark || (this.#shown.length === 0 && !this.#isMarked)) return;
    this.#isMarked = true;
    void this.#read((reading) => {
      if (this.annotated) reading.look(this.post, this.#key);
      const found = reading.showQuotes(this.post, quotes, {
        pointed: (at) => this.#mark?.pointAt(at),
        pressed: (at) => (this.#surroundings.onPages === 'notes' ? this.#mark?.focus(at) : void this.press(at)),
      });
      this.#lost = found.flatMap((isFound, at) => (isFound ? [] : [at]));
      this.draw();
    });
  }

  /** What can wait for the next time when it fails. Of many posts each in a task of its own, so that the page can go on between. */
  async #read(work: (reading: Reading) => void): Promise<void> {
    await startReading().then(async (reading) => {
      await new Promise((resolve) => { setTimeout(resolve); });
      work(reading);
    }).catch(this.#surroundings.report);
  }

  async #close({ notice, done }: Extract<Signal, { signal: 'editor.closed' }>): Promise<void> {
    const editor = this.#editor;
    if (!editor) return;
    editor.active = false;
    if (notice) return;
    // What was written stands there before the frame goes, so that the page does not jump back and forth.
    await this.#surroundings.refresh(this);
    if (this.#editor !== editor) return;
    editor.remove();
    this.#editor = undefined;
    this.#mark?.focus(this.#positionOf(this.#target), done && message(done));
  }

  async #open(target: Target, place: HTMLElement): Promise<void> {
    // The page may have made another post of it since: that one's content must not be kept under this one's name.
    const name = readPostName(this.post);
    if (name?.handle !== this.key.handle || name.postId !== this.key.postId) throw new CallError('invalid', 'another post by now');
    const offer = (await startReading()).offer(this.post, this.#key);
    if (!offer) throw new CallError('invalid', 'the post cannot be read');
    const { token } = await call('editor.open', { ...offer, target });
    this.#editor?.remove();
    this.#target = target;
    this.#selected = undefined;
    const editor = new EditorFrame(place, token, pageTheme(document));
    this.#revealed = true;
    await editor.open();
    this.#editor = editor;
  }
}

function isSame(a: Target, b: Target): boolean {
  return targetKey(a) === targetKey(b);
}

function problemOf(error: unknown): MessageKey {
  switch (error instanceof CallError && error.code) {
    case 'orphaned': return 'extensionGone';
    case 'unanswered': return 'unanswered';
    default: return 'openFailed';
  }
}
