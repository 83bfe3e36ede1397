/** One annotation in a list: whose post, what it said, what was written about it, what can be done. */
import type { ComponentChildren } from 'preact';
import { currentHandle } from '../model/channel.ts';
import { type TelegramHost, readingUrl } from '../model/identity.ts';
import type { Sort, Term } from '../model/query.ts';
import { postTime } from '../model/searched.ts';
import type { AnnotationView } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { Icon } from './icon.tsx';
import { Marked, excerptOf } from './marked.tsx';
import { Tags } from './tags.tsx';
import { dateTime } from './words.ts';

interface SummaryProps {
  view: AnnotationView;
  host: TelegramHost;
  /** What found it. */
  terms?: readonly Term[];
  /** When what it is listed by happened. */
  time: ComponentChildren;
  /** What can be done. */
  children: ComponentChildren;
}

export interface RowProps {
  view: AnnotationView;
  host: TelegramHost;
  terms: readonly Term[];
  /** By what it is listed. */
  sort: Sort;
  onEdit: () => void;
  onDelete: () => void;
}

export function AnnotationSummary({ view, host, terms = [], time, children }: SummaryProps) {
  const { annotation, author, mine, capture, channel, tags } = view;
  const post = { handle: currentHandle(channel), postId: annotation.postId };
  const { target } = annotation;
  const [Words, text] = target.kind === 'quote' ? ['q', target.exact] as const : ['span', capture.content.text] as const;
  return (
    <>
      <div class="source">
        <a href={readingUrl(post, host)} target="_blank" rel="noreferrer">
          <b><bdi><Marked text={channel.title ?? post.handle} terms={terms} /></bdi></b> › {post.postId}
        </a>
        {!mine && <small><bdi>{author.name ?? message('unnamedAuthor')}</bdi></small>}
        <small>{time}</small>
      </div>
      {text !== undefined && <p class="excerpt" dir="auto"><Words><Marked text={excerptOf(text, terms)} terms={terms} /></Words></p>}
      {annotation.note !== '' && <p class="note" dir="auto"><Marked text={excerptOf(annotation.note, terms)} terms={terms} /></p>}
      <div class="row-end">
        <Tags tags={tags} show={(name) => <Marked text={name} terms={terms} />} />
        {children}
      </div>
    </>
  );
}

/** The time that tells why a row stands where it does. */
function timeIn({ annotation, capture }: AnnotationView, sort: Sort): number {
  switch (sort) {
    case 'changed': return annotation.updatedAt;
    case 'created': return annotation.createdAt;
    case 'post':
    case 'channel': return postTime(annotation, capture.content);
  }
}

export function AnnotationRow({ view, host, terms, sort, onEdit, onDelete }: RowProps) {
  const { annotation: { postId }, mine, channel } = view;
  return (
    <AnnotationSummary view={view} host={host} terms={terms} time={<Moment time={timeIn(view, sort)} />}>
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
