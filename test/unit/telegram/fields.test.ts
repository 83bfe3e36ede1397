// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readEdited, readPublishedAt, readReactions, readViews } from '../../../src/telegram/footer.ts';
import { readButtons } from '../../../src/telegram/keyboard.ts';
import { readMedia } from '../../../src/telegram/media.ts';
import { readMemberIds } from '../../../src/telegram/members.ts';
import { readChannelTitle, readForwardedFrom, readReplyTo, readSignature, readViaBot } from '../../../src/telegram/origin.ts';
import { readPoll } from '../../../src/telegram/poll.ts';
import { readLinkPreview } from '../../../src/telegram/preview.ts';
import { postOf, textMarkup } from './markup.ts';

const withBody = (body: string): Element => postOf({ body });

describe('origin', () => {
  test('channel title', () => {
    expect(readChannelTitle(postOf({}))).toBe('Garden');
    expect(readChannelTitle(postOf({ author: '' }))).toBeUndefined();
  });

  test('signature', () => {
    expect(readSignature(postOf({ meta: '<span class="tgme_widget_message_from_author" dir="auto">کیوان</span>,&nbsp;' }))).toBe('کیوان');
    expect(readSignature(postOf({}))).toBeUndefined();
  });

  test('in a group: who speaks, a person or the group itself', () => {
    const ownName = '<a class="tgme_widget_message_owner_name" href="https://t.me/garden_talk"><span dir="auto">Garden talk</span></a>';
    const person = postOf({ author: `<span class="tgme_widget_message_author_name"><span dir="auto">Deleted Account</span></span>&nbsp;in&nbsp;${ownName}` });
    expect(readSignature(person)).toBe('Deleted Account');
    expect(readChannelTitle(person)).toBe('Garden talk');
    const group = postOf({ author: ownName.replace('owner_name', 'author_name') });
    expect(readSignature(group)).toBeUndefined();
    expect(readChannelTitle(group)).toBe('Garden talk');
  });

  test('no signature: the name with which a service message begins', () => {
    const pinned = '<a class="tgme_widget_message_author_name" href="https://t.me/garden_notes"><span dir="auto">Garden</span></a> pinned «Tulips»';
    expect(readSignature(withBody(textMarkup(pinned)))).toBeUndefined();
  });

  const reply = (href: string, quote: string): string => `<a class="tgme_widget_message_reply" href="${href}" ">
    <div class="tgme_widget_message_author"><span class="tgme_widget_message_author_name" dir="auto">Сосед</span></div>${quote}</a>`;

  test('reply, whose author is not the post\'s', () => {
    const post = withBody(reply('https://t.me/neighbour/3', '<div class="tgme_widget_message_text js-message_reply_text">Ваши тюльпаны…</div>'));
    expect(readReplyTo(post)).toEqual({ author: 'Сосед', text: 'Ваши тюльпаны…', url: 'https://t.me/neighbour/3' });
    expect(readSignature(post)).toBeUndefined();
    const photo = withBody(reply('javascript:0', '<div class="tgme_widget_message_metatext js-message_reply_text">Photo</div>'));
    expect(readReplyTo(photo)).toStrictEqual({ author: 'Сосед', text: 'Photo' });
    expect(readReplyTo(postOf({}))).toBeUndefined();
  });

  test('forward', () => {
    const forward = (name: string): Element => withBody(`<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;${name}</div>`);
    expect(readForwardedFrom(forward('<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/orchard/5"><span dir="auto">Orchard</span></a>')))
      .toStrictEqual({ name: 'Orchard', url: 'https://t.me/orchard/5' });
    expect(readForwardedFrom(forward('<span class="tgme_widget_message_forwarded_from_name">حديقة</span>&nbsp;(<span class="tgme_widget_message_forwarded_from_author">سارة</span>)')))
      .toStrictEqual({ name: 'حديقة', signature: 'سارة' });
    expect(readForwardedFrom(forward(''))).toBeUndefined();
  });

  test('bot', () => {
    expect(readViaBot(postOf({ author: '<a class="tgme_widget_message_via_bot" href="https://t.me/seedbot">@seedbot</a>' }))).toBe('@seedbot');
    expect(readViaBot(postOf({}))).toBeUndefined();
  });
});

describe('media', () => {
  const media = (body: string) => readMedia(withBody(body));
  const video = (inner: string, classes = ''): string => `<a class="tgme_widget_message_video_player js-message_video_player ${classes}" href="https://t.me/garden_notes/42">
    <div class="tgme_widget_message_video_wrap" style="width:1920px;padding-top:56.25%"></div>${inner}
    <div class="message_media_not_supported_wrap"><div class="message_media_not_supported"></div></div></a>`;

  test('photo', () => {
    expect(media(`<a class="tgme_widget_message_photo_wrap 12 34" href="https://t.me/garden_notes/42" style="width:600px;background-image:url('https://example.org/x.jpg')">
      <div class="tgme_widget_message_photo" style="padding-top:133.33333333333%"></div></a>`)).toStrictEqual([{ kind: 'photo', width: 600, height: 800 }]);
  });

  test('video, also too big to be shown, and what loops', () => {
    const play = '<div class="message_video_play"></div><time class="message_video_duration">1:02:09</time>';
    expect(media(video(`<video></video>${play}`))).toStrictEqual([{ kind: 'video', duration: 3_729, width: 1920, height: 1080 }]);
    expect(media(video(play, 'not_supported'))).toStrictEqual([{ kind: 'video', duration: 3_729, width: 1920, height: 1080 }]);
    expect(media(video('<video muted autoplay loop></video>'))).toStrictEqual([{ kind: 'animation', width: 1920, height: 1080 }]);
  });

  test('files, songs, voice, round video', () => {
    const file = (icon: string): string => `<a class="tgme_widget_message_document_wrap" href="https://t.me/garden_notes/42"><div class="tgme_widget_message_document_icon ${icon}"></div>
      <div class="tgme_widget_message_document"><div class="tgme_widget_message_document_title">план.pdf</div><div class="tgme_widget_message_document_extra">2.2 MB</div></div></a>`;
    expect(media(file(''))).toStrictEqual([{ kind: 'document', title: 'план.pdf', extra: '2.2 MB' }]);
    expect(media(file('audio'))[0]?.kind).toBe('audio');
    expect(media('<a class="tgme_widget_message_voice_player"><time class="tgme_widget_message_voice_duration">0:07</time></a>')).toStrictEqual([{ kind: 'voice', duration: 7 }]);
    expect(media('<div class="tgme_widget_message_roundvideo_player"><time class="tgme_widget_message_roundvideo_duration">0:30</time></div>')).toStrictEqual([{ kind: 'round', duration: 30 }]);
  });

  test('stickers, places, contacts, games, invoices', () => {
    expect(media('<div class="tgme_widget_message_sticker_wrap"><i class="tgme_widget_message_sticker js-sticker_image"></i></div>')).toStrictEqual([{ kind: 'sticker' }]);
    expect(media('<div class="tgme_widget_message_sticker_wrap media_supported_cont"><div class="tgme_widget_message_tgsticker_wrap"><picture class="tgme_widget_message_tgsticker js-tgsticker_image"></picture></div></div>'))
      .toStrictEqual([{ kind: 'sticker' }]);
    expect(media('<div class="tgme_widget_message_sticker_wrap"><div class="js-videosticker"><video></video></div><i class="tgme_widget_message_tgsticker"></i></div>')).toHaveLength(1);
    expect(media('<a class="tgme_widget_message_service_photo" href="https://t.me/garden_notes/42"><img></a>')).toStrictEqual([{ kind: 'photo' }]);
    expect(media('<a class="tgme_widget_message_link_preview" href="https://example.org"><div class="tgme_widget_message_video_player"></div></a>')).toEqual([]);
    expect(media('<picture class="tgme_widget_message_tgsticker js-tgsticker_image"></picture>')).toStrictEqual([{ kind: 'sticker' }]);
    expect(media('<a class="tgme_widget_message_location_wrap"><div class="tgme_widget_message_location_title">Park</div><div class="tgme_widget_message_location_address">1 Road</div></a>'))
      .toStrictEqual([{ kind: 'location', title: 'Park', extra: '1 Road' }]);
    expect(media('<a class="tgme_widget_message_location_wrap" href="https://maps.example.org/?q=10.5,20.25"><div class="tgme_widget_message_location"></div></a>'))
      .toStrictEqual([{ kind: 'location', url: 'https://maps.example.org/?q=10.5,20.25' }]);
    expect(media('<a class="tgme_widget_message_contact_wrap"><div class="tgme_widget_message_contact_name">Ann</div><div class="tgme_widget_message_contact_phone">+1</div></a>'))
      .toStrictEqual([{ kind: 'contact', title: 'Ann', extra: '+1' }]);
    expect(media('<div class="tgme_widget_message_game"><div class="tgme_widget_message_game_title">Chess</div></div>')).toStrictEqual([{ kind: 'game', title: 'Chess' }]);
    expect(media('<div class="tgme_widget_message_invoice"><div class="tgme_widget_message_invoice_title">Seeds</div></div>')).toStrictEqual([{ kind: 'invoice', title: 'Seeds' }]);
  });

  const member = (id: string): string => `<a class="tgme_widget_message_photo_wrap grouped_media_wrap js-message_photo" style="left: 0px; width: 225px; height: 212px;"
    href="https://t.me/garden_notes/${id}?single"><div class="tgme_widget_message_photo grouped_media" style="left:0;top:-1px"></div></a>`;

  test('albums', () => {
    const post = withBody(`<div class="tgme_widget_message_grouped_wrap">${member('42')}${member('43')}</div>
      ${textMarkup('See <a href="https://t.me/garden_notes/30?single">this</a>')}<a href="https://t.me/garden_notes/42?single" class="message_media_view_in_telegram"></a>`);
    expect(readMedia(post)).toStrictEqual([{ kind: 'photo', width: 225, height: 212 }, { kind: 'photo', width: 225, height: 212 }]);
    expect(readMemberIds(post, 42)).toEqual([42, 43]);
  });

  test('albums of several kinds, in the order of the page', () => {
    const film = (id: string): string => `<a class="tgme_widget_message_video_player grouped_media_wrap" href="https://t.me/garden_notes/${id}?single"><div class="message_video_play"></div></a>`;
    const post = withBody(film('42') + member('43') + film('44'));
    expect(readMedia(post).map(({ kind }) => kind)).toEqual(['video', 'photo', 'video']);
    expect(readMemberIds(post, 42)).toEqual([42, 43, 44]);
  });

  test('one picture is no album, nor are links to nowhere', () => {
    expect(readMemberIds(withBody(member('42')), 42)).toBeUndefined();
    expect(readMemberIds(withBody(member('42') + member('99999999999999999999')), 42)).toBeUndefined();
    expect(readMemberIds(withBody(member('43') + member('44')), 42)).toBeUndefined();
  });

  test('hostile sizes and durations', () => {
    expect(media(`<a class="tgme_widget_message_photo_wrap" style="max-width:5px;width:99999999999px"></a>`)).toStrictEqual([{ kind: 'photo' }]);
    expect(media(video('<div class="message_video_play"></div><time class="message_video_duration">-0:01</time>'))[0]?.duration).toBeUndefined();
    expect(media('<a class="tgme_widget_message_photo_wrap"></a>'.repeat(300))).toHaveLength(100);
  });
});

describe('link preview', () => {
  const preview = (href: string): Element => withBody(`<a class="tgme_widget_message_link_preview" href="${href}">
    <div class="link_preview_site_name accent_color">Seeds</div><div class="link_preview_title">Тюльпаны</div><div class="link_preview_description">one<br>two</div></a>`);

  test('its parts', () => {
    expect(readLinkPreview(preview('https://example.org/tulips'))).toEqual({
      url: 'https://example.org/tulips', siteName: 'Seeds', title: 'Тюльпаны', description: 'one\ntwo',
    });
    expect(readLinkPreview(withBody('<a class="tgme_widget_message_link_preview" href="https://example.org/"></a>'))).toStrictEqual({ url: 'https://example.org/' });
  });

  test('none without an address', () => {
    expect(readLinkPreview(preview('javascript:alert(1)'))).toBeUndefined();
    expect(readLinkPreview(postOf({}))).toBeUndefined();
  });
});

describe('poll', () => {
  const option = (text: string, before = ''): string => `<div class="tgme_widget_message_poll_option">${before}
    <div class="tgme_widget_message_poll_option_value"><div class="tgme_widget_message_poll_option_text">${text}</div></div></div>`;
  const poll = (question: string, options: string): Element => withBody(`<div class="tgme_widget_message_poll js-poll">${question}
    <div class="tgme_widget_message_poll_type">Anonymous Poll</div>${options}</div>`);
  const question = '<div class="tgme_widget_message_poll_question">Which?</div>';

  test('with its results, and where one can vote', () => {
    const percent = '<div class="tgme_widget_message_poll_option_percent">5%</div>';
    const results = `<a class="tgme_widget_message_poll_options" href="https://t.me/garden_notes/42">${option('گل سرخ', percent)}${option('Tulip', percent)}${option('')}</a>`;
    expect(readPoll(poll(question, results))).toEqual({ question: 'Which?', type: 'Anonymous Poll', options: ['گل سرخ', 'Tulip'] });
    const radio = '<div class="tgme_widget_message_poll_option_radio"></div>';
    const voting = `<div class="tgme_widget_message_poll_options">${option('Lily', radio)}</div><div class="tgme_widget_message_poll_votes">746 votes</div>`;
    expect(readPoll(poll(question, voting))).toEqual({ question: 'Which?', type: 'Anonymous Poll', options: ['Lily'] });
  });

  test('none without a question', () => {
    expect(readPoll(poll('', ''))).toBeUndefined();
  });
});

test('buttons of a bot', () => {
  const button = (href: string, text: string): string => `<a class="tgme_widget_message_inline_button url_button" href="${href}"><span
    class="tgme_widget_message_inline_button_text" dir="auto">${text}</span></a>`;
  const keyboard = `<div class="tgme_widget_message_inline_keyboard"><div class="tgme_widget_message_inline_row">
    ${button('https://example.org/seeds', 'Семена')}${button('javascript:alert(1)', 'Run')}${button('https://example.org/', '')}</div></div>`;
  expect(readButtons(withBody(keyboard))).toStrictEqual([{ text: 'Семена', url: 'https://example.org/seeds' }, { text: 'Run' }]);
  expect(readButtons(postOf({}))).toBeUndefined();
});

describe('footer', () => {
  test('views as shown', () => {
    expect(readViews(postOf({}))).toBe('1.2K');
    expect(readViews(postOf({ views: '' }))).toBeUndefined();
  });

  test('date, not the duration of a video before it', () => {
    expect(readPublishedAt(withBody('<time class="message_video_duration" datetime="1999-01-01">0:09</time>'))).toBe(Date.UTC(2024, 4, 6, 7, 8, 9));
    const post = postOf({});
    post.querySelector('time')?.setAttribute('datetime', 'yesterday');
    expect(readPublishedAt(post)).toBeUndefined();
  });

  test('edited, which is no signature', () => {
    expect(readEdited(postOf({ meta: 'edited &nbsp;' }))).toBe(true);
    expect(readEdited(postOf({ meta: '<span class="tgme_widget_message_from_author">edited</span>,&nbsp;' }))).toBeUndefined();
  });

  test('reactions', () => {
    expect(readReactions(withBody(`<div class="tgme_widget_message_reactions js-message_reactions">
      <span class="tgme_reaction tgme_reaction_paid"><i class="icon icon-telegram-stars"></i>5.45K</span><span class="tgme_reaction"><i class="emoji"><b>🌷</b></i>27</span><span
      class="tgme_reaction"><tg-emoji emoji-id="1"></tg-emoji>1</span><span class="tgme_reaction"></span></div>`)))
      .toStrictEqual([{ count: '5.45K', paid: true }, { emoji: '🌷', count: '27' }, { count: '1' }]);
    expect(readReactions(withBody('<div class="tgme_widget_message_reactions"></div>'))).toBeUndefined();
  });
});
