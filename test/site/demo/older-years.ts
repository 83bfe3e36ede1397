/** Channels whose pages look as they did in earlier years. */
import type { Channel } from '../channel.ts';

export function olderYears(): Channel[] {
  return [in2018(), in2021(), in2023()];
}

function in2018(): Channel {
  return {
    handle: 'old_lightship',
    title: 'The Old Lightship',
    telegramId: 1100100601,
    era: 2018,
    posts: [
      { id: 3, date: '2018-03-12T18:00:00Z', views: '310', text: 'The light was lit at dusk and seen from #norrvik to the second buoy.' },
      { id: 4, date: '2018-03-13T06:03:16Z', views: '295', signature: 'The keeper', replyTo: { url: 'https://t.me/old_lightship/3', author: 'The Old Lightship', text: 'The light was lit at dusk and seen from #norrvik to the…' }, linkPreview: { url: 'http://telegram.me/old_lightship/2', siteName: 'Telegram', title: 'The Old Lightship', image: 'large' }, text: 'It was seen further, they write. http://telegram.me/old_lightship/2 🙂\n@ida_lind' },
      { id: 5, date: '2018-03-14T06:03:16Z', photo: { picture: 5 }, text: 'The lamp by day.' },
    ],
  };
}

function in2021(): Channel {
  return {
    handle: 'ferry_diary',
    title: 'Паромный дневник',
    telegramId: 1200100602,
    era: 2021,
    subscribers: '422.0K',
    description: 'Каждый рейс, каждый день.',
    posts: [
      { id: 50, date: '2021-02-20T06:50:00Z', views: '42.0K', text: '**Первый рейс.** Лёд тонкий, народу много.\n#паром' },
      { id: 51, date: '2021-02-20T12:25:00Z', views: '40.1K', album: [{ id: 51 }, { id: 52 }], text: 'Второй рейс, в двух видах.' },
      { id: 54, date: '2021-02-21T06:50:00Z', views: '39.9K', forwardedFrom: { name: 'Капитан', signature: 'в отпуске' }, text: 'Без меня не отходите!' },
      { id: 55, date: '2021-02-21T16:40:00Z', views: '41.3K', edited: true, video: { duration: '0:09' }, text: 'Отошли. 🔥' },
    ],
  };
}

function in2023(): Channel {
  return {
    handle: 'rope_locker',
    title: 'خزانة الحبال',
    telegramId: 1300100603,
    era: 2023,
    subscribers: '1.9K',
    posts: [
      { id: 7, date: '2023-07-01T08:00:00Z', views: '1.1K', text: 'عقدة اليوم: عقدة الوتد. ||لا تُفكّ تحت الشد.||' },
      { id: 8, date: '2023-07-02T08:00:00Z', views: '1K', signature: 'سالم', album: [{ id: 8 }, { id: 9 }, { id: 10 }], text: 'ثلاث صور لعقدة واحدة.' },
      { id: 12, date: '2023-07-03T08:00:00Z', views: '990', text: 'أجوبة القرّاء [هنا](https://knots.example.org/?a=1&b=2) #عقد' },
    ],
  };
}
