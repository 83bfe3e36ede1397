import type { Frame } from 'puppeteer-core';
import { Element } from './element.ts';
import type { Engine } from './engine.ts';
import { eventually } from './eventually.ts';
import { findElements } from './finder.ts';
import { matches } from './matches.ts';

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

  /** The one such element, waited for. */
  async find(role: string, name?: string | RegExp, { timeout, ...scope }: Scope = {}): Promise<Element> {
    const what = `${role} ${String(name ?? '')}${scope.in === undefined ? '' : ` in ${scope.in}`}`;
    const found = await eventually(async () => (await this.findAll(role, name, scope))[0], {
      what,
      ...(timeout === undefined ? {} : { timeout }),
    });
    return found;
  }

  /** All such elements there are now. */
  async findAll(role: string, name?: string | RegExp, scope: Pick<Scope, 'in'> = {}): Promise<Element[]> {
    const found = await findElements(this.engine, this.frame, role, scope.in);
    return found
      .filter((each) => name === undefined || matches(each.name, name))
      .map((each) => new Element(role, each.handle, this.engine));
  }

  async evaluate<Args extends unknown[], Result>(
    work: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return (await this.frame.evaluate(work as (...args: unknown[]) => Result, ...args)) as Awaited<Result>;
  }
}
