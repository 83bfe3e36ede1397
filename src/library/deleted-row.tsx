import { daysLeft } from '../model/deleted.ts';
import type { TelegramHost } from '../model/identity.ts';
import type { AnnotationView } from '../model/view.ts';
import { AnnotationSummary } from '../ui/annotation-row.tsx';
import { dateTime, plural } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';

export interface DeletedRowProps {
  view: AnnotationView;
  host: TelegramHost;
  onRestore: () => void;
}

export function DeletedRow({ view, host, onRestore }: DeletedRowProps) {
  const { deletedAt = 0 } = view.annotation;
  const now = Date.now();
  return (
    <AnnotationSummary view={view} host={host} time={plural('daysLeft', daysLeft(deletedAt, now))}>
      <div class="restore">
        <small>{message('deletedAt', dateTime(deletedAt, now))}</small>
        <button type="button" onClick={onRestore}>{message('restore')}</button>
      </div>
    </AnnotationSummary>
  );
}
