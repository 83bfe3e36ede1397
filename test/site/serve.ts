/** The imitation on this machine, to look at by hand: `npx tsx test/site/serve.ts`, then /s/harbour_gazette. */
import { createServer } from 'node:http';
import { demoChannels } from './demo.ts';
import { createSite } from './site.ts';

const site = createSite(demoChannels());
const port = Number(process.env['PORT'] ?? 8080);

createServer((request, response) => {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const answer = site.answer({ url: `https://t.me${request.url ?? '/'}`, method: request.method ?? 'GET', headers });
  response.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body);
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/s/harbour_gazette`));
