/** Annotations whose post says something else by now, or is not shown any more. What shows them is loaded when they are asked for. */
import { useLater } from '../ui/use-later.ts';
import type { ViewProps } from './view.ts';

const loadList = () => import('./changes-list.tsx');

export function ChangesView({ data }: ViewProps) {
  const list = useLater(loadList);
  const history = useLater(data.history);
  return <div class="changes">{list && history && <list.ChangesList history={history} />}</div>;
}
