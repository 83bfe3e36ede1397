import { useEffect, useState } from 'preact/hooks';
import type { TagUse } from '../model/suggest.ts';
import type { LibraryData } from '../store/library.ts';
import { pinned } from '../ui/pinned-tags.tsx';
import { message } from '../webext/i18n.ts';

/** Which tags have a key in the form, and where tags are changed. */
export function PinnedSection({ data }: { data: LibraryData }) {
  const [known, setKnown] = useState<TagUse[]>();
  useEffect(() => {
    data.tagUses().then(setKnown, (error: unknown) => console.error('Postil:', error));
  }, []);
  const tags = pinned(known ?? []);
  return (
    <section aria-labelledby="pinned-title">
      <h2 id="pinned-title">{message('pinnedTags')}</h2>
      {known && tags.length === 0 && <p>{message('settingsNoPins')}</p>}
      {tags.length > 0 && (
        <ul class="chips" aria-label={message('pinnedTags')}>
          {tags.map(({ pin, name, colour }) => <li key={pin} class="chip" data-colour={colour}><bdi>{name}</bdi> <kbd>Alt+{pin}</kbd></li>)}
        </ul>
      )}
      <p><a href="#tags">{message('settingsTags')}</a></p>
    </section>
  );
}
