/** Each piece of Telegram's markup stands where the project's imitation is known to show it. */
import { JSDOM } from 'jsdom';
import { describe, expect, it, test } from 'vitest';
import { demoChannels } from '../../site/demo.ts';
import { createSite } from '../../site/site.ts';

const site = createSite(demoChannels());
const pages = new Map<string, Document>();

function answer(path: string) {
  const given = site.answer({ url: `https://t.me/${path}`, method: 'GET', headers: {} });
  if (!given) throw new Error(`nobody answers for ${path}`);
  return given;
}

function page(path: string): Document {
  const known = pages.get(path) ?? new JSDOM(answer(path).body).window.document;
  pages.set(path, known);
  return known;
}

/** The post as its feed or, for groups and 2018, its embed shows it. */
function post(name: string, as: 'feed' | 'embed' = 'feed'): Element {
  const [handle, id] = name.split('/');
  const found = as === 'feed'
    ? page(`s/${handle}/${id}`).querySelector(`[data-post="${name}"]`)
    : page(`${name}?embed=1`).querySelector('.tgme_widget_message');
  if (!found) throw new Error(`${name} is not shown`);
  return found;
}

const bubble = '.tgme_widget_message_bubble >';

describe('in a feed', () => {
  test.each([
    ['service photo', 'pier_almanac/2', '&.service_message.service_message_photo .tgme_widget_message_service_photo > img'],
    ['files and their captions, side by side', 'pier_almanac/5', '.tgme_widget_message_document_wrap[href$="/5?single"] + .js-message_text + [href$="/6?single"] + .js-message_text + .tgme_widget_message_document_wrap'],
    ['music', 'pier_almanac/9', '.tgme_widget_message_document_icon.audio'],
    ['animated sticker', 'pier_almanac/12', '&.sticker_media.no_bubble picture.tgme_widget_message_tgsticker.js-tgsticker_image > source[type="application/x-tgsticker"]'],
    ['sticker with its notice', 'pier_almanac/12', '.media_supported_cont + .media_not_supported_cont .message_media_not_supported_label'],
    ['video sticker', 'pier_almanac/13', '.js-videosticker > video.js-videosticker_video'],
    ['dice', 'pier_almanac/14', '.js-tgsticker_image[data-is-dice]'],
    ['effect of a sticker', 'pier_almanac/15', '.js-tgsticker_effect'],
    ['place without a name', 'pier_almanac/17', '.tgme_widget_message_location_wrap:not(:has(.tgme_widget_message_location_info)) > .tgme_widget_message_location'],
    ['venue', 'harbour_gazette/58', '.tgme_widget_message_location_info > .tgme_widget_message_location_title + .tgme_widget_message_location_address'],
    ['contact', 'harbour_gazette/60', '.tgme_widget_message_contact_wrap .tgme_widget_message_contact_name + .tgme_widget_message_contact_phone'],
    ['game', 'pier_almanac/18', '.tgme_widget_message_game > .tgme_widget_message_game_title + .tgme_widget_message_game_text'],
    ['invoice', 'pier_almanac/20', '.tgme_widget_message_invoice > .tgme_widget_message_invoice_title + .tgme_widget_message_invoice_description'],
    ['keyboard', 'pier_almanac/20', '.tgme_widget_message_inline_keyboard .tgme_widget_message_inline_button_text'],
    ['poll of several answers', 'pier_almanac/22', '.tgme_widget_message_poll.js-poll.multiple .js-poll_option[data-value="2"] .tgme_widget_message_poll_option_percent'],
    ['poll with reactions and no text', 'pier_almanac/22', '&:not(:has(.js-message_text)) .js-message_reactions .tgme_reaction'],
    ['quiz', 'pier_almanac/23', '.tgme_widget_message_poll_votes'],
    ['notice and nothing else', 'pier_almanac/25', `&:not(:has(.js-message_text)) ${bubble} .message_media_not_supported_wrap`],
    ['notice of a forward', 'pier_almanac/26', '.tgme_widget_message_forwarded_from ~ .message_media_not_supported_wrap'],
    ['film in a link preview', 'pier_almanac/29', '.tgme_widget_message_link_preview .link_preview_video_player video'],
    ['player in a link preview above the text', 'pier_almanac/30', '.tgme_widget_message_link_preview:has(.link_preview_embed_wrap) + .js-message_text'],
    ['bot in the line of a forward', 'pier_almanac/32', '.tgme_widget_message_forwarded_from .tgme_widget_message_via_bot'],
    ['bot in the line of the author', 'harbour_gazette/66', '.tgme_widget_message_author .tgme_widget_message_via_bot'],
    ['signature of a forward', 'harbour_gazette/20', 'span.tgme_widget_message_forwarded_from_name:not([href]) ~ .tgme_widget_message_forwarded_from_author'],
    ['thumb of a reply', 'pier_almanac/33', '.tgme_widget_message_reply > .tgme_widget_message_reply_thumb'],
    ['reply to media', 'harbour_gazette/53', '.tgme_widget_message_reply > .tgme_widget_message_metatext.js-message_reply_text'],
    ['colour of the channel', 'pier_almanac/35', '&.user-color-12.text_not_supported_wrap'],
    ['quote to expand', 'pier_almanac/35', 'blockquote[expandable]'],
    ['spoiler in a quote', 'pier_almanac/35', 'blockquote tg-spoiler'],
    ['paid and custom reactions', 'pier_almanac/35', '.tgme_reaction:has(> tg-emoji:empty) ~ .tgme_reaction_paid > .icon-telegram-stars'],
    ['reactions that nobody gave', 'pier_almanac/40', '.js-message_reactions:empty'],
    ['custom emoji in the text', 'pier_almanac/40', '.media_supported_cont > .js-message_text > tg-emoji[emoji-id] > .emoji > b'],
    ['film too big, in an album', 'pier_almanac/37', '.grouped_media_wrap.not_supported:not(:has(video))'],
    ['film that loops', 'harbour_gazette/71', '.js-message_video_player:not(:has(.message_video_play)) > * > video[loop]'],
    ['duration without a date', 'harbour_gazette/35', 'time.message_video_duration:not([datetime])'],
    ['album with custom emoji: two containers', 'harbour_gazette/45', '.media_supported_cont > .tgme_widget_message_one_media.js-message_media > .media_supported_cont > .js-message_grouped_wrap + .js-message_text'],
    ['caption of an album: twice', 'harbour_gazette/21', `${bubble} .js-message_text > .js-message_text`],
    ['round film: footer before reactions', 'harbour_gazette/52', '&.roundvideo_media.no_bubble .tgme_widget_message_roundvideo_player'],
    ['voice', 'harbour_gazette/55', 'audio.js-message_voice[data-waveform][data-ogg]'],
    ['small picture in a link preview', 'harbour_gazette/43', '.link_preview_right_image'],
    ['large picture in a link preview', 'harbour_gazette/42', '.link_preview_image'],
    ['signature', 'harbour_gazette/91', '.tgme_widget_message_meta > .tgme_widget_message_from_author'],
  ])('%s (%s)', (_what, name, selector) => {
    const shown = post(name);
    expect(shown.parentElement?.querySelector(selector.startsWith('&') ? `[data-post]${selector.slice(1)}` : selector)).not.toBeNull();
  });

  it('marks what was edited, beside the date and in no element', () => {
    const { childNodes } = post('harbour_gazette/11').querySelector('.tgme_widget_message_meta') ?? {};
    expect([...childNodes ?? []].filter(({ nodeName }) => nodeName === '#text').map(({ textContent }) => textContent)).toEqual(['edited \u00A0']);
  });

  it('has a malformed attribute in replies', () => {
    expect(post('harbour_gazette/12').querySelector('.tgme_widget_message_reply')?.hasAttribute('"')).toBe(true);
  });

  it('has no verified mark on posts, and no peers', () => {
    expect(page('s/harbour_gazette').querySelector('.tgme_widget_message_owner_labels, [data-peer], .link_anchor')).toBeNull();
    expect(page('s/harbour_gazette').querySelector('.tgme_channel_info_header_labels .verified-icon')).not.toBeNull();
  });
});

describe('in an embed', () => {
  test.each([
    ['verified mark', 'harbour_gazette/88', '.tgme_widget_message_owner_labels .verified-icon'],
    ['address', 'harbour_gazette/88', '.tgme_widget_message_footer:not(.compact) .tgme_widget_message_link > a.link_anchor'],
    ['peer', 'harbour_gazette/88', '&[data-peer^="c1700100201_"][data-peer-hash][data-post-id="88"]'],
    ['person in a group', 'harbour_talk/31', '.tgme_widget_message_author > a.tgme_widget_message_author_name[href="https://t.me/ida_lind"]'],
    ['person without a handle', 'harbour_talk/32', '.tgme_widget_message_author > span.tgme_widget_message_author_name:not([href])'],
    ['one of several files', 'pier_almanac/6', '.tgme_widget_message_document_wrap'],
  ])('%s (%s)', (_what, name, selector) => {
    const shown = post(name, 'embed');
    expect(shown.parentElement?.querySelector(selector.startsWith('&') ? `[data-post]${selector.slice(1)}` : selector)).not.toBeNull();
  });

  it('of somebody who is gone says so', () => {
    expect(post('harbour_talk/33', 'embed').querySelector('.tgme_widget_message_author_name')?.textContent).toBe('Deleted Account');
  });
});

describe('the discussion of a post', () => {
  const shown = page('pier_almanac/42?embed=1&discussion=1');

  it('shows the last comments, none of which names a post', () => {
    expect(shown.body.classList.contains('body_widget_discussion')).toBe(true);
    const comments = [...shown.querySelectorAll('.tgme_post_discussion .js-widget_message')];
    expect(comments.map((each) => each.getAttribute('data-post-id'))).toEqual(['902', '903', '905', '906', '909']);
    expect(comments.filter((each) => each.hasAttribute('data-post') || !each.hasAttribute('data-peer'))).toEqual([]);
    expect(comments[0]?.querySelector('.tgme_widget_message_date')?.getAttribute('href')).toBe('https://t.me/pier_almanac/42?comment=902');
    expect(shown.querySelector('div.js-messages_more[data-before="902"]')).not.toBeNull();
    expect(shown.querySelector('.js-header')?.textContent).toBe('6 comments');
  });

  it('is not available where there is none', () => {
    expect(page('pier_almanac/40?embed=1&discussion=1').querySelector('.tme_no_messages_found')).not.toBeNull();
  });
});

describe('earlier years', () => {
  it('2018: embeds without names', () => {
    const shown = page('old_lightship/4?embed=1');
    expect(shown.querySelectorAll('.tgme_widget_message_text')).toHaveLength(2);
    expect(shown.querySelector('body [class*="js-"], [data-post], [data-peer], .compact')).toBeNull();
    expect(shown.querySelector('.tgme_widget_message_reply')?.getAttributeNames()).toEqual(['class', 'href']);
    expect(shown.querySelector('.tgme_widget_message_date')?.getAttribute('href')).toBe('https://t.me/old_lightship/4');
    expect(page('old_lightship/3?embed=1').querySelector('a[href^="?q="]')).toBeNull();
    expect(answer('s/old_lightship').status).toBe(302);
  });

  it('2021: no wrap around the anchor for more, members, one theme, no canvas', () => {
    const shown = page('s/ferry_diary?after=50');
    expect(shown.querySelector('.js-message_history > a.js-messages_more[data-before="51"]')).not.toBeNull();
    expect(shown.querySelector('.tgme_header_counter')?.textContent).toBe('422.0K members');
    expect(shown.querySelector('canvas, .text_not_supported_wrap, [class*="user-color"], .js-message_text > .js-message_text, .tgme_header_search_form_clear')).toBeNull();
    expect(shown.documentElement.outerHTML).not.toContain('theme_dark\', matchMedia');
    expect(page('ferry_diary').querySelector('.tgme_page.tgme_page_post a[href="/s/ferry_diary"]')).not.toBeNull();
  });

  it('2023: captions in two containers, no reactions yet', () => {
    expect(post('rope_locker/8').querySelector('.js-message_text > .js-message_text')).not.toBeNull();
    expect(page('s/rope_locker').querySelector('canvas')).not.toBeNull();
    expect(page('rope_locker/8?embed=1').documentElement.outerHTML).not.toContain('stel_tme_token');
  });
});

describe('a post that only the app shows', () => {
  it('has no place in the feed, no embed and only a button on its landing', () => {
    expect(answer('s/pier_almanac/27')).toMatchObject({ status: 302, headers: { location: '/pier_almanac/27' } });
    expect(page('pier_almanac/27?embed=1').querySelector('.tgme_widget_message_error')).not.toBeNull();
    expect(page('pier_almanac/27').querySelector('.tgme_action_button_new')?.textContent).toBe('View Post');
    expect(page('pier_almanac/27').querySelector('.tgme_page_widget')).toBeNull();
  });
});

describe('addresses', () => {
  it.each([
    ['http://t.me/s/harbour_gazette', 'https://t.me/s/harbour_gazette'],
    ['https://harbour_gazette.t.me/93', 'https://t.me/harbour_gazette/93'],
    ['https://t.me/s/harbour_talk/31', '/harbour_talk/31'],
    ['https://telegram.dog/s/harbour_nights', '/harbour_nights'],
  ])('%s leads to %s', (url, location) => {
    expect(site.answer({ url, method: 'GET', headers: {} })).toMatchObject({ status: 302, headers: { location } });
  });

  it('may be framed by others only as embeds', () => {
    const policy = (path: string) => answer(path).headers['content-security-policy'];
    expect(['s/harbour_gazette', 'harbour_gazette', 'harbour_gazette/93'].map(policy)).toEqual(Array(3).fill('frame-ancestors https://web.telegram.org'));
    expect(policy('harbour_gazette/93?embed=1')).toBeUndefined();
  });
});
