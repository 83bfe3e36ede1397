import type { HTTPRequest, Page } from 'puppeteer-core';

export interface Request {
  url: string;
  method: string;
  headers: Record<string, string>;
}

export interface Response {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Stands in for the whole web. No answer means there is no such host. */
export type Answer = (request: Request) => Response | undefined;

/** Answers every request of a tab and of all frames in it; none goes to the network. */
export async function answerRequests(page: Page, answer: Answer): Promise<void> {
  page.on('request', (request) => {
    // A request can be gone by the time it is answered: its page was closed or has moved on.
    void respond(request, answer).catch(() => undefined);
  });
  await page.setRequestInterception(true);
}

async function respond(request: HTTPRequest, answer: Answer): Promise<void> {
  const url = request.url();
  if (!/^(https?|wss?):/.test(url)) return await request.continue();
  const response = answer({ url, method: request.method(), headers: request.headers() });
  if (response === undefined) return await request.abort('namenotresolved');
  await request.respond(response);
}
