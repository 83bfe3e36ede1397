/** What the browser has keys for. Apart from the list, so that the worker loads no more of it. */
import type { Shortcuts } from './shortcuts.ts';

/** Alt+Shift+P would be the obvious one for the popup, but Chrome keeps it for itself and would give none. */
export const browserKeys = {
  openPopup: { keys: ['Alt+Shift+O'], does: 'openPopupCommand', command: '_execute_action' },
  annotate: { keys: ['Alt+P'], does: 'annotateCommand', command: 'annotate-selection' },
  switchOnPages: { keys: [], does: 'switchOnPagesCommand', command: 'switch-on-pages' },
} as const satisfies Shortcuts;
