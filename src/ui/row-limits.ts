/** How much of a list can be laid out. */

/** So many rows are read at a time: few enough that a search answers at once. */
export const pageSize = 20;

/** In CSS pixels: what a row has at a guess, before it was seen. */
export const rowHeight = 124;

/**
 * So many CSS pixels a list may be high. What is higher than 17.8 million has no height at all in Firefox
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1527883), and Chromium stops at 33.5 million of the screen's pixels
 * (https://meyerweb.com/eric/thoughts/2025/08/07/infinite-pixels/).
 */
export function maxHeight(): number {
  return Math.min(17_000_000, 33_000_000 / Math.max(1, window.devicePixelRatio));
}

/** So many rows may stand in it: of the height that they have where notes are long. */
export function maxRows(): number {
  return Math.min(100_000, Math.floor(maxHeight() / (1.3 * rowHeight * 1_000)) * 1_000);
}
