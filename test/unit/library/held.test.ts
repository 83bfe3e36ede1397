import { expect, it } from 'vitest';
import { Hold } from '../../../src/library/held.ts';
import type { Subscribe } from '../../../src/ui/use-live.ts';

/** A live query that counts how many run. */
function counter() {
  const running = new Set<(value: number) => void>();
  const query: Subscribe<number> = (next) => {
    running.add(next);
    return () => void running.delete(next);
  };
  return { running, query, answer: (value: number) => [...running].forEach((next) => next(value)) };
}

it('a query that is held stands as it was answered last, and runs anew when it is let go', () => {
  const { running, query, answer } = counter();
  const hold = new Hold();
  const seen: number[] = [];
  const end = hold.over(query)((value) => seen.push(value), () => undefined);
  answer(1);
  hold.set(true);
  answer(2);
  expect(seen).toEqual([1]);
  hold.set(false);
  answer(3);
  expect(seen).toEqual([1, 3]);
  end();
  hold.set(true);
  hold.set(false);
  expect(running.size).toBe(0);
});

it('what is asked meanwhile is answered, once', () => {
  const { query, answer } = counter();
  const hold = new Hold();
  hold.set(true);
  const seen: number[] = [];
  hold.over(query)((value) => seen.push(value), () => undefined);
  answer(1);
  answer(2);
  expect(seen).toEqual([1]);
  hold.set(false);
  answer(3);
  expect(seen).toEqual([1, 3]);
});

it('what was not answered yet when it is held is answered all the same', () => {
  const { running, query, answer } = counter();
  const hold = new Hold();
  const seen: number[] = [];
  hold.over(query)((value) => seen.push(value), () => undefined);
  hold.set(true);
  answer(1);
  expect(seen).toEqual([1]);
  expect(running.size).toBe(0);
});
