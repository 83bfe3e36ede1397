/** Channels to look at and to test with: several languages and years, every kind of post. All people, places and events are invented. */
import type { Channel } from './channel.ts';
import { harbourGazette } from './demo/harbour-gazette.ts';
import { khabarBandar } from './demo/khabar-bandar.ts';
import { northernHerald } from './demo/northern-herald.ts';
import { olderYears } from './demo/older-years.ts';
import { pierAlmanac } from './demo/pier-almanac.ts';

/** Fresh copies at each call: a test may change its own. */
export function demoChannels(): Channel[] {
  return [harbourGazette(), northernHerald(), khabarBandar(), ...withoutFeed(), pierAlmanac(), ...olderYears()];
}

/** Handles that name something, but nothing with a preview. */
function withoutFeed(): Channel[] {
  return [
    { handle: 'harbour_talk', title: 'Harbour Talk', telegramId: 1800200301, kind: 'group', subscribers: '214', description: 'Readers of @harbour_gazette among themselves.', posts: [
      { id: 31, date: '2026-05-02T20:20:00Z', author: { name: 'Ida Lind', url: 'https://t.me/ida_lind' }, text: 'Who saw the second gate?' },
      { id: 32, date: '2026-05-02T20:24:00Z', author: { name: 'Пётр' }, edited: true, replyTo: { url: 'https://t.me/harbour_talk/31', author: 'Ida Lind', text: 'Who saw the second gate?' }, text: 'Я видел. Никто его не задел.' },
      { id: 33, date: '2026-05-02T20:31:00Z', author: { name: 'Deleted Account' }, photo: { picture: 34 } },
    ] },
    { handle: 'ida_lind', title: 'Ida Lind', telegramId: 400500600, kind: 'user', description: 'Writes for @harbour_gazette', posts: [] },
    { handle: 'tide_bot', title: 'Tide Bot', telegramId: 500600700, kind: 'bot', description: 'Tells high water.', posts: [] },
    { handle: 'harbour_nights', title: 'Harbour Nights', telegramId: 1800200402, preview: false, subscribers: '3.1K', description: 'Not shown without the app.', posts: [{ id: 7, date: '2026-05-02T21:00:00Z', text: 'Open until late.' }] },
  ];
}
