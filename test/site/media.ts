/** Pictures, films and voices of a post, each as Telegram marks it up. */
import type { AlbumMember, PhotoSpec, Picture, PostSpec, VideoSpec } from './channel.ts';
import { html, nothing, type Html } from './html.ts';
import { scene } from './pictures.ts';

/** All of them but the album, in the order of the page. `url` is the post's address. */
export function renderMedia(post: PostSpec, url: string): Html {
  return html`${[
    post.photo ? photo(post.photo, url) : nothing,
    post.video ? video(post.video, post.id, url) : nothing,
    post.round ? round(post.round, post.id) : nothing,
    post.voice ? voice(post.voice, url) : nothing,
  ]}`;
}

/** What stands for media that the page cannot show. In a film the button is no link, for the film is one itself. */
export function notSupported(label: string, url?: string): Html {
  const button = url
    ? html`<a href="${url}" class="message_media_view_in_telegram">VIEW IN TELEGRAM</a>`
    : html`<span class="message_media_view_in_telegram">VIEW IN TELEGRAM</span>`;
  return html`<div class="message_media_not_supported_wrap">
  <div class="message_media_not_supported">
    <div class="message_media_not_supported_label">${label}</div>
    ${button}
  </div>
</div>`;
}

function photo({ picture, ratio = 0.66 }: PhotoSpec, url: string): Html {
  return html`<a class="tgme_widget_message_photo_wrap 54${picture} 1_${picture}" href="${url}" style="width:800px;background-image:url('${scene(picture, ratio)}')">
  <div class="tgme_widget_message_photo" style="padding-top:${ratio * 100}%"></div>
</a>`;
}

function video(spec: VideoSpec, picture: Picture, url: string): Html {
  return html`<a class="tgme_widget_message_video_player${spec.tooBig ? ' not_supported' : ''} js-message_video_player" href="${url}">${videoParts(spec, picture, 0.5625)}</a>`;
}

function videoParts({ duration, gif, tooBig }: VideoSpec, picture: Picture, ratio: number): Html {
  // Films have an address, as on Telegram, but are never asked for: nothing here plays them.
  const film = tooBig ? nothing : html`<video src="/file/${picture}.mp4?token=${picture * 7919}" preload="none" class="tgme_widget_message_video js-message_video" width="100%" height="100%"${gif ? html` loop muted` : nothing}></video>`;
  return html`<i class="tgme_widget_message_video_thumb" style="background-image:url('${scene(picture, ratio)}')"></i>
<div class="tgme_widget_message_video_wrap" style="width:1280px;padding-top:${ratio * 100}%">
  ${film}
</div>
${gif ? nothing : html`<div class="message_video_play js-message_video_play"></div>`}
<time class="message_video_duration js-message_video_duration">${duration}</time>
${notSupported(tooBig ? 'Media is too big' : 'This media is not supported in your browser')}`;
}

function round(duration: string, picture: Picture): Html {
  return html`<div class="tgme_widget_message_roundvideo_player js-message_roundvideo_player">
  <i class="tgme_widget_message_roundvideo_thumb" style="background-image:url('${scene(picture, 1)}')"></i>
  <div class="tgme_widget_message_roundvideo_wrap"><video src="/file/${picture}.mp4?token=${picture * 7919}" preload="none" class="tgme_widget_message_roundvideo js-message_roundvideo" width="100%" height="100%" muted></video></div>
  <svg class="tgme_widget_message_roundvideo_progress_wrap"><circle class="tgme_widget_message_roundvideo_progress" cx="50%" cy="50%"/></svg>
  <div class="tgme_widget_message_roundvideo_play js-message_roundvideo_play"></div>
  <time class="tgme_widget_message_roundvideo_duration js-message_roundvideo_duration">${duration}</time>
  ${notSupported('This media is not supported in your browser')}
</div>`;
}

function voice(duration: string, url: string): Html {
  const bars = html`${Array.from({ length: 28 }, (_, i) => html`<s style="height:${20 + ((i * 37) % 80)}%"></s>`)}`;
  return html`<a class="tgme_widget_message_voice_player js-message_voice_player" href="${url}">
  <audio class="tgme_widget_message_voice js-message_voice" src="/file/voice.oga?token=1" preload="none" data-waveform="4,9,17,22,8,3" data-ogg="/file/voice.oga"></audio>
  <div class="tgme_widget_message_voice_play"></div>
  <div class="tgme_widget_message_voice_wrap">
    <div class="tgme_widget_message_voice_progress_wrap"><div class="bar">${bars}</div></div>
    <time class="tgme_widget_message_voice_duration js-message_voice_duration">${duration}</time>
  </div>
</a>`;
}

const albumWidth = 453;
const gap = 2;

/** The members as tiles: the first across the whole width, the others in a row beneath (a pair side by side). */
export function renderAlbum(members: readonly AlbumMember[], channelUrl: string): Html {
  const tiles = layOut(members.length);
  const height = Math.max(...tiles.map(tile => tile.top + tile.height));
  const drawn = members.map((member, i) => {
    const { left, top, width, height } = tiles[i] ?? { left: 0, top: 0, width: 0, height: 0 };
    const place = `left:${left}px;top:${top}px;width:${width}px;height:${height}px;`;
    const link = `${channelUrl}/${member.id}?single`;
    const ratio = height / width;
    if (member.video) {
      return html`<a class="tgme_widget_message_video_player grouped_media_wrap${member.video.tooBig ? ' not_supported' : ''} js-message_video_player" style="${place}" data-ratio="${1 / ratio}" href="${link}">${videoParts(member.video, member.id, ratio)}</a>`;
    }
    return html`<a class="tgme_widget_message_photo_wrap grouped_media_wrap blured js-message_photo" style="${place}background-image:url('${scene(member.id, ratio)}')" data-ratio="${1 / ratio}" href="${link}">
  <div class="grouped_media_helper"><div class="tgme_widget_message_photo grouped_media"></div></div>
</a>`;
  });
  return html`<div class="tgme_widget_message_grouped_wrap js-message_grouped_wrap" data-margin-w="${gap}" data-margin-h="${gap}" style="width:${albumWidth}px;">
  <div class="tgme_widget_message_grouped js-message_grouped" style="padding-top:${(height / albumWidth) * 100}%">
    <div class="tgme_widget_message_grouped_layer js-message_grouped_layer" style="width:${albumWidth}px;height:${height}px">
      ${drawn}
    </div>
  </div>
</div>`;
}

function layOut(count: number): { left: number; top: number; width: number; height: number }[] {
  const row = (n: number, top: number, height: number) => {
    const width = Math.floor((albumWidth - gap * (n - 1)) / n);
    return Array.from({ length: n }, (_, i) => ({ left: i * (width + gap), top, width, height }));
  };
  if (count <= 2) return row(count, 0, 260);
  return [...row(1, 0, 280), ...row(count - 1, 280 + gap, 140)];
}
