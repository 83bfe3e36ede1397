import type { ComponentType } from 'preact';
import type { LibraryData } from '../store/library.ts';
import { Heading } from '../ui/heading.tsx';
import { type MessageKey, message } from '../webext/i18n.ts';
import { AnnotationsView } from './annotations-view.tsx';
import { RecentlyDeleted } from './recently-deleted.tsx';
import { type View, useView, views } from './view.ts';
import { YourData } from './your-data.tsx';

const shown: Record<View, { title: MessageKey; Content: ComponentType<{ data: LibraryData }> }> = {
  annotations: { title: 'annotations', Content: AnnotationsView },
  deleted: { title: 'recentlyDeleted', Content: RecentlyDeleted },
  data: { title: 'yourData', Content: YourData },
};

/** One view at a time: what is not shown asks the database nothing. */
export function Library({ data }: { data: LibraryData }) {
  const view = useView();
  const { Content } = shown[view];
  return (
    <>
      <Heading>
        <nav aria-label={message('libraryTitle')}>
          {views.map((name) => (
            <a key={name} href={`#${name}`} aria-current={name === view ? 'page' : undefined}>{message(shown[name].title)}</a>
          ))}
        </nav>
      </Heading>
      <Content data={data} />
    </>
  );
}
