/** Says that the browser has thrown the database away, as Chromium does with one that it cannot read. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { readDatabaseMark, writeDatabaseMark } from '../webext/database-mark.ts';
import { message } from '../webext/i18n.ts';
import type { ReviewData } from './review-data.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useLive } from './use-live.ts';

/** @param onImport leads to where a copy can be imported */
export function LossNotice({ data, onImport }: { data: ReviewData; onImport: () => void }) {
  const { value: id } = useLive(() => data.databaseId(), []);
  const [mark, setMark] = useState<string>();
  const notice = useRef<HTMLDivElement>(null);
  useFocusReturn(notice);
  useEffect(() => {
    readDatabaseMark().then(setMark, (error: unknown) => console.error('Postil:', error));
  }, []);
  if (id === undefined || mark === undefined || mark === id) return null;
  return (
    <div ref={notice} class="backup-reminder">
      <p class="error" role="alert">{message('databaseLost')}</p>
      <button type="button" onClick={onImport}>{message('importCopy')}</button>
      <button type="button" class="quiet" onClick={() => {
        setMark(id);
        writeDatabaseMark(id).catch((error: unknown) => console.error('Postil:', error));
      }}>{message('understood')}</button>
    </div>
  );
}
