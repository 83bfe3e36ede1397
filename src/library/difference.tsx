/** What differs between two captures of a post: its words, and what else is hashed of it. */
import { useMemo } from 'preact/hooks';
import type { Capture, CaptureContent } from '../model/capture.ts';
import { kindWords } from '../ui/kind-words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { type Piece, shortened, wordDiff } from './word-diff.ts';

export interface DifferenceProps {
  before: Capture;
  after: Capture;
  /** Only the words around what differs. */
  isShort?: boolean;
}

export function Difference({ before: from, after: to, isShort = false }: DifferenceProps) {
  const [before, after] = [from.content, to.content];
  const isReadAlike = from.reader === to.reader && from.canonical === to.canonical;
  const pieces = useMemo(() => {
    const whole = wordDiff(before.text ?? '', after.text ?? '');
    return isShort ? shortened(whole) : whole;
  }, [before.text, after.text, isShort]);
  const hasText = before.text !== after.text;
  const others = othersOf(before, after);
  return (
    <div class="difference">
      {!isReadAlike && <p><small>{message('readOtherwise')}</small></p>}
      {hasText && <p class="post-text" dir="auto">{pieces.map((piece, i) => <Changed key={i} {...piece} />)}</p>}
      {!hasText && <p><small>{message(others.length === 0 ? 'nothingDiffers' : 'textIsSame')}</small></p>}
      {others.length > 0 && (
        <dl>
          {others.map(({ name, removed, added }) => (
            <div key={name}>
              <dt>{message(name)}</dt>
              {removed.map((text, i) => <dd key={i} dir="auto"><Changed kind="removed" text={text} /></dd>)}
              {added.map((text, i) => <dd key={i} dir="auto"><Changed kind="added" text={text} /></dd>)}
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Not told by colour alone, and to who hears it in words. */
function Changed({ kind, text }: Piece) {
  switch (kind) {
    case 'same': return <>{text}</>;
    case 'removed': return <del><span class="unseen">{message('removedWords')} </span>{visible(text)}</del>;
    case 'added': return <ins><span class="unseen">{message('addedWords')} </span>{visible(text)}</ins>;
  }
}

/** White space by itself is shown as signs. */
function visible(text: string): string {
  return text.trim() === '' ? text.replace(/[^\S\n]/g, '␣').replace(/\n/g, '↵\n') : text;
}

interface Other {
  name: MessageKey;
  removed: readonly string[];
  added: readonly string[];
}

function othersOf(before: CaptureContent, after: CaptureContent): Other[] {
  const parts = partsOf(after);
  return partsOf(before).flatMap(({ name, items }, i): Other[] => {
    const now = parts[i]?.items ?? [];
    if (items.join('\n') === now.join('\n')) return [];
    const [removed, added] = [items.filter((item) => !now.includes(item)), now.filter((item) => !items.includes(item))];
    // The same ones in another order, or more often.
    return removed.length + added.length === 0 ? [{ name, removed: items, added: now }] : [{ name, removed, added }];
  });
}

/** What the canonical form holds beside the text, in words. */
function partsOf({ entities = [], media = [], forwardedFrom, poll }: CaptureContent): { name: MessageKey; items: string[] }[] {
  return [
    { name: 'partLinks', items: entities.flatMap(({ type, url }) => (url === undefined || type === 'hashtag' ? [] : [url])) },
    { name: 'partMedia', items: media.map(({ kind, title }) => [kindWords(kind), ...(title === undefined ? [] : [title])].join(' · ')) },
    { name: 'partForwarded', items: forwardedFrom ? [[forwardedFrom.name, forwardedFrom.url].filter((part) => part !== undefined).join(' · ')] : [] },
    { name: 'partPoll', items: poll ? [poll.question, ...poll.options] : [] },
  ];
}
