/** Looks at a post over time: its views as a line, with what each look showed in a table behind it. */
import type { Seen } from '../model/history.ts';
import type { KeptVersion } from '../store/history.ts';
import { count, dateTime, plural } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { versionName } from './history-words.ts';
import { type LookPoint, chartHeight, chartWidth, estimate, lookPoints } from './look-chart.ts';

export interface HistoryLooksProps {
  seen: readonly Seen[];
  versions: readonly KeptVersion[];
}

/** Room for what is drawn at the edges. */
const edge = 6;

export function HistoryLooks({ seen, versions }: HistoryLooksProps) {
  const points = lookPoints(seen);
  const now = Date.now();
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) return null;
  const most = Math.max(0, ...seen.flatMap(({ views }) => estimate(views) ?? []));
  const stateOf = ({ version }: Seen) => (version ? versionName(versions, version.id) : message('notShownThen'));
  return (
    <section class="looks" aria-label={message('looks')}>
      <h3>{message('looks')}</h3>
      {seen.length > 1 && (
        <figure>
          {most > 0 && <small>{message('viewsUpTo', count(most))}</small>}
          <svg role="img" aria-label={`${message('viewsOverTime')}: ${plural('lookCount', seen.length)}`}
            viewBox={`${-edge} ${-edge} ${chartWidth + 2 * edge} ${chartHeight + 2 * edge}`}>
            <line class="base" x1={0} x2={chartWidth} y1={chartHeight} y2={chartHeight} />
            {lines(points).map(([from, to]) => (
              <line key={to.look.at} class={to.isAfterGap ? 'views gap' : 'views'} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
            ))}
            {points.map(({ look, x, y }) => (
              <g key={look.at}>
                <title>{[dateTime(look.at, now), stateOf(look), ...counts(look)].join(' · ')}</title>
                {look.version ? <circle class={y === undefined ? 'look untold' : 'look'} cx={x} cy={y ?? chartHeight} r={3} />
                  : <path class="not-shown" d={`M${x - 4} ${chartHeight - 4}l8 8m0 -8l-8 8`} />}
              </g>
            ))}
          </svg>
          <figcaption>
            <small>{dateTime(first.at, now)}</small>
            <small>{dateTime(last.at, now)}</small>
          </figcaption>
        </figure>
      )}
      <details>
        <summary><small>{plural('lookCount', seen.length)}</small></summary>
        {/* To be reached by keyboard, since it scrolls where there is little room. */}
        <div class="table" tabIndex={0} role="group" aria-label={message('looks')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{message('lookTime')}</th><th scope="col">{message('lookShowed')}</th>
                <th scope="col">{message('lookViews')}</th><th scope="col">{message('lookReactions')}</th>
              </tr>
            </thead>
            <tbody>
              {seen.map((look, i) => (
                <tr key={look.at} class={points[i]?.isAfterGap ? 'after-gap' : ''}>
                  <th scope="row"><time dateTime={new Date(look.at).toISOString()}>{dateTime(look.at, now)}</time></th>
                  <td>{stateOf(look)}</td><td>{look.views}</td><td>{reactionsOf(look).join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p><small>{message('looksHelp')}</small></p>
      </details>
    </section>
  );
}

/** From each look that told views to the next that did. */
function lines(points: readonly LookPoint[]): [LookPoint, LookPoint][] {
  const counted = points.filter(({ y }) => y !== undefined);
  return counted.slice(1).flatMap((to, i): [LookPoint, LookPoint][] => {
    const from = counted[i];
    return from ? [[from, to]] : [];
  });
}

function reactionsOf({ reactions = [] }: Seen): string[] {
  return reactions.map(({ emoji = '★', count: times }) => `${emoji} ${times}`);
}

function counts(look: Seen): string[] {
  return [...(look.views === undefined ? [] : [message('seenViews', look.views)]), ...reactionsOf(look)];
}
