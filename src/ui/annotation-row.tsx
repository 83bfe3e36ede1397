/** One annotation in a list: whose post, what it said, what was written about it, what can be done. */
import type { ComponentChildren } from 'preact';
import { currentHandle } from '../model/channel.ts';
import { type TelegramHost, readingUrl } from '../model/identity.ts';
import type { AnnotationView } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { Icon } from './icon.tsx';
import { Tags } from './tags.tsx';
import { dateTime } from './words.ts';

interface SummaryProps {
  view: AnnotationView;
  host: TelegramHost;
  /** When what it is listed by happened. */
  time: ComponentChildren;
  /** What can be done. */
  children: ComponentChildren;
}

export interface RowProps {
  view: AnnotationView;
  host: TelegramHost;
  onEdit: () => void;
  onDelete: () => void;
}

/** Two lines of it are shown; the rest need not be laid out. */
const excerptLength = 300;

export function AnnotationSummary({ view, host, time, children }: SummaryProps) {
  const { annotation, author, mine, capture, channel, tags } = view;
  const post = { handle: currentHandle(channel), postId: annotation.postId };
  return (
    <>
      <div class="source">
        <a href={readingUrl(post, host)} target="_blank" rel="noreferrer">
          <b><bdi>{channel.title ?? post.handle}</bdi></b> › {post.postId}
        </a>
        {!mine && <small><bdi>{author.name ?? message('unnamedAuthor')}</bdi></small>}
        <small>{time}</small>
      </div>
      {capture.content.text !== undefined && <p class="excerpt" dir="auto">{capture.content.text.slice(0, excerptLength)}</p>}
      {annotation.note !== '' && <p class="note" dir="auto">{annotation.note}</p>}
      <div class="row-end">
        <Tags names={tags.map((tag) => tag.name)} />
        {children}
      </div>
    </>
  );
}

export function AnnotationRow({ view, host, onEdit, onDelete }: RowProps) {
  const { annotation: { postId, updatedAt }, mine, channel } = view;
  return (
    <AnnotationSummary view={view} host={host} time={<Moment time={updatedAt} />}>
      <div class="actions">
        <a href={`tg://resolve?domain=${currentHandle(channel)}&post=${postId}`}
          aria-label={message('openInTelegram')} title={message('openInTelegram')}><Icon name="open" /></a>
        {mine && (
          <button type="button" aria-label={message('edit')} title={message('edit')} onClick={onEdit}><Icon name="edit" /></button>
        )}
        <button type="button" aria-label={message('delete')} title={message('delete')} onClick={onDelete}><Icon name="delete" /></button>
      </div>
    </AnnotationSummary>
  );
}

function Moment({ time }: { time: number }) {
  return <time dateTime={new Date(time).toISOString()}>{dateTime(time, Date.now())}</time>;
}
