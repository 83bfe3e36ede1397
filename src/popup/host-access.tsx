/** When the browser keeps Postil from Telegram's pages, as a person may have told it to: that, and the way back. */
import { useRef, useState } from 'preact/hooks';
import { telegramHosts } from '../model/identity.ts';
import { useAccess } from '../ui/use-access.ts';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { message } from '../webext/i18n.ts';
import { requestAccess } from '../webext/permissions.ts';

const access = { origins: telegramHosts.map((host) => `https://${host}/*`) };

export function HostAccess() {
  const allowed = useAccess(access);
  const [refused, setRefused] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  useFocusReturn(line);
  if (allowed !== false) return null;
  function ask() {
    setRefused(false);
    requestAccess(access).then((given) => setRefused(!given), () => setRefused(true));
  }
  return (
    <div ref={line} class="host-access" role="group" aria-label={message('hostAccess')}>
      <p>{message('hostAccessMissing')}</p>
      <button type="button" onClick={ask}>{message('allow')}</button>
      {refused && <p class="error" role="alert">{message('hostAccessRefused')}</p>}
    </div>
  );
}
