/** A post as it was when it was annotated: all that was kept of it. */
import { type ComponentChildren, Fragment } from 'preact';
import { anchor } from '../model/anchor.ts';
import { type CaptureContent } from '../model/capture.ts';
import { currentHandle } from '../model/channel.ts';
import { type TelegramHost, readingUrl } from '../model/identity.ts';
import type { AnnotationView } from '../model/view.ts';
import { kindWords } from '../ui/kind-words.ts';
import { message } from '../webext/i18n.ts';
import { safeLink } from './links.ts';
import { LinkedText } from './linked-text.tsx';

export interface KeptPostProps {
  view: AnnotationView;
  host: TelegramHost;
}

export function KeptPost({ view: { annotation, channel, capture: { content } }, host }: KeptPostProps) {
  const post = { handle: currentHandle(channel), postId: annotation.postId };
  const { text, entities = [], forwardedFrom, replyTo, viaBot, poll, media = [], linkPreview, signature, edited } = content;
  const { target, seen: { views, reactions = [] } } = annotation;
  const quote = target.kind === 'quote' ? anchor(text ?? '', target) : undefined;
  const seen = [
    ...reactions.map(({ emoji = '★', count }) => `${emoji} ${count}`),
    ...(views === undefined ? [] : [message('seenViews', views)]),
    ...(signature === undefined ? [] : [signature]),
    ...(edited ? [message('edited')] : []),
  ];
  return (
    <article class="post">
      <h2>
        <a href={readingUrl(post, host)} target="_blank" rel="noreferrer"><bdi>{channel.title ?? post.handle}</bdi> › {post.postId}</a>
      </h2>
      {forwardedFrom && <Aside><SafeLink url={forwardedFrom.url}>{message('forwardedFrom', forwardedFrom.name)}</SafeLink></Aside>}
      {viaBot !== undefined && <Aside>{message('viaBot', viaBot)}</Aside>}
      {replyTo && (
        <blockquote dir="auto">
          <SafeLink url={replyTo.url}>{message('repliesTo', replyTo.author ?? '…')}</SafeLink>
          {replyTo.text !== undefined && <p dir="auto">{replyTo.text}</p>}
        </blockquote>
      )}
      {text === undefined ? <p class="no-text">{message('postWithoutText')}</p>
        : <p class="post-text" dir="auto"><LinkedText text={text} entities={entities} quote={quote} /></p>}
      {target.kind === 'quote' && !quote && <p class="not-placed"><small>{message('quoteNotHere')}</small> <q dir="auto">{target.exact}</q></p>}
      {poll && (
        <div class="poll" dir="auto">
          <p><b>{poll.question}</b></p>
          <ul>{poll.options.map((option, i) => <li key={i}>{option}</li>)}</ul>
        </div>
      )}
      {media.length > 0 && <ul class="chips">{media.map((each, i) => <li key={i} class="chip"><bdi>{mediaWords(each)}</bdi></li>)}</ul>}
      {linkPreview && (
        <blockquote dir="auto">
          <SafeLink url={linkPreview.url}>{linkPreview.title ?? linkPreview.siteName ?? linkPreview.url}</SafeLink>
          {linkPreview.description !== undefined && <p dir="auto">{linkPreview.description}</p>}
        </blockquote>
      )}
      {seen.length > 0 && <p><small>{seen.map((each, i) => <Fragment key={i}>{i > 0 && ' · '}<bdi>{each}</bdi></Fragment>)}</small></p>}
    </article>
  );
}

function mediaWords({ kind, title, duration }: NonNullable<CaptureContent['media']>[number]): string {
  const time = duration === undefined ? undefined : `${Math.floor(duration / 60)}:${String(Math.floor(duration % 60)).padStart(2, '0')}`;
  return [kindWords(kind), title, time].filter((part) => part !== undefined).join(' · ');
}

function Aside({ children }: { children: ComponentChildren }) {
  return <p><small>{children}</small></p>;
}

function SafeLink({ url, children }: { url: string | undefined; children: ComponentChildren }) {
  const safe = safeLink(url);
  return safe === undefined ? <bdi>{children}</bdi> : <a href={safe} target="_blank" rel="noreferrer"><bdi>{children}</bdi></a>;
}
