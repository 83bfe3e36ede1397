/** The way of a file into Postil, a step at a time. */
import type { ComponentChildren, Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { failureWords } from '../ui/failure-words.ts';
import { plural } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { ImportButton } from './import-button.tsx';
import { ImportPlanned } from './import-plan.tsx';
import type { ImportSession, ImportState } from './import-session.ts';
import { refusalWords } from './import-words.ts';

export interface ImportViewProps {
  state: ImportState;
  session: ImportSession;
  onClose: () => void;
}

export function ImportView(props: ImportViewProps) {
  return <section class="import" aria-label={message('import')}><Step key={props.state.name} {...props} /></section>;
}

function Step({ state, session, onClose }: ImportViewProps) {
  const said = useRef<HTMLParagraphElement>(null);
  // The control that was pressed is gone: focus goes to what came of it.
  useLayoutEffect(() => said.current?.focus(), []);
  const choose = <ImportButton label={message('importChoose')} onFile={(file) => void session.start(file)} />;
  const close = <button type="button" onClick={onClose}>{message('close')}</button>;
  const cancel = <button type="button" onClick={() => void session.cancel(state)}>{message('cancel')}</button>;
  const undo = <button type="button" onClick={() => void session.undo()}>{message('undo')}</button>;
  switch (state.name) {
    case 'idle':
      return (
        <>
          <p>{message('importSays')}</p>
          <div class="buttons">{choose}</div>
        </>
      );
    case 'elsewhere':
      return (
        <>
          <p role="alert">{message('importElsewhere')}</p>
          <div class="buttons">{choose}</div>
        </>
      );
    case 'reading':
      return (
        <>
          <Said place={said}>{message('importReading', state.file)}</Said>
          <p><progress aria-label={message('importReading', state.file)} value={state.part} /> {plural('annotationCount', state.annotations)}</p>
          <div class="buttons">{cancel}</div>
        </>
      );
    case 'refused':
      return (
        <>
          <h2>{message('importOf', state.file)}</h2>
          <p class="error" role="alert" ref={said} tabIndex={-1}>{refusalWords(state.error)} {message('importNothingWritten')}</p>
          <div class="buttons">{choose}{close}</div>
        </>
      );
    case 'planned':
      return (
        <ImportPlanned state={state} onOwnership={(ownership) => void session.setOwnership(state, ownership)}
          onAccept={(choices) => void session.accept(state, choices)} onCancel={() => void session.cancel(state)} onClose={onClose} />
      );
    case 'running':
    case 'undoing': {
      const { file, rows, written } = state.progress;
      const says = message(state.name === 'running' ? 'importRunning' : 'importUndoing', file);
      return (
        <>
          <Said place={said}>{says}</Said>
          <p><progress aria-label={says} value={written} max={rows} /></p>
          {state.name === 'running' && <div class="buttons">{cancel}</div>}
        </>
      );
    }
    case 'stopped':
      return (
        <>
          <h2>{message('importOf', state.progress.file)}</h2>
          <p class="error" role="alert" ref={said} tabIndex={-1}>{message('importStopped')} {failureWords(state.error)}</p>
          <div class="buttons">
            <button type="button" class="primary" onClick={() => void session.goOn(state.progress)}>{message('importGoOn')}</button>
            {undo}
          </div>
        </>
      );
    case 'done': {
      const { file, tally } = state.progress;
      return (
        <>
          <Said place={said}>{message('importDone', file)}</Said>
          <ul class="outcome">
            <li>{plural('importAdded', tally.added)}</li>
            <li>{plural('importIdentical', tally.identical)}</li>
            {tally.kept > 0 && <li>{plural('importKept', tally.kept)}</li>}
            {tally.replaced > 0 && <li>{plural('importReplaced', tally.replaced)}</li>}
            {tally.joined > 0 && <li>{plural('importJoined', tally.joined)}</li>}
          </ul>
          <div class="buttons">{undo}{choose}{close}</div>
        </>
      );
    }
    case 'undone':
      return (
        <>
          <Said place={said}>{message('importUndone')} {state.stay > 0 && plural('importStay', state.stay)}</Said>
          <div class="buttons">{choose}{close}</div>
        </>
      );
  }
}

function Said({ children, place }: { children: ComponentChildren; place: Ref<HTMLParagraphElement> }) {
  return <p role="status" ref={place} tabIndex={-1}>{children}</p>;
}
