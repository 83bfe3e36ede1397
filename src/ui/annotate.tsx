/** Annotating one post, from the open form to "Saved" or to a notice with Undo. The same on a page, in popup and library. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Done } from '../messages/signals.ts';
import { type Body, type Draft, type SaveOutcome, sameBody } from '../model/annotation.ts';
import type { TagUse } from '../model/suggest.ts';
import { message } from '../webext/i18n.ts';
import { AnnotationForm } from './annotation-form.tsx';
import { createDraftSaver } from './draft-saver.ts';
import { failureWords, failureWordsInForm } from './failure-words.ts';
import { Notice } from './notice.tsx';

export interface StoredBody extends Body {
  id: string;
  rev: number;
}

export interface AnnotateProps {
  stored?: StoredBody | undefined;
  /** What was typed before and not saved. */
  draft?: Draft | undefined;
  knownTags: readonly TagUse[];
  /** Keeps tags from one annotation to the next: `kept` are those of the last, when that is wished. */
  keeping?: { kept: readonly string[] | undefined; keep: (tags: string[] | undefined) => Promise<unknown> };
  save: (body: Body, rev: number) => Promise<SaveOutcome>;
  remove: (id: string) => Promise<unknown>;
  restore: (id: string) => Promise<unknown>;
  keepDraft: (draft: Draft) => Promise<unknown>;
  discardDraft: () => Promise<unknown>;
  /** The form may go; what was done is to be heard. */
  onClose: (done?: Done) => void;
  /** A notice stands in the form's place, or the form is back. */
  onNotice?: (stands: boolean) => void;
}

type Phase =
  | { name: 'form'; initial: Draft }
  /** With what was typed and not saved when it was deleted. */
  | { name: 'deleted'; id: string; draft: Draft | undefined }
  | { name: 'discarded'; draft: Draft };

export function Annotate({ stored, draft, knownTags, keeping, save, remove, restore, keepDraft, discardDraft, onClose, onNotice }: AnnotateProps) {
  const untouched: Draft = { tags: stored?.tags ?? [...keeping?.kept ?? []], note: stored?.note ?? '', pending: '', rev: stored?.rev ?? 0 };
  const [phase, setPhase] = useState<Phase>({ name: 'form', initial: draft ?? untouched });
  const [failure, setFailure] = useState<unknown>();
  const [keeps, setKeeps] = useState(keeping?.kept !== undefined);
  const saver = useMemo(() => createDraftSaver((typed) => keepDraft(typed).then(() => setFailure(undefined)), setFailure), []);
  useEffect(() => {
    // Leaving by any way keeps what was typed a moment ago.
    const leave = () => void saver.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  function go(next: Phase) {
    setPhase(next);
    setFailure(undefined);
    onNotice?.(next.name !== 'form');
  }

  function attempt(work: () => Promise<void>) {
    work().catch(setFailure);
  }

  function touched(typed: Draft): boolean {
    return typed.pending !== '' || !sameBody(typed, untouched);
  }

  async function discard(typed: Draft) {
    saver.drop();
    await saver.flush();
    await discardDraft();
    if (touched(typed)) go({ name: 'discarded', draft: typed });
    else onClose();
  }

  const error = failure === undefined ? undefined : failureWords(failure);
  switch (phase.name) {
    case 'form':
      return (
        <AnnotationForm initial={phase.initial} knownTags={knownTags} onTyped={saver.change}
          warning={failure === undefined ? undefined : failureWordsInForm(failure)}
          onSave={async (body, rev) => {
            await saver.flush();
            const outcome = await save(body, rev);
            if (outcome.status === 'saved') {
              saver.drop();
              // What is saved is saved: that its tags cannot be kept for the next one is no failure of it.
              if (keeps) await keeping?.keep(body.tags).catch(() => undefined);
            }
            return outcome;
          }}
          keeping={keeping && {
            on: keeps,
            async set(on, tags) {
              setKeeps(on);
              try {
                await keeping.keep(on ? tags : undefined);
              } catch (reason) {
                setKeeps(!on);
                throw reason;
              }
            },
          }}
          onSaved={() => onClose('saved')}
          onEscape={() => void saver.flush().then((isKept) => isKept && onClose())}
          onCancel={(typed) => attempt(() => discard(typed))}
          onGiveWay={discard}
          onDelete={stored && (async (typed) => {
            await remove(stored.id);
            saver.drop();
            await saver.flush();
            await discardDraft();
            go({ name: 'deleted', id: stored.id, draft: touched(typed) ? typed : undefined });
          })} />
      );
    case 'deleted':
      return (
        <Notice text={message('deleted')} error={error} onClose={() => onClose()}
          onUndo={() => attempt(async () => {
            await restore(phase.id);
            if (phase.draft) await keepDraft(phase.draft);
            onClose('restored');
          })} />
      );
    case 'discarded':
      return (
        <Notice text={message('discarded')} error={error} onClose={() => onClose()}
          onUndo={() => attempt(async () => {
            await keepDraft(phase.draft);
            go({ name: 'form', initial: phase.draft });
          })} />
      );
  }
}
