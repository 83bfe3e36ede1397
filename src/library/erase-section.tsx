import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LibraryData } from '../store/library.ts';
import { message } from '../webext/i18n.ts';
import { ErasePanel } from './erase-panel.tsx';

export interface EraseSectionProps {
  data: LibraryData;
  onErased: () => void;
}

/** Deletes everything, once it was asked whether a copy is needed. */
export function EraseSection({ data, onErased }: EraseSectionProps) {
  const title = useId();
  const [phase, setPhase] = useState<'closed' | 'open' | 'left' | 'erased'>('closed');
  const opener = useRef<HTMLButtonElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (phase === 'left') opener.current?.focus();
    if (phase === 'erased') said.current?.focus();
  }, [phase]);
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{message('eraseEverything')}</h2>
      <p>{message('eraseSays')}</p>
      {phase === 'open' ? (
        <ErasePanel data={data} onCancel={() => setPhase('left')}
          onErased={() => {
            setPhase('erased');
            onErased();
          }} />
      ) : (
        <button type="button" ref={opener} onClick={() => setPhase('open')}>{message('eraseOpen')}</button>
      )}
      {phase === 'erased' && <p role="status" ref={said} tabIndex={-1}>{message('erased')}</p>}
    </section>
  );
}
