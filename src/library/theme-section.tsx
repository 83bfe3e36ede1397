import { useState } from 'preact/hooks';
import { type Theme, themes } from '../model/options.ts';
import { failureWords } from '../ui/failure-words.ts';
import { call } from '../ui/worker.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { Choices } from './choices.tsx';

const names: Record<Theme, MessageKey> = { browser: 'themeBrowser', light: 'themeLight', dark: 'themeDark' };

/** How our own pages look; all that are open follow at once. */
export function ThemeSection({ theme }: { theme: Theme }) {
  const [error, setError] = useState<string>();
  function choose(chosen: Theme) {
    setError(undefined);
    call('options.setTheme', { theme: chosen }).catch((failure: unknown) => setError(failureWords(failure)));
  }
  return (
    <section aria-labelledby="appearance-title">
      <h2 id="appearance-title">{message('appearance')}</h2>
      <Choices label={message('theme')} names={names} choices={themes} chosen={theme} onChoose={choose} />
      <p><small>{message('themeSays')}</small></p>
      {error !== undefined && <p class="error" role="alert">{error}</p>}
    </section>
  );
}
