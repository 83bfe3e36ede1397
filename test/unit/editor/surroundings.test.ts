import { describe, expect, it } from 'vitest';
import { type Place, isWellPlaced, readAddress } from '../../../src/editor/surroundings.ts';

const framed = (...ancestorOrigins: string[]): Place => ({ parent: {}, location: { ancestorOrigins } });

function inOwnTab(): Place {
  const window: Place = { parent: undefined, location: { ancestorOrigins: [] } };
  window.parent = window;
  return window;
}

describe('the editor', () => {
  it('is well placed in a tab of its own and in a page of Telegram\'s, whoever frames that', () => {
    expect(isWellPlaced(inOwnTab())).toBe(true);
    expect(isWellPlaced(framed('https://t.me'))).toBe(true);
    expect(isWellPlaced(framed('https://telegram.me', 'https://example.org'))).toBe(true);
  });

  it('is misplaced in any other page', () => {
    for (const origins of [['https://example.org'], ['https://example.org', 'https://t.me'], ['null'], ['']]) {
      expect(isWellPlaced(framed(...origins)), origins.join()).toBe(false);
    }
  });

  it('trusts a browser that does not tell: there the manifest keeps others from framing it', () => {
    expect(isWellPlaced({ parent: {}, location: {} })).toBe(true);
  });

  it('reads its address', () => {
    expect(readAddress('#token=abc&theme=dark')).toEqual({ token: 'abc', theme: 'dark' });
    expect(readAddress('')).toEqual({ token: '', theme: 'light' });
  });
});
