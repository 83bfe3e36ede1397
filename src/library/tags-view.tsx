/** All tags, as a tree, with their use: here they get other names and looks, are merged and deleted. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Renaming, making, removal } from '../model/tag-changes.ts';
import { tagKey } from '../model/tag.ts';
import { type TagEntry, tagTree, tagsNaming } from '../model/tag-tree.ts';
import { Notice } from '../ui/notice.tsx';
import { readingFailureWords } from '../ui/reading-failure-words.ts';
import { useLive } from '../ui/use-live.ts';
import { count, plural } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { ManyStep } from './many-step.tsx';
import { NewTag } from './new-tag.tsx';
import { SplitTag } from './split-tag.tsx';
import { TagEditor } from './tag-editor.tsx';
import { TagRow } from './tag-row.tsx';
import { TagTreeList } from './tag-tree-list.tsx';
import { useTagChanges } from './use-tag-changes.ts';
import type { ViewProps } from './view.ts';

export function TagsView({ data, many, step }: ViewProps) {
  const all = useLive(() => many.hold.over(data.tags()), []);
  const [sought, setSought] = useState('');
  /** Key of the name that is edited, or split. */
  const [edited, setEdited] = useState<string>();
  const [isSplit, setIsSplit] = useState(false);
  const changes = useTagChanges(data.renameInDrafts);
  const view = useRef<HTMLElement>(null);
  /** Where focus is to go as soon as that is there, and again should the tree be drawn anew, until it goes elsewhere. */
  const wanted = useRef<string | undefined>(undefined);
  const roots = useMemo(() => all.value && tagTree(all.value.tags, all.value.usage), [all.value]);
  useEffect(() => {
    if (wanted.current === undefined || document.activeElement !== document.body) return;
    view.current?.querySelector<HTMLElement>(`${wanted.current} .edit`)?.focus();
  });

  if (all.error !== undefined) return <p class="error message" role="alert">{readingFailureWords(all.error)}</p>;
  if (!all.value || !roots) return null;
  const { tags, usage } = all.value;
  const shown = tagsNaming(roots, sought);

  function edit({ name }: TagEntry) {
    setIsSplit(false);
    setEdited(tagKey(name));
  }
  function close({ name }: TagEntry) {
    setEdited(undefined);
    wanted.current = `[data-key="${CSS.escape(tagKey(name))}"]`;
  }
  async function save(entry: TagEntry, change: Renaming, to: string) {
    const [merged] = change.merged;
    const isDone = await changes.make(change, merged ? message('tagMerged', entry.name, merged.into.name)
      : to === entry.name ? message('tagSaved', to) : message('tagRenamed', entry.name, to));
    if (isDone) setEdited(undefined);
  }
  async function remove({ name }: TagEntry) {
    const change = removal(tags, name, Date.now());
    const words = change.before.length > 1 ? plural('tagsDeleted', change.before.length) : message('tagDeleted', name);
    if (await changes.make(change, words)) setEdited(undefined);
  }
  async function split({ name }: TagEntry, ids: readonly string[], to: string) {
    changes.forget();
    setEdited(undefined);
    await many.change(ids, { add: [to], remove: [name] });
  }
  async function undo() {
    const { done } = changes;
    if (await changes.undo()) wanted.current = `[data-id="${done?.id ?? ''}"]`;
  }

  return (
    <section class="all-tags" aria-label={message('tags')} ref={view} onFocusIn={({ target }) => {
      const isWanted = wanted.current !== undefined && target instanceof Element && target.closest(wanted.current);
      if (!isWanted) wanted.current = undefined;
    }}>
      <div class="tags-head">
        <search><input type="search" dir="auto" aria-label={message('findTag')} placeholder={message('findTag')} value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)} /></search>
        <NewTag tags={tags} onMade={(name) => {
          const change = making(name, Date.now());
          return change ? changes.make(change, message('tagMade', name)) : Promise.resolve(false);
        }} />
        <small role="status">{plural('tagCount', tags.length)}</small>
      </div>
      {changes.done && <Notice key={changes.done.words} text={changes.done.words} error={changes.error} onUndo={() => void undo()} onClose={changes.forget} />}
      {!changes.done && step.name !== 'idle' && <div class="step"><ManyStep state={step} many={many} onClose={() => many.close()} /></div>}
      {!changes.done && changes.error !== undefined && edited === undefined && <p class="error" role="alert">{changes.error}</p>}
      {shown.length === 0
        ? <p class="message">{tags.length === 0 ? message('noTagsYet') : message('nothingFoundFor', sought.trim())}</p>
        : (
          <TagTreeList entries={shown} label={message('tags')}>
            {(entry) => (edited !== tagKey(entry.name)
              ? <TagRow entry={entry} count={count(entry.count)} onEdit={() => edit(entry)} />
              : isSplit ? <SplitTag name={entry.name} data={data} onClose={() => close(entry)} onSplit={(ids, to) => void split(entry, ids, to)} />
              : (
                <TagEditor entry={entry} tags={tags} usage={usage} error={changes.error} onClose={() => close(entry)}
                  onSave={(change, to) => void save(entry, change, to)} onSplit={() => setIsSplit(true)} onDelete={() => void remove(entry)} />
              ))}
          </TagTreeList>
        )}
    </section>
  );
}
