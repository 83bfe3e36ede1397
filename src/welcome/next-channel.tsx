/** The way from the sample to a channel of the reader's choice, and to the button that lists what was written. */
import { useId, useRef, useState } from 'preact/hooks';
import { channelUrl } from '../model/channel-url.ts';
import { message } from '../webext/i18n.ts';

export function NextChannel() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  function open(event: Event) {
    event.preventDefault();
    const url = channelUrl(field.current?.value ?? '');
    setWrong(url === undefined);
    // In a tab of its own: what is said here may be looked at again.
    if (url !== undefined) window.open(url, '_blank', 'noreferrer');
    else field.current?.focus();
  }
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{message('welcomeNext')}</h2>
      <form class="channel" onSubmit={open}>
        <label for={`${id}-field`}>{message('welcomeChannel')}</label>
        <input id={`${id}-field`} ref={field} type="text" dir="auto" autocomplete="off" autocapitalize="off" spellcheck={false}
          placeholder="t.me/telegram" aria-invalid={wrong} aria-describedby={wrong ? `${id}-wrong` : undefined}
          onInput={() => setWrong(false)} />
        <button type="submit" class="primary">{message('welcomeOpen')}</button>
        {wrong && <p class="error" id={`${id}-wrong`} role="alert">{message('welcomeNoChannel')}</p>}
      </form>
      <p>{message('welcomePin')}</p>
    </section>
  );
}
