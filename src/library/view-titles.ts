import type { MessageKey } from '../webext/i18n.ts';
import type { View } from './address.ts';

/** What each view is called, wherever it is named. */
export const viewTitles: Readonly<Record<View, MessageKey>> = {
  annotations: 'annotations',
  worklist: 'worklist',
  changes: 'changes',
  tags: 'tags',
  deleted: 'recentlyDeleted',
  data: 'yourData',
  settings: 'settings',
  guide: 'guide',
  import: 'import',
};
