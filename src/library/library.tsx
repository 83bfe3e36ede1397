import type { ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LibraryData } from '../store/library.ts';
import { BackupReminder } from '../ui/backup-reminder.tsx';
import { Heading } from '../ui/heading.tsx';
import { LossNotice } from '../ui/loss-notice.tsx';
import { wearTheme } from '../ui/theme.ts';
import { useLive } from '../ui/use-live.ts';
import { message } from '../webext/i18n.ts';
import { type View, views } from './address.ts';
import { AnnotationsView } from './annotations-view.tsx';
import { ChangesView } from './changes-view.tsx';
import { GuideView } from './guide-view.tsx';
import { ImportSession, type ImportState } from './import-session.ts';
import { ImportView } from './import-view.tsx';
import { Many, type ManyState } from './many.ts';
import { RecentlyDeleted } from './recently-deleted.tsx';
import { SettingsView } from './settings-view.tsx';
import { TagsView } from './tags-view.tsx';
import { useAddress } from './use-address.ts';
import { viewTitles } from './view-titles.ts';
import type { ViewProps } from './view.ts';
import { WorklistView } from './worklist-view.tsx';
import { YourData } from './your-data.tsx';

const contents: Record<Exclude<View, 'import'>, ComponentType<ViewProps>> = {
  annotations: AnnotationsView,
  worklist: WorklistView,
  changes: ChangesView,
  tags: TagsView,
  deleted: RecentlyDeleted,
  data: YourData,
  settings: SettingsView,
  guide: GuideView,
};

/** One view at a time: what is not shown asks the database nothing. An import, and a step over many, go on whatever is shown. */
export function Library({ data }: { data: LibraryData }) {
  const navigation = useAddress();
  const { view } = navigation.address;
  const [importing, setImporting] = useState<ImportState>({ name: 'idle' });
  const session = useMemo(() => new ImportSession(data.importer, setImporting), []);
  const [step, setStep] = useState<ManyState>({ name: 'idle' });
  const many = useMemo(() => new Many(data, setStep), []);
  const { value: options } = useLive(() => data.options(), []);
  useEffect(() => {
    if (options) wearTheme(options.theme);
  }, [options?.theme]);
  useEffect(() => void session.resume(), []);
  useEffect(() => {
    // What broke off is not to go on, or back, behind one's back.
    if (importing.name === 'running' || importing.name === 'undoing') location.hash = 'import';
  }, [importing.name]);

  function onFile(file: File) {
    location.hash = 'import';
    void session.start(file);
  }
  function onClose() {
    location.hash = 'annotations';
    void session.close();
  }
  const Content = view === 'import' ? undefined : contents[view];
  return (
    <>
      <Heading>
        <nav aria-label={message('libraryTitle')}>
          {views.filter((name) => name !== 'import' || view === name || importing.name !== 'idle').map((name) => (
            <a key={name} href={`#${name}`} aria-current={name === view ? 'page' : undefined}>
              {message(viewTitles[name])}
            </a>
          ))}
        </nav>
      </Heading>
      <LossNotice data={data} onImport={() => { location.hash = '#import'; }} />
      <BackupReminder data={data} />
      {Content ? <Content data={data} navigation={navigation} onFile={onFile} many={many} step={step} /> : <ImportView state={importing} session={session} onClose={onClose} />}
    </>
  );
}
