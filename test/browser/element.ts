import type { ElementHandle } from 'puppeteer-core';
import { describeElement } from './aria.ts';
import type { Engine } from './engine.ts';
import { eventually } from './eventually.ts';
import { bringForward } from './foreground.ts';

/** An element a person could name: found by what it is and what it is called. */
export class Element {
  readonly role: string;
  readonly handle: ElementHandle<HTMLElement>;
  readonly #engine: Engine;
  readonly #again: () => Promise<Element | undefined>;

  /** @param again finds what is there in its place, when the page has drawn it anew */
  constructor(role: string, handle: ElementHandle<HTMLElement>, engine: Engine, again: () => Promise<Element | undefined>) {
    this.role = role;
    this.handle = handle;
    this.#engine = engine;
    this.#again = again;
  }

  /**
   * Presses it with the mouse, scrolled into view first, and only once the mouse really is over it: a frame of
   * another process takes no mouse events, or takes them elsewhere, until it is drawn in its place. Should the page
   * move it away at the last moment, or draw it anew, it is pressed again, as a person would.
   */
  async click(): Promise<void> {
    await bringForward(this.handle.frame.page());
    let redrawn: Element | undefined;
    await eventually(async () => {
      const { handle } = redrawn ?? this;
      if (!(await handle.evaluate(({ isConnected }) => isConnected))) redrawn = await this.#again();
      return (redrawn ?? this).#press();
    }, { what: `the ${this.role} to be pressed` });
  }

  /** @returns whether the press arrived */
  async #press(): Promise<boolean> {
    const press = await this.handle.evaluateHandle((element) => {
      const state = { arrived: false };
      element.addEventListener('click', () => { state.arrived = true; }, { capture: true, once: true });
      return state;
    });
    if (!(await this.#isPointedAt())) throw new Error('the mouse cannot reach it');
    await this.#engine.clickAt(this.handle);
    // With the press, the document may go, and the state with it.
    return eventually(() => press.evaluate((state) => state.arrived).catch(() => true), { timeout: 250 }).catch(() => false);
  }

  async #isPointedAt(): Promise<boolean> {
    await this.handle.evaluate((element) =>
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' }),
    );
    await this.#engine.pointAt(this.handle);
    // With its tag name, because in quirks mode a bare :hover is for links only: https://quirks.spec.whatwg.org/
    return await this.handle.evaluate((element) => element.matches(`${element.localName}:hover`));
  }

  async focus(): Promise<void> {
    await this.handle.evaluate((element) => element.focus());
  }

  /** Its accessible name as of now; empty when it is hidden. */
  async name(): Promise<string> {
    return (await this.handle.evaluate(describeElement))?.name ?? '';
  }

  async value(): Promise<string> {
    return await this.handle.evaluate((element) => (element as HTMLInputElement).value);
  }

  async text(): Promise<string> {
    return await this.handle.evaluate((element) => element.innerText);
  }

  async attribute(name: string): Promise<string | null> {
    return await this.handle.evaluate((element, which) => element.getAttribute(which), name);
  }

  async isVisible(): Promise<boolean> {
    return await this.handle.evaluate((element) => element.checkVisibility({ visibilityProperty: true }));
  }
}
