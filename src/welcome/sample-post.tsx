/** The main job on a post that was made up for it, with the form that stands on real ones. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Annotate, type StoredBody } from '../ui/annotate.tsx';
import { Tags } from '../ui/tags.tsx';
import { message } from '../webext/i18n.ts';
import { createSample } from './sample.ts';

/** The post's number, as buttons on posts name it. */
const number = '12';

export function SamplePost() {
  const [stored, setStored] = useState<StoredBody>();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const sample = useMemo(() => createSample((body) => {
    setStored(body);
    if (body) setDone(true);
  }), []);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // As on a page: focus returns to the button that the form was opened by.
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <section class="practice" aria-label={message('guideTry')}>
      <ol>
        {(['sampleStepPress', 'sampleStepWrite', 'sampleStepSave'] as const).map((step) => <li key={step}>{message(step)}</li>)}
      </ol>
      <article class={stored ? 'post annotated' : 'post'}>
        <header>
          <h2>{message('sampleChannel')}</h2>
          {!open && !stored && (
            <button type="button" class="annotate" ref={button} aria-label={message('annotatePost', number)} onClick={() => setOpen(true)}>
              ¶ {message('annotate')}
            </button>
          )}
        </header>
        <p class="post-text">{message('sampleText')}</p>
        {stored && !open && (
          <div class="written">
            <button type="button" class="quiet edit" ref={button} aria-label={message('editAnnotation', number)} onClick={() => setOpen(true)}>
              {message('edit')}
            </button>
            <Tags tags={stored.tags.map((name) => ({ name }))} />
            {stored.note !== '' && <p class="note" dir="auto">{stored.note}</p>}
          </div>
        )}
        {open && (
          <div class="editor">
            <Annotate {...sample} stored={stored} draft={sample.kept()} knownTags={[]} onClose={() => setOpen(false)} />
          </div>
        )}
      </article>
      <p role="status">{done && message('sampleDone')}</p>
      <p><small>{message('samplePractice')}</small></p>
    </section>
  );
}
