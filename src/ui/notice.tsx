import { useLayoutEffect, useRef } from 'preact/hooks';
import { message } from '../webext/i18n.ts';

export interface NoticeProps {
  text: string;
  /** Absent where there is no way back. */
  onUndo?: () => void;
  /** Absent where the notice goes by itself. */
  onClose?: () => void;
  error?: string | undefined;
}

/** What was done, in the place where it was done, with the way back. */
export function Notice({ text, onUndo, onClose, error }: NoticeProps) {
  const notice = useRef<HTMLDivElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => (undo.current ?? notice.current)?.focus(), []);
  return (
    <div class="notice" ref={notice} tabIndex={-1}>
      <span role="status">{text}</span>{' '}
      {onUndo && <button type="button" class="link" ref={undo} onClick={onUndo}>{message('undo')}</button>}
      {onClose && <button type="button" class="quiet" aria-label={message('close')} onClick={onClose}>✕</button>}
      {error !== undefined && <p class="error" role="alert">{error}</p>}
    </div>
  );
}
