import type { Frame } from 'puppeteer-core';
import { describeElement } from './aria.ts';
import { Element } from './element.ts';
import type { Engine } from './engine.ts';
import { eventually } from './eventually.ts';
import { findElements, findFrames, partsOf, type Sighting } from './finder.ts';
import { matches } from './matches.ts';
import { outlineOf } from './outline.ts';

export interface Scope {
  /** CSS selector of an element of the page to look in, for instance one post. */
  in?: string;
  timeout?: number;
}

/** One document of a tab: the top one or a framed one. */
export class Part {
  readonly frame: Frame;
  protected readonly engine: Engine;

  constructor(frame: Frame, engine: Engine) {
    this.frame = frame;
    this.engine = engine;
  }

  /** The first element of this role and accessible name, waited for. Reaches into closed shadow roots. */
  async find(role: string, name?: string | RegExp, { in: within, ...options }: Scope = {}): Promise<Element> {
    const what = `${role} ${String(name ?? '')}${within === undefined ? '' : ` in ${within}`}`;
    return await eventually(async () => (await this.findAll(role, name, within))[0], { what, ...options });
  }

  /** All such elements there are now. */
  async findAll(role: string, name?: string | RegExp, scope: string | Pick<Scope, 'in'> = {}): Promise<Element[]> {
    const within = typeof scope === 'string' ? scope : scope.in;
    const found = await this.#sight(role, name, within);
    return (await found.elements()).map((handle, i) => (
      new Element(role, handle, this.engine, async () => (await this.findAll(role, name, within))[i])
    ));
  }

  /** The accessible names of all such elements there are now. */
  async names(role: string, name?: string | RegExp, scope: string | Pick<Scope, 'in'> = {}): Promise<string[]> {
    return (await this.#sight(role, name, typeof scope === 'string' ? scope : scope.in)).names;
  }

  async #sight(role: string, name: string | RegExp | undefined, within: string | undefined): Promise<Sighting> {
    const called = name instanceof RegExp ? { source: name.source, flags: name.flags } : name;
    return await findElements(this.engine, this.frame, within, { role, name: called });
  }

  /** The document with this title in a frame within this one, waited for. Reaches into closed shadow roots. */
  async framed(title: string | RegExp, { in: within, ...options }: Scope = {}): Promise<Part> {
    return await eventually(
      async () => {
        for (const frame of await findFrames(this.engine, this.frame, within)) {
          const isLoading = await frame.evaluate(() => document.readyState === 'loading');
          if (!isLoading && matches(await frame.title(), title)) return new Part(frame, this.engine);
        }
        return undefined;
      },
      { what: `a frame titled ${String(title)}`, ...options },
    );
  }

  async evaluate<Args extends unknown[], Result>(
    work: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return (await this.frame.evaluate(work as (...args: unknown[]) => Result, ...args)) as Awaited<Result>;
  }

  /** What assistive technology is told of it, or of the first element of a CSS selector, as text. */
  async outline(within?: string): Promise<string> {
    const describe = await this.frame.evaluateHandle(`(${describeElement})`);
    const [start, ...roots] = await partsOf(this.engine, this.frame, within);
    return await this.frame.evaluate(outlineOf as (...given: unknown[]) => string, describe, start, ...roots);
  }

  /** Works on each of its shadow roots, closed ones too, all at once. */
  async evaluateShadows<Result>(work: (...roots: ShadowRoot[]) => Result): Promise<Awaited<Result>> {
    const [, ...roots] = await partsOf(this.engine, this.frame, undefined);
    return (await this.frame.evaluate(work as (...given: unknown[]) => Result, ...roots)) as Awaited<Result>;
  }
}
