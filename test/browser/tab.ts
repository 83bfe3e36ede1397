import type { Frame, KeyInput, Page } from 'puppeteer-core';
import type { Described } from './aria.ts';
import type { Engine } from './engine.ts';
import { eventually } from './eventually.ts';
import { describeFocus, findFocus } from './focus.ts';
import { bringForward } from './foreground.ts';
import { Part } from './part.ts';

/** A tab. As a Part it is its top document. */
export class Tab extends Part {
  readonly page: Page;

  constructor(page: Page, engine: Engine) {
    super(page.mainFrame(), engine);
    this.page = page;
  }

  /** The element which has keyboard focus, in whatever frame or shadow root it is. */
  async focused(): Promise<Described> {
    return await describeFocus(this.page, this.engine);
  }

  /** Presses a key or, for instance, 'Shift', 'Tab' together. */
  async press(...combination: KeyInput[]): Promise<void> {
    await this.engine.press(await this.#focusedFrame(), combination);
  }

  async type(text: string): Promise<void> {
    await this.engine.type(await this.#focusedFrame(), text);
  }

  async resize(size: { width: number; height: number }): Promise<void> {
    await this.engine.resize(this.page, size);
  }

  async screenshot(path: `${string}.png`): Promise<void> {
    await this.page.screenshot({ path });
  }

  async reload(): Promise<void> {
    const before = await this.evaluate(() => performance.timeOrigin);
    await this.evaluate(() => location.reload());
    await this.loaded((old) => performance.timeOrigin !== old, before);
  }

  /** Asks the document until it is the one meant: Firefox has no load events for extension pages. */
  async loaded<Given extends string | number>(isMeant: (given: Given) => boolean, given: Given): Promise<void> {
    await eventually(
      async () => (await this.evaluate(isMeant, given)) && (await this.evaluate(() => document.readyState)) !== 'loading',
      { what: 'the page', timeout: 15_000 },
    );
  }

  async bringToFront(): Promise<void> {
    await bringForward(this.page);
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  async #focusedFrame(): Promise<Frame> {
    await this.bringToFront();
    return (await findFocus(this.page, this.engine)).frame;
  }
}
