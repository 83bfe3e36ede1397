/** What happens to pages that were there before: the extension is updated and removed under them, or they come back. */
import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { demoChannels } from '../site/demo.ts';
import { createSite } from '../site/site.ts';
import { annotate, browserName, expectOneEach, openEditor, post, save, shownOn, useStage } from './support.ts';

const site = createSite(demoChannels());
/** Pages that browsers may keep for going back, other than most of Telegram's. */
const stage = useStage({
  alone: true,
  answer: (request) => {
    const answer = site.answer(request);
    return answer && { ...answer, headers: { ...answer.headers, 'cache-control': 'no-cache' } };
  },
});
const channel = 'https://t.me/s/harbour_gazette';
const name = 'harbour_gazette/93';
const other = 'harbour_gazette/91';

/** Waits until the script that runs on the page is another than the one that drew what stands on it now. */
async function update(tab: Tab): Promise<void> {
  await tab.evaluate(() => document.querySelector('postil-annotation')?.setAttribute('data-of-old', ''));
  await stage.driver.updateExtension();
  await tab.bringToFront();
  await eventually(() => tab.evaluate(() => (
    document.querySelector('postil-annotation') !== null && document.querySelector('[data-of-old]') === null
  )), { what: 'the new script' });
}

test('a page that comes back shows, and counts, what was written meanwhile', async () => {
  const tab = await stage.driver.open(channel);
  await tab.find('button', /^Annotate/, { in: post('harbour_gazette/92') });
  await tab.evaluate(() => {
    window.name = 'gone';
    addEventListener('pageshow', ({ persisted }) => { window.name = persisted ? 'back' : 'anew'; });
    location.href = '/s/northern_herald';
  });
  await tab.find('button', /^Annotate/, { in: post('northern_herald/128') });
  const elsewhere = await stage.driver.extensionPage('library.html');
  await save(stage, elsewhere, [{ name: 'harbour_gazette/92', note: 'Meanwhile.' }]);
  await elsewhere.close();
  await tab.bringToFront();
  await tab.evaluate(() => history.back());
  await eventually(() => tab.evaluate(() => window.name === 'back'), { what: 'the page, as it was' });
  await tab.find('button', /^Edit annotation/, { in: post('harbour_gazette/92') });
  expect((await shownOn(tab, 'harbour_gazette/92')).notes).toEqual(['Meanwhile.']);
  await eventually(async () => await stage.driver.badge(channel) === '1', { what: 'the count on the badge' });
  await tab.close();
});

test('after an update all goes on, with one mark in each post and nothing lost that was typed', async () => {
  const tab = await stage.driver.open(channel);
  await annotate(tab, name, { tags: ['port'], note: 'Kept.' });
  await openEditor(tab, other);
  await tab.type('quay,');
  await tab.press('Enter');
  await tab.type('Half a thought');
  const elsewhere = await stage.driver.extensionPage('library.html');
  // What is typed is kept within 300 ms.
  await eventually(() => elsewhere.evaluate(() => new Promise<boolean>((resolve) => {
    const opening = indexedDB.open('postil');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
      reading.onsuccess = () => {
        resolve((reading.result as { note: string }[]).some(({ note }) => note === 'Half a thought'));
        opening.result.close();
      };
    };
  })));
  await elsewhere.close();

  await update(tab);
  await tab.find('button', /^Edit annotation/, { in: post(name) });
  expect(await shownOn(tab, name)).toEqual({ tags: ['port'], notes: ['Kept.'] });
  expect(await tab.findAll('form')).toEqual([]);
  await openEditor(tab, other);
  const editor = await tab.framed('Annotation', { in: post(other) });
  expect(await (await editor.find('textbox', 'Note')).value()).toBe('Half a thought');
  await editor.find('button', 'Remove tag quay');
  await tab.press('Control', 'Enter');
  await tab.find('button', /^Edit annotation/, { in: post(other) });

  // Once more, and posts that come later are noticed by one script only.
  await update(tab);
  await tab.evaluate(() => window.scrollTo(0, 0));
  await expectOneEach(tab, ['harbour_gazette/90', 'harbour_gazette/88']);
  await tab.close();
});

test('what is left when the extension is gone says so when it is pressed, and in the editor', async () => {
  const tab = await stage.driver.open(channel);
  await tab.find('button', /^Edit annotation/, { in: post(name) });
  await openEditor(tab, 'harbour_gazette/90');
  await tab.type('unsaved');
  const editor = await tab.framed('Annotation', { in: post('harbour_gazette/90') });

  await stage.driver.removeExtension();
  expect(await (await editor.find('alert')).text()).toMatch(/^Postil was updated, switched off or removed/);
  // And what was typed last can still be seen and copied.
  await tab.type(' words');
  expect(await (await editor.find('combobox', 'Add tag')).value()).toBe('unsaved words');

  await (await tab.find('button', /^Edit annotation/, { in: post(name) })).click();
  const words = 'Postil was updated, switched off or removed. Reload this page to go on.';
  if (browserName === 'chromium') {
    expect(await (await tab.find('alert', undefined, { in: post(name) })).name()).toBe(words);
  } else {
    // No script of ours lives here: the words are generated content, by CSS alone.
    const mark = await tab.find('button', /^Edit annotation/, { in: post(name) });
    const shown = await mark.handle.evaluate((button) => {
      const place = button.closest('.mark');
      const { display, content } = getComputedStyle(place ?? button, '::after');
      return { display, content: content.replace('attr(data-gone)', place?.getAttribute('data-gone') ?? '') };
    });
    expect(shown).toEqual({ display: 'block', content: words });
  }
  await tab.close();
});
