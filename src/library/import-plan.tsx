/** The dry run: what the file would bring, and what must be decided before it does. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type ImportChoices, type Ownership, type Rejection, type Resolution, ownerships } from '../model/import.ts';
import { useMoreRows } from '../ui/use-more-rows.ts';
import { count as number, plural } from '../ui/words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { Choices } from './choices.tsx';
import { ImportConflicts } from './import-conflicts.tsx';
import type { ImportState } from './import-session.ts';
import { rejectionWords } from './import-words.ts';

export interface ImportPlanProps {
  state: Extract<ImportState, { name: 'planned' }>;
  onOwnership: (ownership: Ownership) => void;
  onAccept: (choices: ImportChoices) => void;
  onCancel: () => void;
  onClose: () => void;
}

const ownershipNames: Record<Ownership, MessageKey> = { mine: 'ownershipMine', theirs: 'ownershipTheirs' };

export function ImportPlanned({ state, onOwnership, onAccept, onCancel, onClose }: ImportPlanProps) {
  const { staged: { progress, head, rejections }, own, ownership, plan } = state;
  const [forAll, setForAll] = useState<Resolution>();
  const [byId, setById] = useState<Record<string, Resolution>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  const name = useId();
  useLayoutEffect(() => heading.current?.focus(), []);

  const undecided = forAll === undefined && plan?.conflicts.some(({ id }) => byId[id] === undefined);
  const empty = plan && plan.added + plan.conflicts.length === 0;
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>{message('importOf', progress.file)}</h2>
      {head.owner !== undefined && head.owner !== own && (
        <Choices label={message('ownership')} names={ownershipNames} choices={ownerships} chosen={ownership} onChoose={onOwnership} />
      )}
      {!plan && <p><progress aria-label={message('importPlanning')} /></p>}
      {plan && (
        <>
          <div role="status">
            <ul class="outcome">
              <li>{plural('importAdded', plan.added)}</li>
              <li>{plural('importIdentical', plan.identical)}</li>
              <li>{plural('importConflicts', plan.conflicts.length)}</li>
              <li>{plural('importRejected', rejections.length)}</li>
            </ul>
          </div>
          {plan.authors.some(({ mine }) => !mine) && (
            <p>
              {message('importBy')}{' '}
              {plan.authors.map(({ author, mine, count }, i) => (
                <span key={author.id}>
                  {i > 0 && ', '}<bdi>{mine ? message('you') : author.name ?? message('unnamedAuthor')}</bdi> ({number(count)})
                </span>
              ))}
            </p>
          )}
          <Rejections rejections={rejections} />
          {plan.conflicts.length > 0 && (
            <ImportConflicts conflicts={plan.conflicts} forAll={forAll} byId={byId} onOne={(id, resolution) => setById({ ...byId, [id]: resolution })}
              onForAll={(resolution) => {
                setForAll(resolution);
                setById({});
              }} />
          )}
          {empty && <p>{message('importNothing')}</p>}
        </>
      )}
      {undecided && <p id={`${name}-why`}>{message('importUndecided')}</p>}
      <div class="buttons">
        {!empty && (
          <button type="button" class="primary" disabled={!plan || undecided} aria-describedby={undecided ? `${name}-why` : undefined}
            onClick={() => onAccept({ ownership, resolution: forAll ?? 'mine', byId })}>{message('importNow')}</button>
        )}
        {empty ? <button type="button" onClick={onClose}>{message('close')}</button>
          : <button type="button" onClick={onCancel}>{message('cancel')}</button>}
      </div>
    </>
  );
}

const pageSize = 50;

function Rejections({ rejections }: { rejections: readonly Rejection[] }) {
  const [limit, setLimit] = useState(pageSize);
  const list = useRef<HTMLUListElement>(null);
  const askMore = useMoreRows(list, limit);
  if (rejections.length === 0) return null;
  return (
    <section aria-label={message('importRejectedTitle')}>
      <h3>{message('importRejectedTitle')}</h3>
      <ul ref={list} class="rejections">
        {rejections.slice(0, limit).map((rejection, i) => <li key={i}>{rejectionWords(rejection)}</li>)}
      </ul>
      {rejections.length > limit && <button type="button" onClick={() => { askMore(); setLimit(limit + pageSize); }}>{message('showMore')}</button>}
    </section>
  );
}
