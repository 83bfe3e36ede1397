/** Annotations that say something else here than in the file: what is to stay, for all or one by one. */
import { useRef, useState } from 'preact/hooks';
import { type ImportConflict, type Resolution, resolutions } from '../model/import.ts';
import { Version } from '../ui/conflict.tsx';
import { useMoreRows } from '../ui/use-more-rows.ts';
import { plural } from '../ui/words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { Choices } from './choices.tsx';

export interface ImportConflictsProps {
  conflicts: readonly ImportConflict[];
  /** What was chosen for all that were not chosen for one by one. */
  forAll: Resolution | undefined;
  byId: Readonly<Record<string, Resolution>>;
  onForAll: (resolution: Resolution) => void;
  onOne: (id: string, resolution: Resolution) => void;
}

const names: Record<Resolution, MessageKey> = { mine: 'keepMine', theirs: 'takeFiles', both: 'keepBoth' };
const pageSize = 20;

export function ImportConflicts({ conflicts, forAll, byId, onForAll, onOne }: ImportConflictsProps) {
  const [limit, setLimit] = useState(pageSize);
  const list = useRef<HTMLOListElement>(null);
  const askMore = useMoreRows(list, limit);
  return (
    <section class="conflicts" aria-label={message('importConflictsTitle')}>
      <h3>{plural('importConflicts', conflicts.length)}</h3>
      <Choices label={message('importForAll')} names={names} choices={resolutions} chosen={forAll} onChoose={onForAll} />
      <ol ref={list}>
        {conflicts.slice(0, limit).map(({ id, channel, postId, mine, theirs }) => {
          const post = `${channel.title ?? channel.handle} › ${postId}`;
          return (
            <li key={id}>
              <h4><bdi>{post}</bdi></h4>
              <div class="versions">
                <Version title={message('importMine')} body={mine} />
                <Version title={message('importTheirs')} body={theirs} />
              </div>
              <Choices label={message('importForOne', post)} hidden names={names} choices={resolutions} chosen={byId[id] ?? forAll}
                onChoose={(resolution) => onOne(id, resolution)} />
            </li>
          );
        })}
      </ol>
      {conflicts.length > limit && <button type="button" onClick={() => { askMore(); setLimit(limit + pageSize); }}>{message('showMore')}</button>}
    </section>
  );
}
