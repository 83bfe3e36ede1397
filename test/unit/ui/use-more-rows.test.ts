// @vitest-environment jsdom
import { h, options, render } from 'preact';
import { act } from 'preact/test-utils';
import { useRef, useState } from 'preact/hooks';
import { expect, it } from 'vitest';
import { useMoreRows } from '../../../src/ui/use-more-rows.ts';

options.requestAnimationFrame = queueMicrotask;

function Rows() {
  const [count, setCount] = useState(2);
  const list = useRef<HTMLUListElement>(null);
  const ask = useMoreRows(list, count);
  const more = () => {
    ask();
    setCount(4);
  };
  return h('div', {},
    h('ul', { ref: list }, [0, 1, 2, 3].slice(0, count).map((i) => h('li', { key: i }, i === 2 ? h('a', { href: '#' }, `row ${i}`) : `row ${i}`))),
    count < 4 && h('button', { onClick: more }, 'Show more'));
}

it('who asks for more rows goes on at the first of them, and nobody else is led there', async () => {
  await act(() => render(h(Rows, {}), document.body));
  expect(document.activeElement).toBe(document.body);
  const button = document.querySelector('button');
  button?.focus();
  await act(() => button?.click());
  expect(document.querySelector('button')).toBeNull();
  expect(document.activeElement?.textContent).toBe('row 2');
});
