/** What can be done with the selected annotations. Loaded when something is selected. */
import { useRef, useState } from 'preact/hooks';
import type { BulkChange } from '../store/bulk.ts';
import type { LibraryData } from '../store/library.ts';
import { plural } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { AddTagsForm, RemoveTagsForm } from './many-forms.tsx';

export interface SelectionBarProps {
  ids: ReadonlySet<string>;
  /** How many the query finds. */
  total: number;
  data: LibraryData;
  /** A step is under way: nothing else is begun. */
  busy: boolean;
  onChange: (change: BulkChange) => void;
  onAll: () => void;
  onClear: () => void;
}

export function SelectionBar({ ids, total, data, busy, onChange, onAll, onClear }: SelectionBarProps) {
  const [open, setOpen] = useState<'add' | 'remove'>();
  const buttons = { add: useRef<HTMLButtonElement>(null), remove: useRef<HTMLButtonElement>(null) };
  const toggle = (form: 'add' | 'remove') => setOpen(open === form ? undefined : form);
  function close() {
    if (open) buttons[open].current?.focus();
    setOpen(undefined);
  }
  function change(wanted: BulkChange) {
    if (busy) return;
    close();
    onChange(wanted);
  }
  const form = { data, onChange: change, onClose: close };
  return (
    <>
      <button type="button" ref={buttons.add} aria-expanded={open === 'add'} onClick={() => toggle('add')}>{message('addTags')}</button>
      <button type="button" ref={buttons.remove} aria-expanded={open === 'remove'} onClick={() => toggle('remove')}>{message('removeTags')}</button>
      <button type="button" aria-disabled={busy} onClick={() => change('delete')}>{message('delete')}</button>
      {ids.size < total && <button type="button" class="link" onClick={onAll}>{plural('selectAllFound', total)}</button>}
      <button type="button" class="quiet" onClick={onClear}>{message('clearSelection')}</button>
      {open === 'add' && <AddTagsForm {...form} />}
      {open === 'remove' && <RemoveTagsForm ids={ids} {...form} />}
    </>
  );
}
