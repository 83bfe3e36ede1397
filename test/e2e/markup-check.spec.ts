/** A page whose markup is no longer what it was: the popup says what is missing, and has a report to copy. */
import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { demoChannels } from '../site/demo.ts';
import { type SiteRequest, createSite } from '../site/site.ts';
import { focusIsOn, popupOver, useStage } from './support.ts';

const site = createSite(demoChannels());

/** Telegram as it might be one day: dates are written another way, and so is what names the channel's number. */
function answer(request: SiteRequest) {
  const answered = site.answer(request);
  return answered && { ...answered, body: answered.body.replaceAll(' datetime="', ' data-time="').replaceAll(' data-view="', ' data-seen="') };
}

const stage = useStage({ answer });

test('the popup says what is missing, and copies a report of the structure alone', async () => {
  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  await tab.find('button', /^Annotate/);
  const popup = await popupOver(stage, tab);
  const note = await popup.find('note');
  expect(await note.text()).toContain('does not find the posts’ dates and the channel’s own number.');

  await popup.bringToFront();
  await (await popup.find('button', 'Copy report')).click();
  await eventually(async () => (await note.text()).includes('Copied.'), { what: 'that it was copied' });
  const search = await popup.find('searchbox');
  await search.click();
  await focusIsOn(popup, 'Search annotations');
  await popup.press('Control', 'v');
  // The box holds one line.
  await eventually(async () => (await search.value()).startsWith('Postil '), { what: 'the report' });
  const report = await search.value();
  expect(report).toContain('Not found: dates, channel-id.');
  expect(report).toContain('div.tgme_widget_message.');
  expect(report).toContain('time.time[data-time]');
  expect(report).not.toMatch(/harbour|gazette|quay|2026/i);
  await popup.close();
  await tab.close();
});
