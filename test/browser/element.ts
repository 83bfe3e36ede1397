import type { ElementHandle } from 'puppeteer-core';
import type { Engine, Found } from './engine.ts';

/** An element a person could name: found by what it is and what it is called. */
export class Element {
  readonly role: string;
  readonly handle: ElementHandle<HTMLElement>;
  readonly #engine: Engine;

  constructor({ role, handle }: Pick<Found, 'role' | 'handle'>, engine: Engine) {
    this.role = role;
    this.handle = handle;
    this.#engine = engine;
  }

  /** Presses it with the mouse, scrolled into view first. */
  async click(): Promise<void> {
    await this.#engine.click(this.handle);
  }

  async focus(): Promise<void> {
    await this.handle.evaluate((element) => element.focus());
  }

  /** Its accessible name as of now. */
  async name(): Promise<string> {
    return (await this.#engine.describe(this.handle)).name;
  }

  async value(): Promise<string> {
    return await this.handle.evaluate((element) => String((element as HTMLInputElement).value));
  }

  async text(): Promise<string> {
    return await this.handle.evaluate((element) => element.innerText);
  }

  async attribute(name: string): Promise<string | null> {
    return await this.handle.evaluate((element, which) => element.getAttribute(which), name);
  }

  async isVisible(): Promise<boolean> {
    return await this.handle.evaluate((element) => element.isConnected && element.checkVisibility({ visibilityProperty: true }));
  }
}
