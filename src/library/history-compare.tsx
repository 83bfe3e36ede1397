/** Two versions of a post: what differs, and both of them whole. */
import { useState } from 'preact/hooks';
import type { Seen } from '../model/history.ts';
import type { TelegramHost } from '../model/identity.ts';
import type { AnnotationView } from '../model/view.ts';
import type { KeptVersion } from '../store/history.ts';
import { message } from '../webext/i18n.ts';
import { Difference } from './difference.tsx';
import { timeSpan, versionName } from './history-words.ts';
import { KeptPost } from './kept-post.tsx';

export interface HistoryCompareProps {
  view: AnnotationView;
  /** Two at least. */
  versions: readonly KeptVersion[];
  seen: readonly Seen[];
  host: TelegramHost;
}

/** What was chosen, or what the annotation stands on and what came last. */
export function HistoryCompare({ view, versions, seen, host }: HistoryCompareProps) {
  const [chosen, setChosen] = useState<{ before?: string; after?: string }>({});
  const { captureId } = view.annotation;
  const last = versions.at(-1)?.capture.id;
  const withId = (id: string | undefined) => versions.find(({ capture }) => capture.id === id);
  const before = withId(chosen.before) ?? withId(captureId === last ? versions.at(-2)?.capture.id : captureId);
  const after = withId(chosen.after) ?? withId(last);
  if (!before || !after) return null;
  return (
    <section class="compare" aria-label={message('compareVersions')}>
      <h3>{message('compareVersions')}</h3>
      <div class="compared">
        <VersionMenu label={message('compareBefore')} versions={versions} value={before.capture.id} onChange={(id) => setChosen({ ...chosen, before: id })} />
        <VersionMenu label={message('compareAfter')} versions={versions} value={after.capture.id} onChange={(id) => setChosen({ ...chosen, after: id })} />
      </div>
      <Difference before={before.capture} after={after.capture} />
      <details class="whole">
        <summary>{message('sideBySide')}</summary>
        <div class="beside">
          {[before, after].map(({ capture }, i) => (
            <section key={i} aria-label={versionName(versions, capture.id)}>
              <h4>{versionName(versions, capture.id)}</h4>
              <KeptPost view={viewAt(view, capture, seen)} host={host} />
            </section>
          ))}
        </div>
      </details>
    </section>
  );
}

/** With the counts that this version had when it was seen last. */
function viewAt(view: AnnotationView, capture: AnnotationView['capture'], seen: readonly Seen[]): AnnotationView {
  const { annotation } = view;
  const look = seen.findLast(({ version }) => version?.id === capture.id);
  return { ...view, capture, annotation: look ? { ...annotation, seen: { ...look, app: annotation.seen.app } } : annotation };
}

interface VersionMenuProps {
  label: string;
  versions: readonly KeptVersion[];
  value: string;
  onChange: (id: string) => void;
}

function VersionMenu({ label, versions, value, onChange }: VersionMenuProps) {
  return (
    <label>
      <small>{label}</small>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {versions.map(({ capture: { id }, firstSeen, lastSeen }) => (
          <option key={id} value={id} selected={id === value}>{`${versionName(versions, id)} · ${timeSpan(firstSeen, lastSeen)}`}</option>
        ))}
      </select>
    </label>
  );
}
