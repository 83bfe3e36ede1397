/** Colours as style sheets of ours write them, and how far apart they are. */

/** Red, green and blue from 0 to 1, and how much of it covers what is behind. */
export interface Colour {
  rgb: [number, number, number];
  alpha: number;
}

export type Theme = 'light' | 'dark';

/** The custom properties of a style sheet that are colours, as they are in one theme. */
export function tokensOf(css: string, theme: Theme): Map<string, Colour> {
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#\w+|rgb\([^)]*\)), (#\w+|rgb\([^)]*\))\);/g);
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, colourOf(theme === 'light' ? light : dark)]));
}

/** @param text `#rrggbb` or `rgb(r g b / a%)` */
export function colourOf(text: string): Colour {
  if (/^#[\da-f]{6}$/.test(text)) return { rgb: [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16) / 255) as Colour['rgb'], alpha: 1 };
  const parts = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(text);
  if (!parts) throw new Error(`no colour that is known here: ${text}`);
  const [red = 0, green = 0, blue = 0, percent = 0] = parts.slice(1).map(Number);
  return { rgb: [red / 255, green / 255, blue / 255], alpha: percent / 100 };
}

/** What is seen of a colour over one that covers all. */
export function over({ rgb, alpha }: Colour, behind: Colour): Colour {
  return { rgb: rgb.map((value, i) => value * alpha + (behind.rgb[i] ?? 0) * (1 - alpha)) as Colour['rgb'], alpha: 1 };
}

/** From 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance({ rgb }: Colour): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
