import { OnPagesSwitch } from '../ui/on-pages-switch.tsx';
import { useLive } from '../ui/use-live.ts';
import { message } from '../webext/i18n.ts';
import { KeyboardSection } from './keyboard-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { PinnedSection } from './pinned-section.tsx';
import { ThemeSection } from './theme-section.tsx';
import type { ViewProps } from './view.ts';

/** What can be set, a section each. What can be done with all that is stored has a view of its own. */
export function SettingsView({ data }: ViewProps) {
  const { value: options } = useLive(() => data.options(), []);
  if (!options) return <div class="sections" />;
  return (
    <div class="sections">
      <ThemeSection theme={options.theme} />
      <LanguageSection data={data} />
      <section aria-labelledby="on-pages-title">
        <h2 id="on-pages-title">{message('onPagesTitle')}</h2>
        <OnPagesSwitch value={options.onPages} />
        <p><small>{message('onPagesSays')}</small></p>
      </section>
      <PinnedSection data={data} />
      <KeyboardSection data={data} />
      <section aria-labelledby="settings-backup-title">
        <h2 id="settings-backup-title">{message('backup')}</h2>
        <p>{message('settingsBackup')} <a href="#data">{message('yourData')}</a></p>
      </section>
    </div>
  );
}
