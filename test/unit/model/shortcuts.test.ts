import { describe, expect, it } from 'vitest';
import { formKeys, isPressed, keyWords, libraryKeys, listKeys, postKeys, pressedKey, shortcuts } from '../../../src/model/shortcuts.ts';

function press(key: string, more: Partial<Parameters<typeof isPressed>[0]> = {}): Parameters<typeof isPressed>[0] {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...more };
}

describe('a shortcut', () => {
  it('is pressed with its modifiers and no others', () => {
    expect(isPressed(press('Enter', { ctrlKey: true }), formKeys.save)).toBe(true);
    expect(isPressed(press('Enter', { metaKey: true }), formKeys.save)).toBe(true);
    expect(isPressed(press('Enter'), formKeys.save)).toBe(false);
    expect(isPressed(press('Enter', { ctrlKey: true, altKey: true }), formKeys.save)).toBe(false);
    expect(isPressed(press(' ', { ctrlKey: true }), libraryKeys.selectRow)).toBe(true);
    expect(isPressed(press(' ', { metaKey: true }), libraryKeys.selectRow)).toBe(false);
  });

  it('that is a letter is another one with Shift; one that types nothing is the same', () => {
    expect(isPressed(press('J'), postKeys.next)).toBe(true);
    expect(isPressed(press('J', { shiftKey: true }), postKeys.next)).toBe(false);
    expect(isPressed(press('A', { ctrlKey: true, shiftKey: true }), libraryKeys.selectAll)).toBe(false);
    expect(pressedKey(press('PageDown', { shiftKey: true }), listKeys.goToRow)).toBe(3);
    expect(isPressed(press('PageDown'), libraryKeys.stretchSelection)).toBe(false);
  });

  it.each([['о', 'KeyJ'], ['ت', 'KeyJ'], ['ξ', 'KeyJ']])('is where it is on the keyboard when the layout has %s there', (key, code) => {
    expect(isPressed(press(key, { code }), postKeys.next)).toBe(true);
  });

  it('is where the layout has the letter when it has one', () => {
    expect(isPressed(press('j', { code: 'KeyC' }), postKeys.next)).toBe(true);
    expect(isPressed(press('h', { code: 'KeyJ' }), postKeys.next)).toBe(false);
  });

  it('with a digit is the key of the digit, whatever Alt makes of it, and not that of the number pad', () => {
    expect(pressedKey(press('¡', { code: 'Digit1', altKey: true }), formKeys.pinnedTag)).toBe(0);
    expect(pressedKey(press('9', { code: 'Digit9', altKey: true }), formKeys.pinnedTag)).toBe(8);
    expect(pressedKey(press('1', { code: 'Numpad1', altKey: true }), formKeys.pinnedTag)).toBe(-1);
    expect(pressedKey(press('1', { code: 'Digit1', altKey: true, ctrlKey: true }), formKeys.pinnedTag)).toBe(-1);
  });

  it('is not pressed while an input method composes', () => {
    expect(isPressed(press('Escape', { isComposing: true }), formKeys.leave)).toBe(false);
  });

  it('is said as it stands on keyboards', () => {
    expect(keyWords('Mod+Enter', false)).toBe('Ctrl+Enter');
    expect(keyWords('Mod+Enter', true)).toBe('⌘⏎');
    expect(keyWords('Shift+PageDown', false)).toBe('Shift+Page Down');
    expect(keyWords('Alt+1', true)).toBe('⌥1');
  });
});

it('in one place no keys mean two things', () => {
  for (const inPlace of Object.values(shortcuts)) {
    // Those of the chart are for the chart alone.
    const keys = Object.entries(inPlace).flatMap(([name, { keys: each }]) => (name.endsWith('Bar') ? [] : each));
    expect(new Set(keys).size).toBe(keys.length);
  }
});
