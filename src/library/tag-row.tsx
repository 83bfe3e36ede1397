import { tagFilter } from '../model/filters.ts';
import { noQuery } from '../model/query.ts';
import type { TagEntry } from '../model/tag-tree.ts';
import { Icon } from '../ui/icon.tsx';
import { dateTime } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { formatAddress } from './address.ts';

export interface TagRowProps {
  entry: TagEntry;
  /** How many annotations have it, in words. */
  count: string;
  onEdit: () => void;
}

/** One name of the tree: what it is called, how it is used. Its name leads to what it is on. */
export function TagRow({ entry: { name, tag, lastUsedAt }, count, onEdit }: TagRowProps) {
  const own = name.slice(name.lastIndexOf('/') + 1) || name;
  return (
    <div class="tag-row">
      <a class="dot" data-colour={tag?.colour} href={formatAddress({ view: 'annotations', query: { ...noQuery, filters: [tagFilter(name)] } })}
        aria-label={name} title={name}><bdi>{own}</bdi></a>
      {tag?.pin !== undefined && <kbd title={message('pinnedHint', String(tag.pin))}>Alt+{tag.pin}</kbd>}
      {tag?.description !== undefined && <small class="description" dir="auto">{tag.description}</small>}
      <span class="use">
        <span class="count">{count}</span>
        <small>{lastUsedAt === undefined ? message('tagUnused') : message('tagLastUsed', dateTime(lastUsedAt, Date.now()))}</small>
      </span>
      <button type="button" class="quiet edit" aria-label={message('editTag', name)} title={message('edit')} onClick={onEdit}><Icon name="edit" /></button>
    </div>
  );
}
