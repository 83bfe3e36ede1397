/** Tags that are given by one key: Alt and their digit. */
import { formKeys, pressedKey } from '../model/shortcuts.ts';
import type { TagUse } from '../model/suggest.ts';
import { tagKey, uniteTags } from '../model/tag.ts';
import { message } from '../webext/i18n.ts';

export interface PinnedTagsProps {
  known: readonly TagUse[];
  tags: readonly string[];
  onTags: (tags: string[]) => void;
}

/** Those that have a digit, in its order. Of two that came by import with one digit, the first has it. */
export function pinned(known: readonly TagUse[]): { pin: number; name: string; colour?: string }[] {
  const byPin = new Map(known.toReversed().flatMap((tag) => (tag.pin === undefined ? [] : [[tag.pin, { ...tag, pin: tag.pin }]])));
  return [...byPin.values()].sort((a, b) => a.pin - b.pin);
}

/** The tags with this one given or, when it was, taken away. */
function toggled(tags: readonly string[], name: string): string[] {
  const others = tags.filter((other) => tagKey(other) !== tagKey(name));
  return others.length < tags.length ? others : uniteTags(tags, [name]);
}

/**
 * What Alt and a digit do.
 * @returns the tags then; undefined when these keys mean nothing here
 */
export function tagsAfterKey(event: KeyboardEvent, known: readonly TagUse[], tags: readonly string[]): string[] | undefined {
  const digit = pressedKey(event, formKeys.pinnedTag) + 1;
  const tag = pinned(known).find(({ pin }) => pin === digit);
  return tag && toggled(tags, tag.name);
}

export function PinnedTags({ known, tags, onTags }: PinnedTagsProps) {
  const all = pinned(known);
  if (all.length === 0) return null;
  const given = new Set(tags.map(tagKey));
  return (
    // Pressing must not take focus from what is being typed.
    <div class="pinned" role="group" aria-label={message('pinnedTags')} onMouseDown={(event) => event.preventDefault()}>
      {all.map(({ pin, name, colour }) => (
        // Not in the order of Tab, where nine of them would stand between tags and note: the keyboard has their digits.
        <button key={pin} type="button" tabIndex={-1} class="chip" data-colour={colour} aria-pressed={given.has(tagKey(name))} aria-keyshortcuts={`Alt+${pin}`}
          title={message('pinnedHint', String(pin))} onClick={() => onTags(toggled(tags, name))}>
          <bdi>{name}</bdi> <kbd aria-hidden="true">{pin}</kbd>
        </button>
      ))}
    </div>
  );
}
