import { Icon } from '../ui/icon.tsx';
import { type MessageKey, message } from '../webext/i18n.ts';
import { NextChannel } from './next-channel.tsx';
import { SamplePost } from './sample-post.tsx';

const facts: readonly { title: MessageKey; says: MessageKey; link?: true }[] = [
  { title: 'welcomeWhereTitle', says: 'welcomeWhere' },
  { title: 'welcomeBackupTitle', says: 'welcomeBackup', link: true },
  { title: 'welcomeRemoveTitle', says: 'welcomeRemove', link: true },
];

export function Welcome() {
  return (
    <>
      <header>
        <h1><Icon name="pilcrow" /> {message('welcomeTitle')}</h1>
        <p>{message('welcomeSays')}</p>
      </header>
      <SamplePost />
      <NextChannel />
      <div class="facts">
        {facts.map(({ title, says, link }) => (
          <section key={title} aria-labelledby={title}>
            <h2 id={title}>{message(title)}</h2>
            <p>{message(says)}</p>
            {link && <p><a href="library.html#data">{message('yourData')}</a></p>}
          </section>
        ))}
      </div>
      <nav aria-label={message('extensionName')}>
        <a href="library.html#guide">{message('guide')}</a>
        <a href="library.html#settings">{message('settings')}</a>
      </nav>
    </>
  );
}
