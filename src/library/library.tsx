import { useState } from 'preact/hooks';
import type { AnnotationView } from '../model/view.ts';
import { BackupReminder } from '../ui/backup-reminder.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { Filters } from '../ui/filters.tsx';
import { Heading } from '../ui/heading.tsx';
import { Results } from '../ui/results.tsx';
import type { ReviewData } from '../ui/review-data.ts';
import { useReview } from '../ui/use-review.ts';
import { message } from '../webext/i18n.ts';
import { BackupSection } from './backup-section.tsx';
import { Detail } from './detail.tsx';

export function Library({ data }: { data: ReviewData }) {
  const review = useReview(data);
  const [selected, setSelected] = useState<AnnotationView>();
  // What is open stays open when it is no longer found: a form with what was typed, or the way back from deleting.
  const view = review.found?.views.find(({ annotation }) => annotation.id === selected?.annotation.id) ?? selected;
  return (
    <>
      <div class="top">
        <Heading review={review} />
        <Filters query={review.query} facets={review.facets} onQuery={review.setQuery} />
        <ExportButton label={message('export')} data={data} />
      </div>
      <BackupReminder data={data} />
      <div class="columns">
        <Results review={review} selected={selected} onSelect={setSelected} />
        {view && (
          <Detail key={view.annotation.id} view={view} data={data} host={review.options.telegramHost}
            onClose={() => setSelected(undefined)} />
        )}
      </div>
      <BackupSection data={data} />
    </>
  );
}
