/** Annotates posts of the measured channel, as its editors would. */
import type { Browser } from 'puppeteer-core';
import { address, handle, newestId, telegramId } from './feed.ts';

/** @param id of the extension @param count of posts, from the newest on */
export async function annotateNewest(browser: Browser, id: string, count: number): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/library.html`);
  const messages = Array.from({ length: count }, (_, i) => saving(newestId - i));
  const failed = await page.evaluate(async (given) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: boolean }> } } };
    const answers = [];
    for (const message of given) answers.push(await chrome.runtime.sendMessage(message));
    return answers.find(({ ok }) => !ok);
  }, messages);
  if (failed) throw new Error(`not saved: ${JSON.stringify(failed)}`);
  await page.close();
}

function saving(postId: number): object {
  return {
    call: 'annotation.saveOnPost',
    args: {
      offered: {
        post: { handle, postId, telegramId, kinds: ['text'], text: 'The council voted on Tuesday.' },
        sighting: { at: 1_789_000_000_000, url: address, page: 'feed' },
        reader: 1,
      },
      target: { kind: 'post' },
      body: { tags: ['council', `claims/${postId % 7}`], note: 'The minutes say “withdrawn”, which is not “delayed”.' },
      rev: 0,
    },
  };
}
