/** Where else a post may have been kept. Plain links: nothing is asked of anybody until one is pressed. */
import { currentHandle } from '../model/channel.ts';
import { canonicalUrl, readingUrl } from '../model/identity.ts';
import type { AnnotationView } from '../model/view.ts';
import { message } from '../webext/i18n.ts';

/** Each lists what it has of an address. */
const archives = [
  { name: 'Wayback Machine', start: 'https://web.archive.org/web/*/' },
  { name: 'archive.today', start: 'https://archive.ph/' },
];

export function HistoryLinks({ view: { annotation: { postId }, channel } }: { view: AnnotationView }) {
  const post = { handle: currentHandle(channel), postId };
  const urls = [readingUrl(post), canonicalUrl(post)];
  return (
    <section class="look-further" aria-label={message('lookFurther')}>
      <h3>{message('lookFurther')}</h3>
      <ul>
        {archives.flatMap(({ name, start }) => urls.map((url) => (
          <li key={start + url}><a href={start + url} target="_blank" rel="noreferrer">{name}: {url.replace('https://', '')}</a></li>
        )))}
      </ul>
      <p><small>{message('lookFurtherHelp')}</small></p>
    </section>
  );
}
