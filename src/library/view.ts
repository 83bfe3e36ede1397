/** Which view the library shows. It stands in the address, so that Back and reload keep it. */
import { useEffect, useState } from 'preact/hooks';

export const views = ['annotations', 'deleted', 'data'] as const;
export type View = (typeof views)[number];

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
