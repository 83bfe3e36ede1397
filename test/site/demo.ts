/** Channels to look at and to test with: three languages, every kind of post. All people, places and events are invented. */
import type { Channel } from './channel.ts';
import { harbourGazette } from './demo/harbour-gazette.ts';
import { khabarBandar } from './demo/khabar-bandar.ts';
import { northernHerald } from './demo/northern-herald.ts';

/** Fresh copies at each call: a test may change its own. */
export function demoChannels(): Channel[] {
  return [harbourGazette(), northernHerald(), khabarBandar(), ...withoutFeed()];
}

/** Handles that name something, but nothing with a preview. */
function withoutFeed(): Channel[] {
  return [
    { handle: 'harbour_talk', title: 'Harbour Talk', telegramId: 1800200301, kind: 'group', subscribers: '214', description: 'Readers of @harbour_gazette among themselves.', posts: [] },
    { handle: 'ida_lind', title: 'Ida Lind', telegramId: 400500600, kind: 'user', description: 'Writes for @harbour_gazette', posts: [] },
    { handle: 'harbour_nights', title: 'Harbour Nights', telegramId: 1800200402, preview: false, subscribers: '3.1K', description: 'Not shown without the app.', posts: [{ id: 7, date: '2026-05-02T21:00:00Z', text: 'Open until late.' }] },
  ];
}
