import { useId, useRef, useState } from 'preact/hooks';
import { isPressed, libraryKeys } from '../model/shortcuts.ts';
import type { LibraryData } from '../store/library.ts';
import { useLater } from '../ui/use-later.ts';
import type { Review } from '../ui/use-review.ts';
import { message } from '../webext/i18n.ts';

export interface ExportAsProps {
  data: LibraryData;
  /** What is found now can be exported, too. */
  review: Review;
  /** And so can these, when there are any. */
  selectedIds?: readonly string[];
}

const load = () => import('./export-panel.tsx');

/** Opens what there is to choose from before a download. */
export function ExportAs({ data, review, selectedIds = [] }: ExportAsProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useLater(load, open);
  function close() {
    setOpen(false);
    button.current?.focus();
  }
  return (
    <>
      <button type="button" ref={button} aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}
        onKeyDown={(event) => isPressed(event, libraryKeys.leave) && close()}>
        {message('exportAs')}
      </button>
      {open && panel && <panel.ExportPanel id={id} data={data} review={review} selectedIds={selectedIds} onClose={close} />}
    </>
  );
}
