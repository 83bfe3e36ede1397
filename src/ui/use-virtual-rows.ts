/**
 * The rows of a long list that are on screen, and where. TanStack's virtual core keeps the books; this is its adapter to
 * Preact, and keeps what is looked at in its place when rows come or go elsewhere. It is loaded when there are more rows
 * than a page of them, after those have been shown.
 * https://tanstack.com/virtual/latest/docs/api/virtualizer
 */
import type { Range, Virtualizer } from '@tanstack/virtual-core';
import type { RefCallback } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { pageSize, rowHeight } from './row-limits.ts';
import { useLater } from './use-later.ts';

export interface VirtualRows {
  count: number;
  /** A row that is known has a name, which stays its own wherever it goes; of others it is their place. */
  keyAt(index: number): string | number;
  indexOf(key: string): number | undefined;
}

export interface VirtualRowsOptions {
  rows: VirtualRows;
  /** What the rows are a list of: another one begins at its beginning. */
  list: unknown;
  /** What scrolls. */
  scroller: { readonly current: HTMLElement | null };
  /** Rows that are there also when they are not on screen. */
  mounted: readonly number[];
  /** In CSS pixels: what a row has at a guess, before it was seen. */
  estimate?: number;
}

export interface PlacedRow {
  index: number;
  key: string | number | bigint;
  /** From the list's beginning, in CSS pixels; absent where rows simply follow each other. */
  start?: number;
  size?: number;
}

export interface Placed {
  items: readonly PlacedRow[];
  /** The list's height in CSS pixels; absent where it is that of its rows. */
  height?: number;
  /** The first and the last row on screen. */
  range: { startIndex: number; endIndex: number } | null;
  /** Of each row that is there. */
  measure?: RefCallback<HTMLElement>;
  scrollTo: (index: number) => void;
}

/** So many rows before and after those on screen, for a wheel that is quicker than the page. */
const overscan = 6;

type Rowed = Virtualizer<HTMLElement, HTMLElement>;

export function useVirtualRows({ rows, list, scroller, mounted, estimate = rowHeight }: VirtualRowsOptions): Placed {
  const core = useLater(loadCore, rows.count > pageSize);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  // The same functions as long as nothing changes: others make it lay out all rows anew.
  const getItemKey = useMemo(() => (index: number) => rows.keyAt(index), [rows]);
  const rangeExtractor = useMemo(() => (range: Range) => {
    const seen = core?.defaultRangeExtractor(range) ?? [];
    return [...new Set([...seen, ...mounted.filter((index) => index < range.count)])].sort((a, b) => a - b);
  }, [core, mounted.join()]);
  // Where the first rows were left: those on screen stay, and focus in them.
  const initial = useMemo(() => ({
    initialRect: { width: scroller.current?.clientWidth ?? 0, height: scroller.current?.clientHeight ?? 0 },
    initialOffset: scroller.current?.scrollTop ?? 0,
  }), [core]);
  const options = core && {
    ...initial,
    count: rows.count, getItemKey, rangeExtractor, overscan,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    scrollToFn: core.elementScroll, observeElementRect: core.observeElementRect, observeElementOffset: core.observeElementOffset,
    measureElement: heightOf,
    onChange: draw,
  };
  const virtualizer = useMemo(() => core && options && new core.Virtualizer<HTMLElement, HTMLElement>(options), [core]);
  const shown = useRef({ rows, list });
  const moved = useRef<number | undefined>(undefined);
  if (virtualizer && options) {
    // Sizes that changed since it was last drawn count.
    virtualizer.getTotalSize();
    const anchor = shown.current.rows === rows ? undefined
      : shown.current.list === list ? anchorOf(virtualizer, rows) : { index: 0, into: 0 };
    virtualizer.setOptions(options);
    if (anchor) moved.current = moveTo(virtualizer, anchor);
  }
  shown.current = { rows, list };
  useLayoutEffect(() => virtualizer?._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    if (moved.current !== undefined && scroller.current) scroller.current.scrollTop = moved.current;
    moved.current = undefined;
    virtualizer?._willUpdate();
  });
  if (!virtualizer) {
    const count = Math.min(rows.count, pageSize);
    return { items: Array.from({ length: count }, (_, index) => ({ index, key: rows.keyAt(index) })), range: null, scrollTo: () => undefined };
  }
  return {
    items: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize(), range: virtualizer.range,
    measure: virtualizer.measureElement, scrollTo: (index) => virtualizer.scrollToIndex(index),
  };
}

/** Should it fail to come, a page of rows is there all the same. */
const loadCore = () => import('@tanstack/virtual-core');

/** With its fraction, so that rows neither overlap nor part. */
function heightOf(element: HTMLElement, entry: ResizeObserverEntry | undefined): number {
  return entry?.borderBoxSize[0]?.blockSize ?? element.getBoundingClientRect().height;
}

interface Anchor {
  index: number;
  /** How far the scroll position is into that row. */
  into: number;
}

/**
 * What is to stay where it is: a row on screen. Of rows that moved apart, one of the many. At the very top nothing is kept,
 * so that what is new is seen there; unless somebody is at work in a row.
 */
function anchorOf({ range, scrollOffset, scrollElement, measurementsCache }: Rowed, next: VirtualRows): Anchor | undefined {
  if (!range || scrollOffset === null || !scrollElement) return undefined;
  if (scrollOffset <= 0 && !scrollElement.contains(document.activeElement)) return undefined;
  const seen = measurementsCache.slice(range.startIndex, range.endIndex + 1).flatMap(({ key, index: old, start }) => {
    const index = typeof key === 'string' ? next.indexOf(key) : undefined;
    return index === undefined ? [] : [{ index, shift: index - old, into: scrollOffset - start }];
  });
  const votes = new Map<number, number>();
  for (const { shift } of seen) votes.set(shift, (votes.get(shift) ?? 0) + 1);
  return seen.toSorted((a, b) => (votes.get(b.shift) ?? 0) - (votes.get(a.shift) ?? 0))[0];
}

/**
 * Has the rows of the new place drawn.
 * @returns where the element itself must be scrolled to once they are there; undefined when it is there already
 */
function moveTo(virtualizer: Rowed, { index, into }: Anchor): number | undefined {
  virtualizer.getTotalSize();
  const offset = Math.max(0, (virtualizer.measurementsCache[index]?.start ?? 0) + into);
  if (Math.abs(offset - (virtualizer.scrollOffset ?? 0)) < 1) return undefined;
  virtualizer.scrollOffset = offset;
  return offset;
}
