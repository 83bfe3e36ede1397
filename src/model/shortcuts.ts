/**
 * Every key that Postil listens to. Handlers take their keys from here, the list of shortcuts shows it, and checks hold the
 * README and the manifest against it.
 *
 * Keys are written as the manifest writes them, modifiers first. `Mod` is ⌘ on a Mac and Ctrl elsewhere. Keys of the browser are
 * suggestions: a person may have given it others.
 */
import { browserKeys } from './browser-keys.ts';

export interface Shortcut {
  /** Each of them does it; where they differ in direction, in the order in which the handler knows them. */
  keys: readonly string[];
  /** Key of the message that says what it does. */
  does: string;
  /** What the manifest calls it. */
  command?: string;
}

export type Shortcuts = Readonly<Record<string, Shortcut>>;

/** On t.me pages, once switched on. */
export const postKeys = {
  next: { keys: ['J'], does: 'nextPostKey' },
  previous: { keys: ['K'], does: 'previousPostKey' },
  annotate: { keys: ['A'], does: 'annotatePostKey' },
} as const satisfies Shortcuts;

export const formKeys = {
  enterTag: { keys: ['Enter'], does: 'enterTagKey' },
  suggestions: { keys: ['ArrowUp', 'ArrowDown'], does: 'suggestionsKey' },
  removeTag: { keys: ['Backspace'], does: 'removeTagKey' },
  pinnedTag: { keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'], does: 'pinnedTagKey' },
  save: { keys: ['Mod+Enter'], does: 'saveKey' },
  leave: { keys: ['Escape'], does: 'leaveFormKey' },
} as const satisfies Shortcuts;

export const listKeys = {
  goToRow: { keys: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'], does: 'goToRowKey' },
} as const satisfies Shortcuts;

export const libraryKeys = {
  stretchSelection: {
    keys: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+PageUp', 'Shift+PageDown', 'Shift+Home', 'Shift+End'], does: 'stretchSelectionKey',
  },
  selectRow: { keys: ['Ctrl+Space'], does: 'selectRowKey' },
  selectAll: { keys: ['Mod+A'], does: 'selectAllKey' },
  leave: { keys: ['Escape'], does: 'leaveKey' },
  goToBar: { keys: ['ArrowLeft', 'ArrowRight', 'Home', 'End'], does: 'goToBarKey' },
  pressBar: { keys: ['Enter', 'Space'], does: 'pressBarKey' },
} as const satisfies Shortcuts;

/** By where they work. Whoever needs those of one place alone takes them from above, and loads no more. */
export const shortcuts = { browser: browserKeys, posts: postKeys, form: formKeys, list: listKeys, library: libraryKeys };

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/**
 * Which of a shortcut's keys was pressed, by position; -1 when none was, or an input method has the keys.
 * Shift makes no other key of one that types nothing, unless it is named.
 */
export function pressedKey(press: KeyPress, { keys }: Pick<Shortcut, 'keys'>): number {
  const pressed = nameOf(press);
  return keys.findIndex((each) => {
    const modifiers = each.split('+');
    const key = modifiers.pop() ?? '';
    const has = (name: string) => modifiers.includes(name);
    const isRight = has('Mod') ? press.ctrlKey || press.metaKey : press.ctrlKey === has('Ctrl') && !press.metaKey;
    const isShifted = press.shiftKey === has('Shift') || (press.shiftKey && key.length > 1);
    return key === pressed && isRight && isShifted && press.altKey === has('Alt') && !press.isComposing;
  });
}

export function isPressed(press: KeyPress, shortcut: Pick<Shortcut, 'keys'>): boolean {
  return pressedKey(press, shortcut) >= 0;
}

/**
 * Letters as the layout has them, or where they are on the keyboard when it has none of the Latin ones. Digits where they are: with
 * Alt they type something else on a Mac, and on the number pad of Windows they are a character's code.
 */
function nameOf({ key, code }: KeyPress): string {
  if (key === ' ') return 'Space';
  if (key.length > 1) return key;
  return /^[a-z]$/i.test(key) ? key.toUpperCase() : /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? '';
}

const signs: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', PageUp: 'Page Up', PageDown: 'Page Down', Escape: 'Esc' };
const macSigns: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Enter: '⏎' };

/** As it stands on keyboards: `Ctrl+Enter`, `⌘⏎`. */
export function keyWords(keys: string, isMac: boolean): string {
  const words = keys.split('+').map((key) => (isMac ? macSigns[key] : key === 'Mod' ? 'Ctrl' : undefined) ?? signs[key] ?? key);
  return words.join(isMac ? '' : '+');
}
