/** Pictures drawn on the spot, as `data:` addresses: the imitation asks no other host for anything. */
import type { Picture } from './channel.ts';

function svg(width: number, height: number, body: string): string {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`;
  // Quotes and parentheses would end the url('…') in which the address stands.
  return `data:image/svg+xml,${encodeURIComponent(source).replace(/['()]/g, c => `%${c.charCodeAt(0).toString(16)}`)}`;
}

const skies = [['#8ec5fc', '#e0f0ff'], ['#f6b38a', '#fde9cf'], ['#7f93b2', '#d8dfe8'], ['#4b5f92', '#e8a87c'], ['#9ad0c2', '#eef7e4']] as const;
const seas = ['#2f6f8f', '#3b7d8c', '#4a6577', '#27496d', '#3f8a84'] as const;

function pick<T>(list: readonly [T, ...T[]] | readonly T[], seed: number, otherwise: T): T {
  return list[seed % list.length] ?? otherwise;
}

/** A view over the water with a ship; each seed gives another. */
export function scene(seed: Picture, ratio: number): string {
  const width = 480;
  const height = Math.round(width * ratio);
  const [top, bottom] = pick<readonly [string, string]>(skies, seed, skies[0]);
  const sea = pick<string>(seas, seed * 3, seas[0]);
  const horizon = Math.round(height * 0.62);
  const x = 70 + ((seed * 97) % 260);
  const size = 0.8 + ((seed * 7) % 5) / 6;
  return svg(width, height, `
<linearGradient id="s" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>
<rect width="${width}" height="${horizon}" fill="url(#s)"/>
<circle cx="${(seed * 61) % width}" cy="${Math.round(horizon * 0.45)}" r="26" fill="#fff" opacity=".7"/>
<path d="M0 ${horizon} L90 ${horizon - 34} L190 ${horizon - 8} L300 ${horizon - 44} L420 ${horizon - 12} L480 ${horizon - 26} V${horizon}z" fill="${sea}" opacity=".35"/>
<rect y="${horizon}" width="${width}" height="${height - horizon}" fill="${sea}"/>
<g transform="translate(${x} ${horizon + 10}) scale(${size})"><path d="M-60-8H60L44 14H-46z" fill="#f4f4f0"/><path d="M-50 2H54L44 14H-46z" fill="#b5362c"/><path d="M-34-8V-24H30V-8zM-10-24V-36H14V-24z" fill="#fff"/><path d="M-28-19H24v5H-28z" fill="#345"/></g>
<path d="M0 ${horizon + 40}q20-8 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0" fill="none" stroke="#fff" stroke-width="2" opacity=".35"/>`);
}

const tints = ['#e17076', '#faa774', '#a695e7', '#7bc862', '#6ec9cb', '#65aadd', '#ee7aae'] as const;

/** Which of Telegram's seven avatar colours a peer has. */
export function tintNumber(telegramId: number): number {
  return telegramId % tints.length;
}

/** A round-cut picture of a channel. */
export function avatar(telegramId: number): string {
  const tint = pick<string>(tints, tintNumber(telegramId), tints[0]);
  return svg(40, 40, `<rect width="40" height="40" fill="${tint}"/><path d="M0 27q5-4 10 0t10 0 10 0 10 0V40H0z" fill="#fff" opacity=".45"/><path d="M8 22H32L28 28H12zM14 21V15H26V21zM19 14V9h4v5z" fill="#fff"/>`);
}

const line = 'fill="none" stroke-width="2" stroke-linecap="round"';

/** Drawings of the emoji that the demo uses: systems without a font for them show them as well. */
const drawings: Readonly<Record<string, string>> = {
  '🙂': `<circle cx="10" cy="10" r="9" fill="#ffcc4d"/><path d="M7 7v1M13 7v1M6 12q4 4 8 0" stroke="#664500" ${line}/>`,
  '⛴': '<path d="M2 12H18L15 17H5z" fill="#3b6ea5"/><path d="M5 11V7H15V11zM9 6V3h3v3z" fill="#c9d6e2"/>',
  '⚓': `<path d="M10 6V17M6 9H14M3 12q1 5 7 5t7-5" stroke="#44617b" ${line}/><circle cx="10" cy="4" r="2" stroke="#44617b" ${line}/>`,
  '☀': `<circle cx="10" cy="10" r="5" fill="#ffb02e"/><circle cx="10" cy="10" r="8" stroke="#ffb02e" ${line} stroke-dasharray="1 5.28"/>`,
  '🌧': `<path d="M5 11a4 4 0 0 1 1-7 5 5 0 0 1 9 2 3 3 0 0 1 0 5z" fill="#b8c6d3"/><path d="M6 14l-1 3M10 14l-1 3M14 14l-1 3" stroke="#4b9be0" ${line}/>`,
  '🌊': '<path d="M1 17Q3 4 11 4q6 0 6 5-3-3-5 0t3 5 5 1v2z" fill="#3d8fd1"/>',
  '👍': '<path d="M3 9H7V17H3zM8 9l3-7q3 0 2 5h4q2 0 1 3l-2 6q0 1-2 1H8z" fill="#ffcc4d"/>',
  '❤': '<path d="M10 17L3 10Q1 7 3 5t7 2q5-4 7-2t0 5z" fill="#e0333f"/>',
  '🔥': '<path d="M10 1q6 5 5 11t-5 6-5-5q0-4 3-6 1 2 1 3 2-4 1-9z" fill="#f4803a"/>',
  '🎉': '<path d="M2 18L6 7l7 7z" fill="#f3b53f"/><path d="M12 3v2M16 5l-2 2M17 10h-2M9 2v1" stroke="#d5527a" stroke-width="2"/>',
  '🐟': '<path d="M2 10q6-7 12 0l4-4v8l-4-4q-6 7-12 0z" fill="#5aa0c8"/><circle cx="6" cy="9" r="1" fill="#fff"/>',
  '📌': `<path d="M10 11V18" stroke="#888" ${line}/><path d="M6 2h8l-1 5 3 4H4l3-4z" fill="#d8453a"/>`,
};

export function emojiPicture(character: string): string {
  const drawing = drawings[character.replace('\uFE0F', '')];
  return svg(20, 20, drawing ?? '<circle cx="10" cy="10" r="8" fill="#a9b4be"/><circle cx="10" cy="10" r="3" fill="#fff"/>');
}
