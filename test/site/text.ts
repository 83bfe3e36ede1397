/**
 * The small language in which texts of posts are written, and the HTML that Telegram's server makes of each thing:
 *
 *     **bold** __italic__ ++underlined++ ~~struck~~ ||spoiler|| `code` ```block of code```
 *     [label](https://address)   https://address   @mention   #hashtag   🙂   {🙂} (a custom emoji)
 *     > a line of a quote        >> a line of a quote that can be expanded
 */
import { html, nothing, raw, type Html } from './html.ts';
import { emojiPicture } from './pictures.ts';

export type Markup = string;

const inline = new RegExp([
  /```(?<pre>[^]+?)```/u,
  /`(?<code>[^`]+)`/u,
  /\*\*(?<b>[^]+?)\*\*/u,
  /__(?<i>[^]+?)__/u,
  /\+\+(?<u>[^]+?)\+\+/u,
  /~~(?<s>[^]+?)~~/u,
  /\|\|(?<spoiler>[^]+?)\|\|/u,
  /\[(?<label>[^\]]+)\]\((?<address>[^)]+)\)/u,
  /(?<url>https?:\/\/[^\s)]*[^\s).,;:!?])/u,
  /(?<![\p{L}\p{N}_])@(?<mention>[A-Za-z]\w{3,})/u,
  /(?<![\p{L}\p{N}_])#(?<hashtag>[\p{L}\p{N}_]+)/u,
  /\{(?<custom>[^}\s]+)\}/u,
  /(?<emoji>\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\uFE0F?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*)/u,
  /(?<br>\n)/u,
].map(part => part.source).join('|'), 'gu');

export function renderText(markup: Markup): Html {
  const blocks: { quote: string; lines: string[] }[] = [];
  for (const line of markup.split('\n')) {
    const [, quote = '', words = ''] = /^(>{0,2}) ?(.*)$/s.exec(line) ?? [];
    const last = blocks.at(-1);
    if (last && last.quote === quote) last.lines.push(quote ? words : line);
    else blocks.push({ quote, lines: [quote ? words : line] });
  }
  return join(blocks.map(({ quote, lines }) => {
    const inner = renderInline(lines.join('\n'));
    if (quote === '>>') return html`<blockquote expandable>${inner}</blockquote>`;
    return quote ? html`<blockquote>${inner}</blockquote>` : inner;
  }));
}

/** A text as it stands in a post. */
export function textBox(content: Html): Html {
  return html`<div class="tgme_widget_message_text js-message_text" dir="auto">${content}</div>`;
}

function join(blocks: readonly Html[]): Html {
  return raw(blocks.map(block => block.html).join('<br/>'));
}

function renderInline(markup: Markup): Html {
  const pieces: Html[] = [];
  let end = 0;
  for (const match of markup.matchAll(inline)) {
    pieces.push(html`${markup.slice(end, match.index)}`, renderMatch(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  return html`${pieces}${markup.slice(end)}`;
}

function renderMatch(groups: Partial<Record<string, string>>): Html {
  const [name, value = ''] = Object.entries(groups).find(([, text]) => text !== undefined) ?? [];
  switch (name) {
    case 'pre': return html`<pre>${value.replace(/^\n|\n$/g, '')}</pre>`;
    case 'code': return html`<code>${value}</code>`;
    case 'b': return html`<b>${renderInline(value)}</b>`;
    case 'i': return html`<i>${renderInline(value)}</i>`;
    case 'u': return html`<u>${renderInline(value)}</u>`;
    case 's': return html`<s>${renderInline(value)}</s>`;
    case 'spoiler': return html`<tg-spoiler>${renderInline(value)}</tg-spoiler>`;
    case 'label': return hiddenLink(groups['address'] ?? '', renderInline(value));
    case 'url': return html`<a href="${value}" target="_blank" rel="noopener">${value}</a>`;
    case 'mention': return html`<a href="https://t.me/${value}" target="_blank">@${value}</a>`;
    case 'hashtag': return html`<a href="?q=${encodeURIComponent(`#${value}`)}">#${value}</a>`;
    case 'custom': return html`<tg-emoji emoji-id="${customEmojiId(value)}">${emoji(value)}</tg-emoji>`;
    case 'emoji': return emoji(value);
    case 'br': return html`<br/>`;
    default: return nothing;
  }
}

/** A link whose words differ from its address asks before it opens. */
function hiddenLink(address: string, label: Html): Html {
  // In such links Telegram's server escapes twice: the DOM gets a literal "&amp;".
  const twice = address.replaceAll('&', '&amp;');
  return html`<a href="${twice}" target="_blank" rel="noopener" onclick="return confirm('Open this link?\\n\\n'+this.href);">${label}</a>`;
}

export function emoji(character: string): Html {
  return html`<i class="emoji" style="background-image:url('${emojiPicture(character)}')"><b>${character}</b></i>`;
}

function customEmojiId(character: string): string {
  return `54${String(character.codePointAt(0)).padStart(17, '0')}`;
}
