import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchor, anchor } from '../../../src/model/anchor.ts';
import type { Quote } from '../../../src/model/annotation.ts';
import { quoteOf } from '../../../src/model/quote.ts';
import { type Followed, anyEdits, anyPostText, followed } from './edits.ts';

const text = 'The tide is low at the quay.\nBoats wait for it, and the gulls wait for the boats. Nobody waits for the gulls.\nThe tide is high.';

function quoteIn(from: string, words: string, at = from.indexOf(words)): Quote {
  return quoteOf(from, at, at + words.length) ?? expect.unreachable();
}

/** How the quote of these words is found in the changed text, and what it is there. */
function found(words: string, changed: string, at?: number): [by: Anchor['by'], words: string] | undefined {
  const place = anchor(changed, quoteIn(text, words, at));
  return place && [place.by, changed.slice(place.start, place.end)];
}

describe('a quote is found', () => {
  it('where it was', () => {
    expect(found('gulls wait', text)).toEqual(['position', 'gulls wait']);
    expect(found('gulls wait', text.replace('Nobody waits', 'No one waits'))).toEqual(['position', 'gulls wait']);
    expect(found(text, text)).toEqual(['position', text]);
  });

  it('elsewhere, by what is around it', () => {
    expect(found('gulls wait', `News! ${text}`)).toEqual(['words', 'gulls wait']);
    const second = text.lastIndexOf('gulls');
    expect(anchor(`News of gulls! ${text}`, quoteIn(text, 'gulls', second))).toEqual({ start: second + 15, end: second + 20, by: 'words' });
  });

  it('with a slip mended in it', () => {
    const words = 'Boats wait for it, and the gulls wait for the boats';
    expect(found(words, text.replace('and the gulls', 'the gulls'))).toEqual(['likeness', 'Boats wait for it, the gulls wait for the boats']);
    expect(found(words, `News! ${text.replace('it, and', 'it and')}`)).toEqual(['likeness', 'Boats wait for it and the gulls wait for the boats']);
  });
});

describe('a quote is not found', () => {
  it.each([
    ['when its words are gone', 'gulls wait', text.replace('gulls wait', 'crows wait')],
    ['when they are there only as a part of others', 'The tide', text.replaceAll('tide', 'tideland')],
    ['when only the same words elsewhere are left', 'quay', text.replace(' at the quay', '').replace('Boats', 'Far from the quay boats')],
    ['when its beginning or its end has changed', 'Boats wait for it, and the gulls wait for the boats', text.replace('Boats wait', 'Ships lie')],
    ['when too much of it has changed', 'Boats wait for it, and the gulls wait for the boats', text.replace('it, and the gulls', 'high water, while hungry crows')],
    ['when it is short and not the same', 'gulls wait for', text.replace('gulls wait', 'gull waits')],
    ['in nothing', 'gulls', ''],
  ])('%s', (_, words, changed) => {
    expect(found(words, changed)).toBeUndefined();
  });

  it('when two places are equally good', () => {
    const words = 'and the gulls wait';
    expect(anchor(`${words}. ${words}.`, { ...quoteIn(text, words), prefix: '', suffix: '.', start: 500, end: 518 })).toBeUndefined();
  });
});

/** Where the quoted words went: how much of what was found stood in the quote, each letter at its place. */
function isRight({ text: now, origins }: Followed, { start, end, by }: Anchor, { exact, prefix, suffix, start: from }: Quote): boolean {
  const place = origins.slice(start, end);
  if (by === 'likeness') {
    const quoted = new Set(place.filter((at) => at !== undefined && at >= from && at < from + exact.length));
    return quoted.size >= exact.length * 0.6 && quoted.size >= place.length * 0.6;
  }
  if (now.slice(start, end) !== exact) return false;
  // They may be written anew as they were, beside what stayed; and of twins amid equal surroundings no quote tells which.
  return origins.slice(Math.max(0, start - 1), end + 1).some((at, i) => at === from + i - Math.min(start, 1))
    || (now.slice(0, start).endsWith(prefix) && now.slice(end).startsWith(suffix));
}

/** Whether all of the quoted words are there, once, and with enough beside them as it was. */
function survives({ text: now, origins }: Followed, { exact, prefix, suffix, start: from }: Quote): boolean {
  const at = now.indexOf(exact);
  if (at < 0 || now.indexOf(exact, at + 1) >= 0) return false;
  const stayed = (first: number, length: number, origin: number): boolean =>
    Array.from({ length }, (_, i) => origins[first + i]).every((each, i) => each === origin + i);
  return prefix.length >= 24 && suffix.length >= 24 && stayed(at - 24, exact.length + 48, from - 24);
}

const anyQuoteIn = (whole: string) => fc.tuple(fc.nat(whole.length), fc.oneof(fc.nat(30), fc.nat(120)))
  .map(([start, length]) => quoteOf(whole, start, start + length)).filter((quote) => quote !== undefined);

const anyCase = anyPostText.chain((whole) => fc.record({ whole: fc.constant(whole), quote: anyQuoteIn(whole), edits: anyEdits }))
  .map(({ whole, quote, edits }) => ({ quote, now: edits.reduce((text, edit) => edit(text), followed(whole)) }));

it('whatever becomes of the text, the words found are the quoted ones', () => {
  fc.assert(fc.property(anyCase, ({ quote, now }) => {
    const place = anchor(now.text, quote);
    if (place) expect(isRight(now, place, quote), JSON.stringify({ place, now: now.text })).toBe(true);
  }), { numRuns: 1_000 });
});

/** A rate of so few is now and then below what it is in the long run, so that the cases are always the same. */
it('what survives is found, and some of what has changed', () => {
  const cases = fc.sample(anyCase, { seed: 8, numRuns: 1_000 }).map(({ quote, now }) => ({ place: anchor(now.text, quote), survives: survives(now, quote) }));
  const surviving = cases.filter((each) => each.survives);
  expect(surviving.length).toBeGreaterThan(40);
  expect(surviving.filter(({ place }) => place).length / surviving.length).toBeGreaterThan(0.95);
  expect(cases.filter(({ place }) => place?.by === 'likeness').length).toBeGreaterThan(1);
});

it('nothing changed, all found where they were', () => {
  fc.assert(fc.property(anyPostText.chain((whole) => fc.tuple(fc.constant(whole), anyQuoteIn(whole))), ([whole, quote]) => {
    expect(anchor(whole, quote)).toEqual({ start: quote.start, end: quote.end, by: 'position' });
  }));
});

/** A search that tried everything would not end within the test's time. */
describe('a text that is made to hold a page up is given up', () => {
  it.each([
    ['a letter without end', 'a'.repeat(100_000), 'aaaa'],
    ['a letter without end, and a long quote', 'a'.repeat(100_000), 'a'.repeat(10_000)],
    ['what is nearly the same everywhere', 'ab'.repeat(50_000), `${'ab'.repeat(200)}b${'ab'.repeat(200)}`],
    ['what begins like it a few times', `${'ab'.repeat(480)}c`.repeat(5), `${'ab'.repeat(200)}b${'ab'.repeat(200)}`],
    ['what begins so in words', `${'start of the quote '}${'ab cd '.repeat(160)}`.repeat(4), `${'start of the quote '}${'ab cd '.repeat(60)}ab ce ${'ab cd '.repeat(80)}`.trim()],
    ['what is nearly the same in words', 'ab cd '.repeat(1_666), `${'ab cd '.repeat(80)}ab ce ${'ab cd '.repeat(80)}`.trim()],
    ['words of much else', 'the tide and the quay '.repeat(4_500), 'the tide and the quays are not found here in any place at all'],
  ])('%s', (_, hostile, words) => {
    const quote = { kind: 'quote' as const, exact: words, prefix: 'x'.repeat(32), suffix: 'y'.repeat(32), start: 50, end: 50 + words.length };
    expect(anchor(hostile, quote)).toBeUndefined();
  });
});
