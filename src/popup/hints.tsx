/** What the popup says besides: what keeps it from its work, and what is due. Loaded after the list, which is waited for. */
import { BackupReminder } from '../ui/backup-reminder.tsx';
import { LossNotice } from '../ui/loss-notice.tsx';
import type { ReviewData } from '../ui/review-data.ts';
import { openOwnPage } from '../webext/tabs.ts';
import { HostAccess } from './host-access.tsx';
import { ImportHint } from './import-hint.tsx';
import { KeptTagsHint } from './kept-tags-hint.tsx';
import { PageHint } from './page-hint.tsx';

export function Hints({ data }: { data: ReviewData }) {
  return (
    <>
      <LossNotice data={data} onImport={() => void openOwnPage('library.html#import')} />
      <HostAccess />
      <PageHint />
      <ImportHint data={data} />
      <KeptTagsHint data={data} />
      <BackupReminder data={data} />
    </>
  );
}
