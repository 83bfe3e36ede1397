/** All keys and what they do, with those that the browser has for its own commands now. */
import { useEffect, useState } from 'preact/hooks';
import { type Shortcut, keyWords, shortcuts } from '../model/shortcuts.ts';
import { changeCommandKeys, commandKeys } from '../webext/commands.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { isMac } from './platform.ts';

const titles = {
  browser: 'shortcutsBrowser', posts: 'shortcutsPosts', form: 'shortcutsForm', list: 'shortcutsList', library: 'shortcutsLibrary',
} as const satisfies Record<keyof typeof shortcuts, MessageKey>;

const places = Object.keys(titles) as (keyof typeof titles)[];

export function ShortcutList() {
  const [given, setGiven] = useState<ReadonlyMap<string, string>>();
  useEffect(() => {
    // They are changed on a page of the browser, from which one comes back.
    const read = () => void commandKeys().then(setGiven, (failure: unknown) => console.error('Postil:', failure));
    read();
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  const keysOf = (shortcut: Shortcut) => (
    shortcut.command === undefined || !given ? shortcut.keys.map(words) : [given.get(shortcut.command) ?? '']
  ).filter((keys) => keys !== '');
  return (
    <div class="shortcut-list">
      {places.map((place) => (
        <div key={place}>
          <table>
            <caption>{message(titles[place])}</caption>
            <tbody>
              {Object.values(shortcuts[place]).map((shortcut) => (
                <tr key={shortcut.does}>
                  <th scope="row"><Keys keys={keysOf(shortcut)} /></th>
                  <td>{message(shortcut.does)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {place === 'browser' && (
            <button type="button" onClick={() => void changeCommandKeys()}>{message('changeKeys')}</button>
          )}
        </div>
      ))}
    </div>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  if (keys.length === 0) return <small>{message('noKeys')}</small>;
  return <>{keys.map((each, i) => [i > 0 && ' ', <kbd key={each} dir="ltr">{each}</kbd>])}</>;
}

function words(keys: string): string {
  return keyWords(keys, isMac).replace('Space', message('keySpace'));
}
