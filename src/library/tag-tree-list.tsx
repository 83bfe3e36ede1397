import type { ComponentChildren } from 'preact';
import { tagKey } from '../model/tag.ts';
import type { TagEntry } from '../model/tag-tree.ts';
import { message } from '../webext/i18n.ts';

export interface TagTreeListProps {
  entries: readonly TagEntry[];
  label: string;
  /** What stands for one of them. */
  children: (entry: TagEntry) => ComponentChildren;
}

/** Lists in lists. An item is named by the key of its tag, and by its id. */
export function TagTreeList({ entries, label, children }: TagTreeListProps) {
  return (
    <ul class="tag-tree" aria-label={label}>
      {entries.map((entry) => {
        const key = tagKey(entry.name);
        return (
          <li key={key} data-key={key} data-id={entry.tag?.id}>
            {children(entry)}
            {entry.children.length > 0 && <TagTreeList entries={entry.children} label={message('showNested', entry.name)}>{children}</TagTreeList>}
          </li>
        );
      })}
    </ul>
  );
}
