/** A browser for one variant, which stays open for all rounds. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { requireBrowser } from '../browser/browsers.mjs';
import { chromium } from '../browser/chromium.ts';
import type { Settings } from '../browser/engine.ts';
import { dismissGreeting } from '../browser/greeting.ts';
import { type Answer, answerRequests } from '../browser/network.ts';
import { annotateNewest } from './annotate.ts';
import type { Variant } from './variants.ts';

const window = { width: 1280, height: 900 };

export class Subject {
  readonly variant: Variant;
  readonly #browser: Browser;

  constructor(variant: Variant, browser: Browser) {
    this.variant = variant;
    this.#browser = browser;
  }

  /** Whether a script of this address belongs to what is measured. */
  readonly isOwn = (url: string): boolean => url.startsWith('chrome-extension:') || url.startsWith(this.variant.embedded?.root ?? '\0');

  /** An empty tab, whose requests `answer` answers. */
  async newPage(answer: Answer): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.setViewport(window);
    await answerRequests(page, this.variant.embedded?.into(answer) ?? answer);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** @param folder for the browser's profile */
export async function startSubject(variant: Variant, folder: string): Promise<Subject> {
  await mkdir(folder, { recursive: true });
  const settings: Settings = {
    executable: requireBrowser('chromium'),
    extension: variant.extension ?? '',
    profile: join(folder, 'profile'),
    downloads: folder,
    headless: true,
    darkTheme: false,
    offline: true,
    exact: true,
    window,
    onError: () => undefined,
  };
  const browser = await chromium.launch(settings);
  if (variant.extension !== undefined) {
    const id = await browser.installExtension(variant.extension);
    await dismissGreeting(() => chromium.tabs(browser), variant.extension);
    if (variant.annotated !== undefined) await annotateNewest(browser, id, variant.annotated);
  }
  return new Subject(variant, browser);
}
