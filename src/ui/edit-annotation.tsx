/** Editing a stored annotation where its post is not at hand. */
import { useEffect, useState } from 'preact/hooks';
import { type Body, type Draft, sameBody } from '../model/annotation.ts';
import { postKeyOf } from '../model/channel.ts';
import type { TagUse } from '../model/suggest.ts';
import type { AnnotationView } from '../model/view.ts';
import type { Annotate } from './annotate.tsx';
import { message } from '../webext/i18n.ts';
import { readingFailureWords } from './reading-failure-words.ts';
import type { ReviewData } from './review-data.ts';
import { say } from './say.ts';
import { call } from './worker.ts';

export interface EditAnnotationProps {
  view: AnnotationView;
  data: ReviewData;
  onClose: () => void;
}

/** The form is loaded when it is first needed, so that the list need not wait for it. */
interface Loaded {
  Annotate: typeof Annotate;
  draft: Draft | undefined;
  knownTags: TagUse[];
}

export function EditAnnotation({ view, data, onClose }: EditAnnotationProps) {
  const [ready, setReady] = useState<Loaded>();
  const [error, setError] = useState<string>();
  const [started] = useState(view);
  useEffect(() => {
    Promise.all([import('./annotate.tsx'), data.draftOf(view), data.tagUses()])
      .then(([{ Annotate }, draft, knownTags]) => setReady({ Annotate, draft, knownTags }))
      .catch((failure: unknown) => setError(readingFailureWords(failure)));
  }, []);
  if (error !== undefined) return <p class="error" role="alert">{error}</p>;
  if (!ready) return <p class="opening" aria-busy="true" />;

  const { annotation, channel } = view;
  const { id, target, rev } = annotation;
  const { Annotate } = ready;
  const key = postKeyOf(channel, annotation.postId);
  // Moved to another version of its post meanwhile, it says the same: there is nothing to choose from.
  const isAsStarted = sameBody(bodyOf(view), bodyOf(started));
  return (
    <Annotate stored={{ id, rev, ...bodyOf(view) }} draft={ready.draft} knownTags={ready.knownTags}
      save={(body, edited) => call('annotation.save', { id, body, rev: edited === started.annotation.rev && isAsStarted ? rev : edited })}
      remove={() => call('annotation.delete', { id })}
      restore={() => call('annotation.restore', { id })}
      keepDraft={({ tags: names, pending, note: text, rev: edited }) => (
        call('draft.save', { key, target, draft: { tags: names, pending, note: text, rev: edited } })
      )}
      discardDraft={() => call('draft.discard', { key, target })}
      onClose={(done) => {
        onClose();
        if (done) say(message(done));
      }} />
  );
}

function bodyOf({ annotation: { note }, tags }: AnnotationView): Body {
  return { note, tags: tags.map((tag) => tag.name) };
}
