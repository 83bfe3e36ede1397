import { useState } from 'preact/hooks';
import type { PageDescription } from '../messages/page-description.ts';
import type { MarkupFact } from '../model/page.ts';
import { failureWords } from '../ui/failure-words.ts';
import { enumeration } from '../ui/words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { appVersion } from '../webext/runtime.ts';

type Markup = NonNullable<PageDescription['markup']>;

const words: Record<MarkupFact, MessageKey> = {
  history: 'factHistory',
  posts: 'factPosts',
  names: 'factNames',
  'channel-id': 'factChannelId',
  authors: 'factAuthors',
  dates: 'factDates',
  bubbles: 'factBubbles',
  contents: 'factContents',
};

/** For those who are to mend it, thus in no language but that of the code. No word of the page is in it. */
function report({ page, broken, outline }: Markup): string {
  return `Postil ${appVersion()} on a Telegram page (${page}). Not found: ${broken.join(', ')}.\n\n${outline}\n`;
}

/** Telegram changed its markup: what Postil no longer finds, and a report to copy. */
export function MarkupHint(markup: Markup) {
  const [copied, setCopied] = useState<string>();
  const copy = () => navigator.clipboard.writeText(report(markup)).then(() => message('reportCopied'), failureWords).then(setCopied);
  return (
    <div class="page-hint" role="note">
      <p>{message('markupChanged', enumeration(markup.broken.map((fact) => message(words[fact]))))}</p>
      <button type="button" onClick={() => void copy()}>{message('copyReport')}</button>
      <span role="status">{copied}</span>
    </div>
  );
}
