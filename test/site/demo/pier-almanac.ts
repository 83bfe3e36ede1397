/** What the Harbour Gazette never needs: the kinds of posts that are rare, one of each. */
import type { Channel } from '../channel.ts';

export function pierAlmanac(): Channel {
  return {
    handle: 'pier_almanac',
    title: 'Pier Almanac 📌',
    telegramId: 1700100504,
    verified: true,
    subscribers: '2.8K',
    description: 'Everything about the pier that is nobody’s news.\nAsk: @pier_bot',
    posts: [
      { id: 1, date: '2025-11-03T09:00:00Z', service: true, text: 'Channel created' },
      { id: 2, date: '2025-11-03T09:01:00Z', service: true, servicePhoto: 2, text: 'Channel photo updated' },
      { id: 3, date: '2025-11-03T09:02:30Z', service: true, text: 'Pier Almanac pinned «House rules of the pier»' },
      { id: 5, date: '2025-11-10T10:00:00Z', views: '1.1K', documents: [
        { id: 5, name: 'plan-of-the-pier.pdf', extra: '3.4 MB', caption: 'The plan, as **built**.' },
        { id: 6, name: 'plan-of-the-pier-1961.pdf', extra: '9.8 MB', caption: 'The plan, as drawn in 1961. #plans' },
        { id: 7, name: 'legend.txt', extra: '2 KB' },
      ] },
      { id: 9, date: '2025-11-14T18:20:00Z', views: '990', documents: [
        { id: 9, name: 'Fog Signal', extra: 'The Breakwaters', audio: true },
        { id: 10, name: 'Second Buoy', extra: 'The Breakwaters', audio: true, caption: 'Recorded below the pier, at low water.' },
      ] },
      { id: 12, date: '2025-11-20T08:00:00Z', views: '870', sticker: { picture: 12, form: 'animated' } },
      { id: 13, date: '2025-11-20T08:01:00Z', views: '860', sticker: { picture: 13, form: 'video' }, replyTo: { url: 'https://t.me/pier_almanac/12', author: 'Pier Almanac 📌', media: 'Sticker' } },
      { id: 14, date: '2025-11-20T08:02:00Z', views: '855', sticker: { picture: 14, form: 'dice' } },
      { id: 15, date: '2025-11-20T08:03:00Z', views: '840', sticker: { picture: 15, form: 'animated', effect: true, undrawable: true }, reactions: [{ emoji: '🔥', count: '4' }] },
      { id: 17, date: '2025-12-01T12:00:00Z', views: '1K', location: {} },
      { id: 18, date: '2025-12-04T16:45:00Z', views: '1.3K', viaBot: 'pier_bot', game: { title: 'Moor the Ferry', text: 'Three boats, two berths, one minute.', picture: 18 }, keyboard: [['Play Moor the Ferry']] },
      { id: 20, date: '2025-12-08T07:30:00Z', views: '1.2K', invoice: { title: 'A plank of the old pier', description: 'Oak, about as long as an arm. Collect it at berth 4.', total: '€6.00', picture: 20 }, keyboard: [['Pay €6.00']] },
      { id: 22, date: '2025-12-15T19:00:00Z', views: '1.6K', poll: { question: 'What should stay on the pier? Choose any.', multiple: true, options: [{ text: 'The lamps', percent: 88 }, { text: 'The benches', percent: 61 }, { text: 'The gulls', percent: 7 }], votes: '402' }, reactions: [{ emoji: '👍', count: '12' }, { emoji: '🐟', count: '3' }] },
      { id: 23, date: '2025-12-16T19:00:00Z', views: '1.5K', edited: true, poll: { question: 'How many planks has the pier?', type: 'Anonymous Quiz', options: [{ text: 'As many as on the plan', percent: 12 }, { text: 'One fewer', percent: 80 }, { text: 'Who counts planks?', percent: 8 }], votes: '1,031' } },
      { id: 25, date: '2026-01-02T11:00:00Z', views: '2K', unavailable: true, reactions: [{ emoji: '🎉', count: '61' }] },
      { id: 26, date: '2026-01-09T11:00:00Z', views: '1.9K', unavailable: true, forwardedFrom: { name: 'Harbour Gazette', url: 'https://t.me/harbour_gazette/62' } },
      { id: 27, date: '2026-01-16T11:00:00Z', views: '1.8K', appOnly: true, reactions: [{ paid: true, count: '9' }] },
      { id: 29, date: '2026-01-25T15:15:00Z', views: '1.4K', linkPreview: { url: 'https://films.example.org/pier', siteName: 'Harbour Films', title: 'A Year of the Pier', description: 'Twelve minutes, one for each month.', image: 'video' }, text: 'The film is out: https://films.example.org/pier' },
      { id: 30, date: '2026-01-26T15:15:00Z', views: '1.4K', linkPreview: { url: 'https://films.example.org/watch?v=12&t=3', siteName: 'Harbour Films', title: 'How it was made', image: 'embed', above: true }, text: 'And [how it was made](https://films.example.org/watch?v=12&t=3).' },
      { id: 32, date: '2026-02-11T06:20:00Z', views: '1.7K', userColor: 5, viaBot: 'tide_bot', forwardedFrom: { name: 'Ida Lind', url: 'https://t.me/ida_lind', signature: 'on duty' }, text: 'Spring tide on Thursday: the lowest three planks will be under water.' },
      { id: 33, date: '2026-02-12T08:00:00Z', views: '1.8K', replyTo: { url: 'https://t.me/pier_almanac/32', author: 'Pier Almanac 📌', text: 'Spring tide on Thursday: the lowest three planks…', thumb: 33 }, photo: { picture: 33, ratio: 0.8 }, text: 'They are.' },
      { id: 35, date: '2026-03-01T10:10:00Z', views: '2.2K', userColor: 12, edited: true, signature: 'The keeper', text: 'House rules of the pier, all of them:\n>> No running.\n>> No fishing from the lamps.\n>> ||Except on Sundays.||\nThe rules of 1961 were **longer**, and `nobody` read them.\n```\n§ 14  It is forbidden to forbid.\n```\nSee __also__ ++the plan++, ~~page 3~~ page 4, and @harbour_gazette. 🇳🇴', reactions: [{ custom: '5449505439182007199', count: '1.1K' }, { emoji: '❤', count: '40' }, { paid: true, count: '2' }] },
      { id: 37, date: '2026-03-18T09:09:00Z', views: '1.9K', album: [{ id: 37, video: { duration: '0:31' } }, { id: 38, video: { duration: '12:07', tooBig: true } }] },
      { id: 40, date: '2026-04-02T17:00:00Z', views: '2.1K', video: { duration: '1:02:09' }, reactions: [], text: '{🌊} A whole tide, from ebb to flood.' },
      { id: 42, date: '2026-04-20T12:00:00Z', views: '2K', text: 'Should the pier have opening hours? Tell us below.', comments: [
        { id: 901, date: '2026-04-20T12:05:00Z', author: { name: 'Ida Lind', url: 'https://t.me/ida_lind' }, text: 'It never closes; what would open?' },
        { id: 902, date: '2026-04-20T12:09:00Z', author: { name: 'Deleted Account' }, text: 'From six to six.', replyTo: 901, reactions: [{ emoji: '👍', count: '2' }] },
        { id: 903, date: '2026-04-20T12:30:00Z', author: { name: 'Мария' }, text: 'Ночью там лучше всего.' },
        { id: 905, date: '2026-04-20T13:00:00Z', author: { name: 'The keeper', url: 'https://t.me/pier_bot' }, text: 'I have no key.', replyTo: 902 },
        { id: 906, date: '2026-04-20T14:00:00Z', author: { name: 'A pilot' }, text: 'Then it is settled. 🙂' },
        { id: 909, date: '2026-04-21T08:00:00Z', author: { name: 'Ida Lind', url: 'https://t.me/ida_lind' }, text: 'It is.' },
      ] },
    ],
  };
}
