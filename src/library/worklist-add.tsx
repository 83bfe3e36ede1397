import { useId, useRef, useState } from 'preact/hooks';
import { readPostList } from '../formats/post-list.ts';
import type { Worklist } from '../store/worklist-access.ts';
import { count } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { ImportButton } from './import-button.tsx';
import { maxListBytes, textOfList } from './list-file.ts';
import { notTakenWords, takenWords } from './worklist-words.ts';

export interface WorklistAddProps {
  worklist: Worklist;
  /** Nothing is listed yet: it is said what this is good for. */
  isFirst: boolean;
  onAdded: () => void;
}

/** Takes a list that somebody sent, and says what of it was taken. */
export function WorklistAdd({ worklist, isFirst, onAdded }: WorklistAddProps) {
  const hint = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  /** @returns whether nothing of it is left over */
  async function take(size: number, read: () => Promise<string>, fileName?: string): Promise<boolean> {
    setSaid([]);
    setProblem(undefined);
    if (size > maxListBytes) {
      setProblem(message('listTooLarge', count(maxListBytes / 1_000_000)));
      return false;
    }
    setBusy(true);
    try {
      const list = await readPostList(await read(), fileName);
      const added = await worklist.add(list.posts, Date.now());
      setSaid(takenWords(list, added));
      if (added > 0) onAdded();
      return list.untaken.size === 0;
    } catch (failure) {
      setProblem(notTakenWords(failure));
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function addTyped() {
    const typed = field.current?.value ?? '';
    if (isBusy) return;
    if (typed.trim() === '') {
      setSaid([]);
      setProblem(message('pasteFirst'));
      field.current?.focus();
    } else if (await take(typed.length, async () => typed) && field.current?.value === typed) {
      // What was not taken stays, so that the lines it is said of can be counted.
      field.current.value = '';
    }
  }

  return (
    <form class="worklist-add" aria-label={message('add')} aria-busy={isBusy} onSubmit={(event) => {
      event.preventDefault();
      void addTyped();
    }}>
      <textarea ref={field} dir="auto" rows={3} aria-label={message('postAddresses')} placeholder={message('postAddresses')} aria-describedby={isFirst ? hint : undefined} spellcheck={false} />
      <div class="buttons">
        {/* Not `disabled`: that would take focus away. */}
        <button type="submit" aria-disabled={isBusy}>{message('add')}</button>
        <ImportButton label={message('openFile')} accept=".txt,.csv,.tsv,text/plain,text/csv,text/tab-separated-values"
          onFile={(file) => void take(file.size, () => textOfList(file), file.name)} />
      </div>
      {isFirst && <p id={hint}><small>{message('worklistSays')}</small></p>}
      <div role="status">{said.map((words) => <p key={words}>{words}</p>)}</div>
      {problem !== undefined && <p class="error" role="alert">{problem}</p>}
    </form>
  );
}
