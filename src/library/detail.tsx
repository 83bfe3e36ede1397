import { currentHandle } from '../model/channel.ts';
import { type TelegramHost, readingUrl } from '../model/identity.ts';
import type { AnnotationView } from '../model/view.ts';
import { EditAnnotation } from '../ui/edit-annotation.tsx';
import type { ReviewData } from '../ui/review-data.ts';
import { dateTime } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';

export interface DetailProps {
  view: AnnotationView;
  data: ReviewData;
  host: TelegramHost;
  onClose: () => void;
}

/** The captured post, whole, and the form to write about it. */
export function Detail({ view, data, host, onClose }: DetailProps) {
  const { annotation, capture, channel } = view;
  const post = { handle: currentHandle(channel), postId: annotation.postId };
  const { text, publishedAt, forwardedFrom } = capture.content;
  return (
    <aside class="detail" aria-label={message('annotationDetail')}>
      <p class="kept">
        <small>
          {publishedAt !== undefined && `${message('publishedAt', dateTime(publishedAt, Date.now()))} · `}
          {message('keptAt', dateTime(capture.at, Date.now()))}
        </small>
      </p>
      <article class="post">
        <h2>
          <a href={readingUrl(post, host)} target="_blank" rel="noreferrer"><bdi>{channel.title ?? post.handle}</bdi> › {post.postId}</a>
        </h2>
        {forwardedFrom && <p><small>{message('forwardedFrom', forwardedFrom.name)}</small></p>}
        {text === undefined ? <p class="no-text">{message('postWithoutText')}</p> : <p class="post-text" dir="auto">{text}</p>}
      </article>
      <EditAnnotation view={view} data={data} onClose={onClose} />
    </aside>
  );
}
