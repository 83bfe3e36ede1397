/**
 * How a page of ours looks. The choice stands in the database, which answers only after the page was painted, so it is noted in
 * `localStorage` as well: there `first-theme.ts` finds it before. It is that of the extension's own origin, which neither
 * pages nor content scripts can read.
 */
import type { Theme } from '../model/options.ts';

const key = 'theme';

/** Has this page look as noted, and follow when another of our pages notes something else. */
export function wearNotedTheme(): void {
  const wear = () => {
    // What is no theme means nothing to the style sheet.
    document.documentElement.dataset['theme'] = localStorage.getItem(key) ?? '';
  };
  wear();
  window.addEventListener('storage', wear);
}

/** Has this page, and all others of ours, look like this from now on. */
export function wearTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  document.documentElement.dataset['theme'] = theme;
}
