import { useState } from 'preact/hooks';
import { citation, markdownCitation } from '../formats/citation.ts';
import type { AnnotationView } from '../model/view.ts';
import { failureWords } from '../ui/failure-words.ts';
import { message } from '../webext/i18n.ts';

/** Puts what is needed to refer to the post into the clipboard. */
export function CopyCitation({ view }: { view: AnnotationView }) {
  const [said, setSaid] = useState('');
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => message('copied'), failureWords).then(setSaid);
  return (
    <div class="buttons copy">
      <button type="button" class="quiet" onClick={() => copy(citation(view))}>{message('copyCitation')}</button>
      <button type="button" class="quiet" onClick={() => copy(markdownCitation(view))}>{message('copyMarkdown')}</button>
      <small role="status">{said}</small>
    </div>
  );
}
