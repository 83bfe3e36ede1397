// @vitest-environment jsdom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { useAddress } from '../../../src/library/use-address.ts';

function Where() {
  return h('p', {}, useAddress().address.view);
}

it('whatever leads elsewhere as soon as the page stands is followed', async () => {
  render(h(Where, {}), document.body);
  expect(document.body.textContent).toBe('annotations');
  // Told before anything is painted, as when a file is chosen at once.
  location.hash = 'import';
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  await vi.waitFor(() => { expect(document.body.textContent).toBe('import'); });
});
