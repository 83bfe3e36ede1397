/** What the two browsers do differently; everything else in this folder is common to both. */
import type { Browser, ElementHandle, Frame, JSHandle, KeyInput, Page } from 'puppeteer-core';

export interface Settings {
  executable: string;
  /** Folder of the built extension. */
  extension: string;
  profile: string;
  downloads: string;
  headless: boolean;
  darkTheme: boolean;
  window: { width: number; height: number };
  /** Told about every console error and every uncaught exception, wherever it happens. */
  onError: (text: string) => void;
}

export interface Described {
  role: string;
  name: string;
}

export interface Found extends Described {
  handle: ElementHandle<HTMLElement>;
}

export interface Engine {
  /** Starts the browser with the extension in it. */
  start(settings: Settings): Promise<{ browser: Browser; origin: string }>;
  /** Readies a tab before anything is loaded in it. */
  prepare(page: Page, settings: Settings): Promise<void>;
  /** Starts loading an extension page. */
  goToExtension(page: Page, url: string): Promise<void>;
  /** Elements of one frame which assistive technology is told about, in closed shadow roots too. */
  elements(frame: Frame, role: string, within: string | undefined): Promise<Found[]>;
  describe(handle: ElementHandle): Promise<Described>;
  /** The element's shadow root, closed or not. */
  shadowRoot(handle: ElementHandle): Promise<JSHandle<ShadowRoot> | undefined>;
  click(handle: ElementHandle): Promise<void>;
  /** Keyboard input for the frame that has focus. `combination` is for instance ['Shift', 'Tab']. */
  press(page: Page, focused: Frame, combination: readonly KeyInput[]): Promise<void>;
  type(page: Page, focused: Frame, text: string): Promise<void>;
}
