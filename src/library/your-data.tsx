import { useState } from 'preact/hooks';
import type { LibraryData } from '../store/library.ts';
import { BackupSection } from './backup-section.tsx';
import { CheckSection } from './check-section.tsx';
import { EraseSection } from './erase-section.tsx';
import { NameSection } from './name-section.tsx';
import { RereadSection } from './reread-section.tsx';
import { VerifySection } from './verify-section.tsx';

/** What can be done with all that is stored, a section each. Erasing stays the last. */
export function YourData({ data }: { data: LibraryData }) {
  const [erased, setErased] = useState(0);
  return (
    <div class="sections">
      {/* Anew once everything was erased: what it found before is no longer so. */}
      <CheckSection key={erased} data={data} />
      <BackupSection data={data} />
      <VerifySection />
      <RereadSection data={data} />
      <NameSection data={data} />
      <EraseSection data={data} onErased={() => setErased(erased + 1)} />
    </div>
  );
}
