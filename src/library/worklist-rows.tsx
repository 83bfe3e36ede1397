/** The listed posts, in the order in which they were given. Only those on screen are there. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TelegramHost } from '../model/identity.ts';
import { Notice } from '../ui/notice.tsx';
import { Tags } from '../ui/tags.tsx';
import { useRowKeys } from '../ui/use-row-keys.ts';
import { useVirtualRows } from '../ui/use-virtual-rows.ts';
import { message } from '../webext/i18n.ts';
import { PostLink } from './post-link.tsx';
import type { WorklistEntry } from './use-worklist.ts';
import { statusNames } from './worklist-words.ts';
import '../ui/list.css';

export interface WorklistActions {
  onOpen: (entry: WorklistEntry) => void;
  onLeave: (entry: WorklistEntry) => void;
  onReopen: (entry: WorklistEntry) => void;
  onRemove: (entry: WorklistEntry) => void;
  /** Takes its removal back. */
  onRestore: (entry: WorklistEntry) => void;
}

export interface WorklistRowsProps extends WorklistActions {
  entries: readonly WorklistEntry[];
  /** Those of them that were removed, and can be put back. */
  removed: readonly WorklistEntry[];
  host: TelegramHost;
  /** What the entries are narrowed to. */
  list: unknown;
  /** What scrolls the list. */
  scroller: { readonly current: HTMLElement | null };
}

/** In CSS pixels, of one without tags. */
const entryHeight = 43;

export function WorklistRows({ entries, removed, host, list, scroller, ...actions }: WorklistRowsProps) {
  const ul = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => {
    const indexes = new Map(entries.map(({ seq }, index) => [String(seq), index]));
    return { count: entries.length, keyAt: (index: number) => String(entries[index]?.seq), indexOf: (key: string) => indexes.get(key) };
  }, [entries]);
  const [focused, setFocused] = useState<string>();
  const focusedIndex = focused === undefined ? undefined : rows.indexOf(focused);
  const placed = useVirtualRows({ rows, list, scroller, mounted: focusedIndex === undefined ? [] : [focusedIndex], estimate: entryHeight });
  const onKeyDown = useRowKeys(ul, rows.count, placed);
  useFocusKept(ul, entries);
  const gone = new Set(removed.map(({ seq }) => seq));
  return (
    <ul ref={ul} class="annotations" aria-label={message('worklist')} onKeyDown={onKeyDown}
      style={placed.height === undefined ? {} : { blockSize: `${placed.height}px` }}
      onFocusIn={({ target }) => setFocused(keyOf(target))} onFocusOut={({ relatedTarget }) => setFocused(keyOf(relatedTarget))}>
      {placed.items.map(({ key, index, start }) => {
        const entry = entries[index];
        if (!entry) return null;
        return (
          <li key={key} ref={placed.measure ?? null} class="row entry" data-index={index} data-key={entry.seq} data-status={entry.status}
            aria-setsize={rows.count} aria-posinset={index + 1}
            {...(start !== undefined && { style: { position: 'absolute' as const, insetBlockStart: `${start}px` } })}>
            {gone.has(entry.seq) ? <Notice text={message('removed')} onUndo={() => actions.onRestore(entry)} />
              : <Entry entry={entry} host={host} {...actions} />}
          </li>
        );
      })}
    </ul>
  );
}

function Entry({ entry, host, onOpen, onLeave, onReopen, onRemove }: { entry: WorklistEntry; host: TelegramHost } & WorklistActions) {
  const { handle, postId, status, mark, title, leftAt } = entry;
  return (
    <>
      <PostLink entry={entry} host={host} onOpen={onOpen}><b><bdi>{title ?? handle}</bdi></b> › {postId}</PostLink>
      <small class="entry-status">{message(statusNames[status])}</small>
      <Tags tags={mark?.tags ?? []} />
      <div class="entry-actions">
        {status === 'open' && <button type="button" class="quiet" key="turn" onClick={() => onLeave(entry)}>{message('leave')}</button>}
        {status === 'left' && !mark && leftAt !== undefined && (
          <button type="button" class="quiet" key="turn" onClick={() => onReopen(entry)}>{message('reopen')}</button>
        )}
        <button type="button" class="quiet" onClick={() => onRemove(entry)}>{message('remove')}</button>
      </div>
    </>
  );
}

/** When the row that had focus goes, or what had focus in it, focus goes to the row, or to the one that stands there instead. */
function useFocusKept(list: { readonly current: HTMLElement | null }, entries: readonly WorklistEntry[]): void {
  const last = useRef<{ key: string; index: string } | undefined>(undefined);
  useEffect(() => {
    const note = ({ target }: Event) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
      last.current = row ? { key: row.dataset['key'] ?? '', index: row.dataset['index'] ?? '' } : undefined;
    };
    // Whoever goes elsewhere by themselves is not to be called back.
    const types = ['focusin', 'pointerdown'];
    for (const type of types) document.addEventListener(type, note);
    return () => {
      for (const type of types) document.removeEventListener(type, note);
    };
  }, []);
  useEffect(() => {
    if (!last.current || document.activeElement !== document.body) return;
    const { key, index } = last.current;
    const row = list.current?.querySelector(`[data-key="${key}"]`) ?? list.current?.querySelector(`[data-index="${index}"]`);
    row?.querySelector<HTMLElement>('button')?.focus();
  }, [entries]);
}

function keyOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
}
