/** How Telegram's pages have changed: what they have since which year. */

export type Era = 2018 | 2021 | 2023 | 2026;

const since = {
  feeds: 2021,
  /** `data-post`, and the `js-` classes by which scripts find things. Before, only the date linked to the post. */
  names: 2021,
  /** The anchor for more posts stands in a wrap of its own. */
  moreWrap: 2023,
  /** A canvas behind everything, a dark theme, a cross that clears the search. */
  theme: 2023,
  /** Before, channels had "members". */
  subscribers: 2023,
  /** `text_not_supported_wrap`, and an album's caption in two containers. */
  wrappedText: 2023,
  /** Embeds that ask for themselves anew when the reader is logged in. */
  relogin: 2026,
  /** What cannot be drawn everywhere has a notice beside it. */
  fallbacks: 2026,
  reactions: 2026,
  userColors: 2026,
} as const satisfies Record<string, Era>;

/** Whether the pages of a channel have something. */
export function has({ era = 2026 }: { readonly era?: Era }, thing: keyof typeof since): boolean {
  return era >= since[thing];
}
