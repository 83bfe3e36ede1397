/** The form in which a tag gets another name or look. What a name would merge is said before it happens. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isPressed, libraryKeys } from '../model/shortcuts.ts';
import { type Renaming, editing } from '../model/tag-changes.ts';
import { type Tag, type TagColour, maxTagLength, normaliseTagName, tagColours, tagKey } from '../model/tag.ts';
import type { TagEntry, TagUsage } from '../model/tag-tree.ts';
import { count, enumeration } from '../ui/words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';

export interface TagEditorProps {
  entry: TagEntry;
  /** All living ones. */
  tags: readonly Tag[];
  usage: ReadonlyMap<string, TagUsage>;
  error: string | undefined;
  onSave: (change: Renaming, name: string) => void;
  onSplit: () => void;
  onDelete: () => void;
  onClose: () => void;
}

const colourNames: Record<TagColour, MessageKey> = {
  red: 'colourRed', orange: 'colourOrange', yellow: 'colourYellow', green: 'colourGreen',
  teal: 'colourTeal', blue: 'colourBlue', violet: 'colourViolet', pink: 'colourPink',
};
const pins = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function mergeWords({ merged }: Renaming, usage: ReadonlyMap<string, TagUsage>): string {
  const [first] = merged;
  if (!first) return '';
  if (merged.length > 1) return message('tagsWillMerge', enumeration(merged.map(({ into }) => into.name)));
  return message('tagWillMerge', first.into.name, count(usage.get(tagKey(first.into.name))?.count ?? 0));
}

export function TagEditor({ entry, tags, usage, error, onSave, onSplit, onDelete, onClose }: TagEditorProps) {
  const { tag } = entry;
  const [name, setName] = useState(entry.name);
  const [look, setLook] = useState({ colour: tag?.colour, description: tag?.description, pin: tag?.pin });
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.select(), []);

  const wanted = normaliseTagName(name);
  const change = editing(tags, entry.name, wanted, tag && look, Date.now());
  const isTouched = wanted !== entry.name || look.colour !== tag?.colour || (look.description ?? '') !== (tag?.description ?? '') || look.pin !== tag?.pin;
  const problem = change ? undefined : wanted === '' ? message('tagNeedsName') : message('tagTooLong', count(maxTagLength));
  const holder = (pin: number) => tags.find((other) => other.pin === pin && other !== tag)?.name;

  return (
    <form class="tag-editor panel" aria-label={message('editTag', entry.name)} onSubmit={(event) => {
      event.preventDefault();
      if (!isTouched) onClose();
      else if (change) onSave(change, wanted);
    }} onKeyDown={(event) => {
      if (!isPressed(event, libraryKeys.leave)) return;
      event.preventDefault();
      onClose();
    }}>
      <label>
        <span>{message('tagName')}</span>
        <input ref={field} type="text" dir="auto" autocomplete="off" spellcheck={false} value={name} aria-invalid={problem !== undefined}
          onInput={({ currentTarget }) => setName(currentTarget.value)} />
      </label>
      {entry.children.length > 0 && <p><small>{message('nestedFollow')}</small></p>}
      {tag && (
        <>
          <label>
            <span>{message('tagDescription')}</span>
            <input type="text" dir="auto" maxLength={500} value={look.description ?? ''}
              onInput={({ currentTarget }) => setLook({ ...look, description: currentTarget.value })} />
          </label>
          <div class="colours" role="radiogroup" aria-label={message('tagColour')}>
            <span aria-hidden="true">{message('tagColour')}</span>
            <div>
              {[undefined, ...tagColours].map((colour) => (
                <label key={colour ?? ''}>
                  <input type="radio" name="colour" checked={look.colour === colour} onChange={() => setLook({ ...look, colour })} />
                  <span class="dot" data-colour={colour}>{message(colour === undefined ? 'colourNone' : colourNames[colour])}</span>
                </label>
              ))}
            </div>
          </div>
          <label>
            <span>{message('tagPin')}</span>
            <select value={look.pin ?? ''} onChange={({ currentTarget: { value } }) => setLook({ ...look, pin: value === '' ? undefined : Number(value) })}>
              <option value="">{message('notPinned')}</option>
              {pins.map((pin) => <option key={pin} value={pin}>{`Alt+${pin}${holder(pin) === undefined ? '' : ` (${holder(pin)})`}`}</option>)}
            </select>
          </label>
        </>
      )}
      <p role="status">{change && mergeWords(change, usage)}</p>
      {(problem ?? error) !== undefined && <p class="error" role="alert">{problem ?? error}</p>}
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={!change}>{message(change && change.merged.length > 0 ? 'merge' : 'save')}</button>
        <button type="button" onClick={onClose}>{message('cancel')}</button>
        {tag && entry.count > 1 && <button type="button" class="quiet" onClick={onSplit}>{message('splitOff')}</button>}
        <button type="button" class="quiet" onClick={onDelete}>{message('delete')}</button>
      </div>
    </form>
  );
}
