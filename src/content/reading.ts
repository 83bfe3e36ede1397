/**
 * The second half of this script, `reader.js`: it reads posts, finds quoted words and selected ones, and looks at what became
 * of annotated posts. Most pages are passed without anything to read, so that it is run only once there is.
 */
import type { Quote } from '../model/annotation.ts';
import type { PostKey } from '../model/post.ts';
import { CallError } from '../messages/result.ts';
import type { Input } from '../messages/table.ts';
import { call } from './worker.ts';
import { leftReading } from './world.ts';

/** Where the end of a selection stands in the document, in CSS pixels: the page may have been scrolled when it is drawn. */
export interface Place {
  right: number;
  bottom: number;
}

/** Words that are selected in a post. */
export interface Selected {
  post: Element;
  quote: Quote;
  place: Place;
}

/** What the reader does to quoted words, by the position of their annotation. */
export interface QuoteEvents {
  /** The pointer is over quoted words now, or over none. */
  pointed: (at: number | undefined) => void;
  pressed: (at: number) => void;
}

export interface Reading {
  /** The post as it is offered for annotation; undefined when it cannot be read. */
  offer: (post: Element, key: PostKey) => Input<'posts.content'> | undefined;
  /** What is selected; undefined when it is not the words of one post. */
  selected: () => Selected | undefined;
  /**
   * Marks the words that the annotations of a post quote, for as long as it stands. In the order of the annotations, of which
   * some quote nothing. Tells whether the words are there.
   */
  showQuotes: (post: Element, quotes: readonly (Quote | undefined)[], events: QuoteEvents) => boolean[];
  /** Marks one of them more clearly, or none. */
  pointAt: (post: Element, at: number | undefined) => void;
  /** Looks at what an annotated post says now, once a page. */
  look: (post: Element, key: PostKey) => void;
}

let running: Promise<Reading> | undefined;

/** Rejects with a `CallError` when it cannot be run; the next call tries again. */
export function startReading(): Promise<Reading> {
  running ??= run();
  running.catch(() => { running = undefined; });
  return running;
}

async function run(): Promise<Reading> {
  await call('page.reader', {});
  const create = leftReading();
  if (!create) throw new CallError('failed', 'reader.js did not run');
  return create(call);
}
