import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { chromeSidePanel } from '../webext/chrome-side-panel.ts';
import { firefoxSidebar } from '../webext/firefox-sidebar.ts';
import { message } from '../webext/i18n.ts';

/** Opens the library beside the page, where the browser can. */
export function BesideButton() {
  const [way, setWay] = useState<{ open: () => Promise<void> }>();
  useEffect(() => void chromeSidePanel().then((chrome) => {
    const open = chrome ?? firefoxSidebar();
    if (open) setWay({ open });
  }), []);
  if (!way) return null;
  return (
    <button type="button" class="beside quiet" aria-label={message('openBeside')} title={message('openBeside')}
      onClick={() => void way.open().then(() => window.close(), (failure: unknown) => console.error('Postil:', failure))}>
      <Icon name="beside" />
    </button>
  );
}
