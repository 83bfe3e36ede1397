/** One browser in one language and one theme, with the same annotations before each picture. */
import type { Tag } from '../../src/model/tag.ts';
import { readerVersion } from '../../src/telegram/post.ts';
import { type BrowserName, type Driver, type Part, launch } from '../browser/driver.ts';
import { extensionFolder } from '../build.ts';
import { ask, savingOnPost } from '../e2e/saving.ts';
import { seeAgain } from '../e2e/sightings.ts';
import { demoChannels } from '../site/demo.ts';
import { type Site, createSite } from '../site/site.ts';
import { type Say, speaking } from './words.ts';
import { deleted, dressed, written } from './written.ts';

export interface Look {
  browser: BrowserName;
  /** A folder of `_locales`. */
  language: string;
  theme: 'light' | 'dark';
}

/** What a picture begins with: no annotation, or those of `written.ts`. */
export type Content = 'none' | 'written';

export interface Scene extends Look {
  driver: Driver;
  site: Site;
  say: Say;
}

export async function open(look: Look): Promise<Scene> {
  const site = createSite(demoChannels());
  const driver = await launch(look.browser, {
    extension: extensionFolder(look.browser), answer: site.answer, darkTheme: look.theme === 'dark', language: look.language,
  });
  return { ...look, driver, site, say: speaking(look.language) };
}

/** Leaves what was there before, whoever changed it. */
export async function furnish(scene: Scene, content: Content): Promise<void> {
  await scene.driver.reset();
  if (content === 'none') return;
  const page = await scene.driver.extensionPage('editor.html');
  const ids = new Map<string, string>();
  for (const each of written) {
    const [answer] = await ask(page, savingOnPost(scene, { ...each, at: Date.UTC(2026, 8, 14, 12) })) as { value?: { status: string; id: string } }[];
    if (answer?.value?.status !== 'saved') throw new Error(`not saved: ${each.name} ${JSON.stringify(answer)}`);
    ids.set(each.name, answer.value.id);
  }
  await ask(page, ...deleted.map((name) => ({ call: 'annotation.delete', args: { id: ids.get(name) ?? '' } })));
  await ask(page, { call: 'tags.write', args: { tags: (await tagsOf(page)).flatMap(inDress) } });
  await changePast(page);
  await page.close();
}

function inDress(tag: Tag): Tag[] {
  const look = dressed[tag.name];
  return look ? [{ ...tag, ...look, rev: tag.rev + 1 }] : [];
}

function tagsOf(page: Part): Promise<Tag[]> {
  return page.evaluate(() => new Promise<Tag[]>((resolve, reject) => {
    const opening = indexedDB.open('postil');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('The database was not opened.')));
    opening.addEventListener('success', () => {
      const asking = opening.result.transaction('tags').objectStore('tags').getAll();
      asking.addEventListener('success', () => {
        opening.result.close();
        resolve(asking.result as Tag[]);
      });
    });
  }));
}

/** Two of the posts were seen again, and one of them said something else by then, the other nothing. */
async function changePast(page: Part): Promise<void> {
  const day = 86_400_000;
  const at = Date.UTC(2026, 8, 15, 9);
  // tsx has functions named by a helper of its own, which no page has.
  await page.frame.evaluate('globalThis.__name = (named) => named');
  const said = (weekday: string, time: string) => (
    `The ferry timetable for the winter comes out next ${weekday}. What we know: the 12:25 stays, the 16:40 becomes ${time}.\n\nWritten by <the timetable office> & friends, "as ever".`
  );
  await seeAgain(page, 87, [[0, '1.9K', 'Monday', '16:30'], [1, '2.6K', 'Thursday', '16:50'], [4, '3.3K', 'Thursday', '16:50']].map(([after, views, weekday, time]) => ({
    at: at + Number(after) * day, serverTime: at + Number(after) * day, views: String(views), text: said(String(weekday), String(time)), reader: readerVersion,
    content: { publishedAt: Date.UTC(2026, 8, 1, 6, 10) },
  })));
  await seeAgain(page, 91, [{ at: at + 2 * day }]);
}
