/** A context that outlives its extension, as each browser makes it. */
import { expect, test, vi } from 'vitest';
import { direction, message } from '../../../src/webext/i18n.ts';
import { isOrphaned } from '../../../src/webext/runtime.ts';

const fake = vi.hoisted(() => {
  const state = { gone: '' as '' | 'chromium' | 'firefox' };
  const alive = <T>(value: T): T => {
    if (state.gone === 'firefox') throw new TypeError("can't access dead object");
    return value;
  };
  return {
    state,
    browser: {
      runtime: { get id() { return alive(state.gone === 'chromium' ? undefined : 'postil'); } },
      i18n: {
        getMessage: (key: string, substitutions: string[]) => {
          if (state.gone === 'chromium') throw new Error('Extension context invalidated.');
          return alive(`${key} ${substitutions.join()}`);
        },
      },
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake.browser }));

test.each(['chromium', 'firefox'] as const)('knows that it is one, and can say again what it said before, in %s', (browser) => {
  fake.state.gone = '';
  expect(isOrphaned()).toBe(false);
  const said = [message('removeTag', 'a'), message('removeTag', 'b'), direction()];
  expect(new Set(said).size).toBe(3);
  fake.state.gone = browser;
  expect(isOrphaned()).toBe(true);
  expect([message('removeTag', 'a'), message('removeTag', 'b'), direction()]).toEqual(said);
  expect(message('removeTag', `never said in ${browser}`)).toBe('');
});
