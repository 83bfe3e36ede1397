/** Names of exported files: equal for equal exports of one day, so that it can be seen what a file holds. */
import { iso } from './iso-time.ts';

/** What of all annotations a file holds. */
export type ExportScope = 'everything' | 'found' | 'selected';

export interface FileNaming {
  scope?: ExportScope;
  /** With the dot; may say more of the form: `-by-tag.csv`. */
  ending: string;
}

/** `postil-YYYY-MM-DD.json`, by the UTC date; `postil-YYYY-MM-DD-found.json` when it does not hold everything. */
export function exportFileName(now: number, { scope = 'everything', ending }: FileNaming = { ending: '.json' }): string {
  return `postil-${iso(now).slice(0, 10)}${scope === 'everything' ? '' : `-${scope}`}${ending}`;
}
