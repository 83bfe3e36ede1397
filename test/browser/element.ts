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

  constructor(role: string, handle: ElementHandle<HTMLElement>, engine: Engine) {
    this.role = role;
    this.handle = handle;
    this.#engine = engine;
  }

  /**
   * Presses it with the mouse, scrolled into view first, and only once the mouse really is over it: a frame of
   * another process takes no mouse events, or takes them elsewhere, until it is drawn in its place. Should the page
   * move it away at the last moment, it is pressed again, as a person would.
   */
  async click(): Promise<void> {
    await bringForward(this.handle.frame.page());
    const press = await this.handle.evaluateHandle((element) => {
      const state = { arrived: false };
      element.addEventListener('click', () => { state.arrived = true; }, { capture: true, once: true });
      return state;
    });
    // With the press, the document may go, and the state with it.
    const arrived = () => press.evaluate((state) => state.arrived).catch(() => true);
    await eventually(async () => {
      await eventually(() => this.#isPointedAt(), { what: `the ${this.role} to be where the mouse can reach it` });
      await this.#engine.clickAt(this.handle);
      return await eventually(arrived, { timeout: 250 }).catch(() => false);
    }, { what: `the ${this.role} to be pressed` });
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
