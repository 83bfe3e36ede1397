import { useId } from 'preact/hooks';
import { ShortcutList } from '../ui/shortcut-list.tsx';
import { message } from '../webext/i18n.ts';
import { type GuideSection, guide } from './guide.ts';
import { SearchExamples } from './search-help.tsx';
import { viewTitles } from './view-titles.ts';

/** How Postil is used, to read from top to bottom or to look something up. */
export function GuideView() {
  const keyboard = useId();
  return (
    <div class="sections guide">
      {guide.map((section) => <Section key={section.title} {...section} />)}
      <section aria-labelledby={keyboard}>
        <h2 id={keyboard}>{message('keyboard')}</h2>
        <ShortcutList />
      </section>
    </div>
  );
}

function Section({ title, paragraphs, view, also }: GuideSection) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{message(title)}</h2>
      {paragraphs.map((key) => <p key={key}>{message(key)}</p>)}
      {also === 'search' && <SearchExamples />}
      {also === 'sample' && <p><a href="welcome.html" target="_blank">{message('guideTry')}</a></p>}
      {view && <p><a href={`#${view}`}>{message(viewTitles[view])}</a></p>}
    </section>
  );
}
