import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Language, languages } from '../model/options.ts';
import type { LibraryData } from '../store/library.ts';
import { failureWords } from '../ui/failure-words.ts';
import { useDecided } from '../ui/use-decided.ts';
import { useLive } from '../ui/use-live.ts';
import { call } from '../ui/worker.ts';
import { message } from '../webext/i18n.ts';

/** Each as it calls itself: whoever looks for theirs may not read the one that is spoken. */
const names: Record<Language, string> = { en: 'English', ru: 'Русский', uk: 'Українська', fa: 'فارسی' };

/** An empty value is no choice in a list. */
const browsers = 'browser';

/** Left for the page as it is loaded anew, in which focus is to be where it was. */
const chosenBefore = 'postil language chosen';

/** The language in which all of Postil speaks. This page is loaded anew to do so. */
export function LanguageSection({ data }: { data: LibraryData }) {
  const title = useId();
  const list = useRef<HTMLSelectElement>(null);
  const options = useLive(() => data.options(), []);
  const [error, setError] = useState<string>();
  const value = options.value && (options.value.language || browsers);
  useLayoutEffect(() => {
    if (sessionStorage.getItem(chosenBefore) === null) return;
    sessionStorage.removeItem(chosenBefore);
    list.current?.focus();
  }, []);

  async function choose(chosen: string) {
    if (value === undefined || chosen === value) return;
    setError(undefined);
    await call('options.setLanguage', { language: languages.find((each) => each === chosen) ?? '' });
    sessionStorage.setItem(chosenBefore, '');
    location.reload();
  }
  const decided = useDecided((select) => void choose(select.value).catch((failure: unknown) => setError(failureWords(failure))));

  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{message('language')}</h2>
      <p>{message('languageSays')}</p>
      <div class="buttons">
        <select ref={list} aria-labelledby={title} value={value ?? browsers} {...decided}>
          <option value={browsers}>{message('languageOfBrowser')}</option>
          {languages.map((each) => <option key={each} value={each} lang={each} dir="auto">{names[each]}</option>)}
        </select>
      </div>
      {error !== undefined && <p class="error" role="alert">{error}</p>}
    </section>
  );
}
