/** Bars that show when the posts were written, and narrow the list to a week, or to weeks side by side. */
import type { TargetedKeyboardEvent } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { isPressed, libraryKeys, pressedKey } from '../model/shortcuts.ts';
import type { Facets } from '../model/view.ts';
import { count as number, day, month, year } from '../ui/words.ts';
import { type MessageKey, direction, message } from '../webext/i18n.ts';
import { type Bar, type Range, type Unit, afterPress, histogramOf, isInRange } from './histogram.ts';

export interface HistogramChartProps {
  facets: Facets;
  /** What is chosen. */
  range: Range | undefined;
  onRange: (range: Range | undefined) => void;
}

const titles: Record<Unit, MessageKey> = { week: 'perWeek', month: 'perMonth', year: 'perYear' };
const columns: Record<Unit, MessageKey> = { week: 'week', month: 'month', year: 'year' };

/** In the drawing's own units, which are as wide as there is room. */
const [height, gap] = [48, 0.25];

function barWords(unit: Unit, start: number): string {
  return unit === 'year' ? year(start) : unit === 'month' ? month(start) : day(start);
}

export function HistogramChart({ facets, range, onRange }: HistogramChartProps) {
  const { unit, bars } = useMemo(() => histogramOf(facets), [facets]);
  const chart = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState(0);
  if (bars.length === 0) return null;
  const most = Math.max(...bars.map((bar) => bar.count));
  // One of them is in the order of Tab; the arrow keys go to the others.
  const stop = Math.min(current, bars.length - 1);

  function press(bar: Bar, extend: boolean) {
    onRange(afterPress(bar, range, extend));
  }
  function onKeyDown(event: TargetedKeyboardEvent<SVGElement>) {
    const bar = bars[stop];
    const [back, on] = direction() === 'rtl' ? [stop + 1, stop - 1] : [stop - 1, stop + 1];
    const to = [back, on, 0, bars.length - 1][pressedKey(event, libraryKeys.goToBar)];
    if (to !== undefined) {
      setCurrent(Math.max(0, Math.min(to, bars.length - 1)));
      chart.current?.querySelectorAll<SVGElement>('[role=button]')[to]?.focus();
    } else if (bar && isPressed(event, libraryKeys.pressBar)) {
      press(bar, event.shiftKey);
    } else return;
    event.preventDefault();
  }

  return (
    <section class="histogram" aria-label={message(titles[unit])}>
      <svg ref={chart} role="group" aria-label={message(titles[unit])} viewBox={`0 0 ${bars.length} ${height}`} preserveAspectRatio="none"
        onKeyDown={onKeyDown}>
        {bars.map((bar, i) => {
          const { start, count } = bar;
          // What there is little of is seen all the same.
          const tall = count === 0 ? 0 : Math.max(2, (count / most) * height);
          const words = unit === 'week' ? message('weekOf', day(start)) : barWords(unit, start);
          return (
            // `tabindex` in lower case, as SVG has it: Preact writes attributes of SVG as they are spelled here.
            <g key={start} role="button" tabindex={i === stop ? 0 : -1} aria-pressed={range !== undefined && isInRange(bar, range)}
              aria-label={`${words}: ${number(count)}`} class={isInRange(bar, range) ? 'bar chosen' : 'bar'}
              onClick={(event) => press(bar, event.shiftKey)} onFocus={() => setCurrent(i)}>
              <title>{`${words}: ${number(count)}`}</title>
              <rect class="reach" x={i} y={0} width={1} height={height} />
              <rect x={i + gap / 2} y={height - tall} width={1 - gap} height={tall} />
            </g>
          );
        })}
      </svg>
      <details>
        <summary><small>{message(titles[unit])}</small></summary>
        <table>
          <thead><tr><th scope="col">{message(columns[unit])}</th><th scope="col">{message('annotations')}</th></tr></thead>
          <tbody>
            {bars.filter((bar) => bar.count > 0).map(({ start, count }) => (
              <tr key={start}><th scope="row">{barWords(unit, start)}</th><td>{number(count)}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
