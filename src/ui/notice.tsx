import { useLayoutEffect, useRef } from 'preact/hooks';
import { message } from '../webext/i18n.ts';

export interface NoticeProps {
  text: string;
  onUndo: () => void;
  /** Absent where the notice goes by itself. */
  onClose?: () => void;
  error?: string | undefined;
}

/** What was done, in the place where it was done, with the way back. */
export function Notice({ text, onUndo, onClose, error }: NoticeProps) {
  const undo = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => undo.current?.focus(), []);
  return (
    <div class="notice">
      <span role="status">{text}</span>{' '}
      <button type="button" class="link" ref={undo} onClick={onUndo}>{message('undo')}</button>
      {onClose && <button type="button" class="quiet" aria-label={message('close')} onClick={onClose}>✕</button>}
      {error !== undefined && <p class="error" role="alert">{error}</p>}
    </div>
  );
}
