/** Which view the library shows. It stands in the address, so that Back and reload keep it. */
import { useEffect, useState } from 'preact/hooks';
import type { LibraryData } from '../store/library.ts';

export const views = ['annotations', 'deleted', 'data', 'import'] as const;
export type View = (typeof views)[number];

export interface ViewProps {
  data: LibraryData;
  /** A file was chosen for import. */
  onFile: (file: File) => void;
}

function viewOf(hash: string): View {
  return views.find((view) => hash === `#${view}`) ?? 'annotations';
}

export function useView(): View {
  const [view, setView] = useState(viewOf(location.hash));
  useEffect(() => {
    const follow = () => setView(viewOf(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return view;
}
