/** The page in which a post is annotated: framed in the post, or in a tab of its own where frames of ours do not run. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Done } from '../messages/signals.ts';
import type { Answer } from '../messages/table.ts';
import { keyOf } from '../model/identity.ts';
import { Annotate } from '../ui/annotate.tsx';
import { failureWords } from '../ui/failure-words.ts';
import { dressPage } from '../ui/dress-page.ts';
import '../ui/base.css';
import '../ui/form.css';
import './editor.css';
import { call } from '../ui/worker.ts';
import { message } from '../webext/i18n.ts';
import { isOrphaned } from '../webext/runtime.ts';
import { PostCard } from './post-card.tsx';
import { hasOwnTab, isWellPlaced, readAddress } from './surroundings.ts';

const { token, theme } = readAddress(location.hash);
const ownTab = hasOwnTab(window);

interface Claim {
  grant: Answer<'editor.claim'>;
  knownTags: Answer<'tags.uses'>;
}

/** A framed page outlives its extension, in both browsers, and no event tells; so it looks now and then. */
function useOrphaned(): boolean {
  const [orphaned, setOrphaned] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setOrphaned(isOrphaned()), 500);
    return () => clearInterval(timer);
  }, []);
  return orphaned;
}

function Editor() {
  const orphaned = useOrphaned();
  // Asked for while there is somebody to ask.
  const extensionGone = message('extensionGoneWhileTyping');
  const [claim, setClaim] = useState<Claim>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    const claimed = call('editor.claim', { token });
    Promise.all([claimed, call('tags.uses', {}), dressPage('editorTitle', claimed)])
      .then(([grant, knownTags]) => {
        if (grant.theme) wear(grant.theme);
        setClaim({ grant, knownTags });
      })
      .catch((failure: unknown) => setError(failureWords(failure)));
  }, []);

  if (error !== undefined) return <p class="error" role="alert">{error}</p>;
  if (!claim) return null;
  const { offered, target, stored, draft, changed } = claim.grant;
  const key = keyOf(offered.post);
  const close = (notice: boolean, done?: Done) => void call('editor.closed', { token, notice, done }).catch(() => undefined);
  return (
    <>
      {orphaned && <p class="error gone" role="alert">{extensionGone}</p>}
      {ownTab && <PostCard post={offered.post} />}
      {target.kind === 'quote' && <blockquote class="quoted" dir="auto">{message('quotedWords', target.exact)}</blockquote>}
      {stored && changed && (
        <p class="changed">
          <small>
            {message('changedSince')}{' '}
            <a href={`library.html#annotations?id=${stored.id}`} target="_blank">{message('whatItSaid')}</a>
          </small>
        </p>
      )}
      <Annotate stored={stored} draft={draft} knownTags={claim.knownTags}
        keeping={{ kept: claim.grant.kept, keep: (names) => call('tags.keep', names ? { names } : {}) }}
        save={(body, rev) => call('annotation.saveOnPost', { offered, target, body, rev })}
        remove={(id) => call('annotation.delete', { id })}
        restore={(id) => call('annotation.restore', { id })}
        keepDraft={(typed) => call('draft.save', { key, target, draft: typed })}
        discardDraft={() => call('draft.discard', { key, target })}
        onClose={(done) => close(false, done)}
        onNotice={(stands) => void (stands ? close(true) : call('editor.claim', { token }))} />
    </>
  );
}

/** The theme that was chosen. Where the page has the other one, its colour is not to shine through. */
function wear(chosen: 'light' | 'dark'): void {
  const { classList, style } = document.documentElement;
  style.colorScheme = chosen;
  classList.toggle('apart', chosen !== theme);
}

/** The frame is as high as its content: the page around it cannot measure that, so it is told. */
function reportHeight(content: Element): void {
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height > 0) void call('editor.resized', { token, height }).catch(() => undefined);
  }).observe(content);
}

const place = document.getElementById('editor');
if (place && isWellPlaced(window)) {
  document.documentElement.classList.toggle('own-tab', ownTab);
  if (!ownTab) document.documentElement.style.colorScheme = theme;
  render(<Editor />, place);
  if (!ownTab) reportHeight(place);
}
