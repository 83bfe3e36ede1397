import type { TelegramHost } from '../model/identity.ts';
import { isPressed, libraryKeys } from '../model/shortcuts.ts';
import type { AnnotationView } from '../model/view.ts';
import type { LibraryData } from '../store/library.ts';
import { EditAnnotation } from '../ui/edit-annotation.tsx';
import { useLater } from '../ui/use-later.ts';
import { dateTime } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { CopyCitation } from './copy-citation.tsx';
import { KeptPost } from './kept-post.tsx';

export interface DetailProps {
  view: AnnotationView;
  data: LibraryData;
  host: TelegramHost;
  onClose: () => void;
}

/** Not waited for: most of those who open an annotation want to read it, or write. */
const loadHistory = () => import('./history-section.tsx');

/** The captured post, whole, and the form to write about it. Where there is no room beside the list it lies over it. */
export function Detail({ view, data, host, onClose }: DetailProps) {
  const { annotation: { createdAt, updatedAt }, capture } = view;
  const { publishedAt } = capture.content;
  const now = Date.now();
  const history = useLater(loadHistory);
  return (
    <aside class="detail" aria-label={message('annotationDetail')} onKeyDown={(event) => {
      if (isPressed(event, libraryKeys.leave) && !event.defaultPrevented) onClose();
    }}>
      <div class="detail-head">
        <p class="kept">
          <small>
            {publishedAt !== undefined && `${message('publishedAt', dateTime(publishedAt, now))} · `}
            {message('keptAt', dateTime(capture.at, now))}
          </small>
        </p>
        <button type="button" class="quiet close" aria-label={message('close')} onClick={onClose}>✕</button>
      </div>
      <KeptPost view={view} host={host} />
      <CopyCitation view={view} />
      <EditAnnotation view={view} data={data} onClose={onClose} />
      <p class="written">
        <small>
          {message('madeAt', dateTime(createdAt, now))}
          {updatedAt !== createdAt && ` · ${message('changedAt', dateTime(updatedAt, now))}`}
        </small>
      </p>
      {history && <history.HistorySection view={view} data={data} host={host} />}
    </aside>
  );
}
