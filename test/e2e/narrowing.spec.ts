/** Narrowing the list down in the library, by facets, histogram and menus; and the address, which keeps what was chosen. */
import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { chooseFile, disappears, filterBy, focusIsOn, lists, pressSummary, row, useStage } from './support.ts';

const stage = useStage();

const posts = [
  { channel: 'garden_notes', channelTitle: 'Garden', postId: 1, publishedAt: '2026-03-03T12:00:00Z', tags: ['plants/tulip'], note: 'Early.' },
  { channel: 'garden_notes', channelTitle: 'Garden', postId: 2, publishedAt: '2026-03-04T12:00:00Z', tags: ['plants/rose', 'thorns'], note: '' },
  { channel: 'harbour_log', channelTitle: 'Harbour log', postId: 3, publishedAt: '2026-03-18T12:00:00Z', tags: ['boats'], note: 'A tulip aboard.' },
  { channel: 'harbour_log', channelTitle: 'Harbour log', postId: 4, publishedAt: '2026-04-14T12:00:00Z', tags: [], note: 'Late.' },
];
const [early, rose, aboard, late] = ['Garden › 1', 'Garden › 2', 'Harbour log › 3', 'Harbour log › 4'] as const;

async function open(hash = ''): Promise<Tab> {
  const library = await stage.driver.extensionPage(`library.html${hash}`);
  await library.page.setViewport({ width: 1_280, height: 820 });
  return library;
}

async function press(library: Tab, name: string | RegExp): Promise<void> {
  await (await library.find('button', name)).click();
}

async function goBack(library: Tab): Promise<void> {
  await library.evaluate(() => history.back());
}

test('facets say how much there is of each, and narrow the list', async () => {
  const library = await open();
  const annotations = posts.map(({ tags, note, ...post }, i) => (
    { id: `n-${i}`, author: 'anna', post, tags, note, createdAt: new Date(1_790_000_000_000 - i * 60_000).toISOString() }
  ));
  await chooseFile(stage, library, JSON.stringify({ format: 'postil', version: 1, owner: 'anna', authors: [{ id: 'anna' }], annotations }));
  await (await library.find('radio', 'I did')).click();
  await press(library, 'Import now');
  await press(library, 'Close');
  await lists(library, early, rose, aboard, late);

  await press(library, /^plants 2/);
  await lists(library, early, rose);
  expect(await (await library.find('button', /^plants 2/)).attribute('aria-pressed')).toBe('true');
  await press(library, 'Tags under plants');
  await press(library, /^rose 1/);
  await lists(library, rose);
  await library.find('button', 'Remove filter: tag plants/rose');
  await press(library, /^plants 1/);
  await press(library, /^rose 1/);
  await lists(library, early, rose, aboard, late);

  await press(library, /^Harbour log 2/);
  await lists(library, aboard, late);
  await press(library, /^Garden 2/);
  await lists(library, early, rose);
  await press(library, 'Remove filter: channel Garden');
  await press(library, /^April 2026 1/);
  await lists(library, late);
  await library.close();
});

test('menus do the same, and everything chosen stands together', async () => {
  const library = await open();
  await filterBy(library, 'More', 'with note');
  await lists(library, early, aboard, late);
  await filterBy(library, 'Date', 'March 2026');
  await lists(library, early, aboard);
  await library.find('button', 'Remove filter: from Mar 1, 2026');
  await library.find('button', 'Remove filter: before Apr 1, 2026');
  await (await library.find('searchbox', 'Search annotations')).focus();
  await library.type('tulip -boats');
  await lists(library, early);
  await library.close();
});

test('bars of the histogram narrow to weeks, by mouse and by keyboard, and a table says the same', async () => {
  const library = await open();
  const march = 'Week from Mar 2, 2026: 2';
  await press(library, march);
  await lists(library, early, rose);
  expect(await (await library.find('button', march)).attribute('aria-pressed')).toBe('true');
  await (await library.find('button', march)).focus();
  for (const week of ['Mar 9, 2026: 0', 'Mar 16, 2026: 1']) {
    await library.press('ArrowRight');
    await focusIsOn(library, `Week from ${week}`);
  }
  await library.press('Shift', 'Enter');
  await lists(library, early, rose, aboard);
  await library.press('Enter');
  await lists(library, aboard);
  await library.press('Enter');
  await lists(library, early, rose, aboard, late);
  await pressSummary(library, '.histogram summary');
  const cells = await Promise.all((await library.findAll('row', undefined, '.histogram')).map((each) => each.text()));
  expect(cells.map((cell) => cell.replace(/\s+/g, ' '))).toEqual(['Week from Annotations', 'Mar 2, 2026 2', 'Mar 16, 2026 1', 'Apr 13, 2026 1']);
  await library.close();
});

test('Back takes back what was chosen, reload and other views keep it', async () => {
  const library = await open();
  await lists(library, early, rose, aboard, late);
  await press(library, /^Harbour log 2/);
  await lists(library, aboard, late);
  await (await library.find('searchbox', 'Search annotations')).focus();
  await library.type('late');
  await lists(library, late);
  await eventually(() => library.evaluate(() => location.hash === '#annotations?q=late&f=channel%3A%40harbour_log'), { what: 'the address to follow' });
  await press(library, 'Edit');
  await focusIsOn(library, 'Add tag');
  // It is loaded later; what a reload breaks off, Firefox calls an error.
  await library.find('region', 'History of the post');
  await library.reload();
  await library.find('complementary', 'Annotated post');
  await lists(library, late, late);
  await goBack(library);
  await disappears(library, 'complementary', 'Annotated post');
  await lists(library, late);
  await (await library.find('link', 'Your data')).click();
  await library.find('button', 'Check my data');
  await goBack(library);
  await lists(library, late);
  expect(await (await library.find('searchbox', 'Search annotations')).value()).toBe('late');
  await goBack(library);
  await lists(library, early, rose, aboard, late);
  await library.close();
});

test('an address that says nonsense asks for nothing, and so does hostile markup in it', async () => {
  const library = await open('#annotations?f=kind%3Anonsense&f=tag%3Athorns&f=%3Cimg%20src%3Dx%3E%20%22a&sort=sideways&id=../x');
  await lists(library, rose);
  expect(await library.names('button', /^Remove filter/)).toEqual(['Remove filter: tag thorns']);
  await library.close();
});

test.each([320, 400])('at %i px, as beside a page, all of it is there without scrolling sideways', async (width) => {
  const library = await open();
  await library.page.setViewport({ width, height: 640 });
  const sideways = () => library.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await lists(library, early, rose, aboard, late);
  expect(await sideways()).toBe(0);
  await pressSummary(library, '.folded summary');
  await press(library, /^Garden 2/);
  await lists(library, early, rose);
  expect(await sideways()).toBe(0);
  await pressSummary(library, '.folded summary');
  await (await library.find('button', 'Edit', { in: row('garden_notes/1') })).click();
  await focusIsOn(library, 'Add tag');
  expect(await sideways()).toBe(0);
  await press(library, 'Close');
  await focusIsOn(library, 'Edit');
  await library.close();
});
