/** The page by which the extension greets whoever has just installed it: as every browser here does anew when it starts. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Shown } from './engine.ts';
import { eventually } from './eventually.ts';

const greeting = 'welcome.html';

/** Waits until it stands, in front of everything, and closes it: else it would come in the middle of what is done next. */
export async function dismissGreeting(tabs: () => Promise<Shown[]>, extension: string): Promise<void> {
  // Packages of others have none.
  if (!existsSync(join(extension, greeting))) return;
  const { page } = await eventually(
    async () => (await tabs()).find(({ address }) => address.endsWith(`/${greeting}`)),
    { what: 'the page that greets', timeout: 30_000 },
  );
  await page.close();
}
