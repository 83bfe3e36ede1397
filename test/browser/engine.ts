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
  /** Nothing may reach the network. */
  offline: boolean;
  /** Port of a proxy on this machine to which is sent what would reach it. */
  proxy?: number | undefined;
  window: { width: number; height: number };
  /** Draws as often as the browser can, and tells time as finely. */
  exact: boolean;
  /** Told about every console error and every uncaught exception, wherever it happens. */
  onError: (text: string) => void;
}

export interface Installed {
  id: string;
  /** Of the extension's pages. */
  origin: string;
}

/** A tab, and the address of what it shows. */
export interface Shown {
  page: Page;
  address: string;
}

export interface Engine {
  launch(settings: Settings): Promise<Browser>;
  /** Readies a browser just launched, the extension included. */
  install(browser: Browser, settings: Settings): Promise<Installed>;
  /** All tabs there are now, the newest of those next to each other last. */
  tabs(browser: Browser): Promise<Shown[]>;
  /** Stops the extension's worker, as a browser does whenever it likes. */
  stopWorker(browser: Browser, settings: Settings): Promise<void>;
  /** Deletes all databases of the extension. @param page one of its own in which nothing runs */
  dropDatabases(page: Page, settings: Settings): Promise<void>;
  /** Readies a tab before anything is loaded in it. */
  prepare(page: Page, settings: Settings): Promise<void>;
  /** Gives the page another size, and takes no mouse away from it. */
  resize(page: Page, size: { width: number; height: number }): Promise<void>;
  /** Starts loading an extension page. */
  goToExtension(page: Page, url: string): Promise<void>;
  /** The shadow roots of elements, closed or not, and those in these; most elements have none. */
  shadowRoots(frame: Frame, hosts: JSHandle<Element[]>): Promise<JSHandle<ShadowRoot>[]>;
  /** Moves the mouse to the middle of an element that is in view. */
  pointAt(handle: ElementHandle): Promise<void>;
  /** Presses and releases the mouse where it is, which is on this element. */
  clickAt(handle: ElementHandle): Promise<void>;
  /** Keyboard input for the frame that has focus. `combination` is for instance ['Shift', 'Tab']. */
  press(focused: Frame, combination: readonly KeyInput[]): Promise<void>;
  type(focused: Frame, text: string): Promise<void>;
}
