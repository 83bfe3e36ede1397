import { useId } from 'preact/hooks';
import type { LibraryData } from '../store/library.ts';
import { ShortcutList } from '../ui/shortcut-list.tsx';
import { message } from '../webext/i18n.ts';
import { PageKeysSwitch } from './page-keys-switch.tsx';

export function KeyboardSection({ data }: { data: LibraryData }) {
  const title = useId();
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{message('keyboard')}</h2>
      <PageKeysSwitch data={data} />
      <ShortcutList />
    </section>
  );
}
