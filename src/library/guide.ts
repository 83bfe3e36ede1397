/** What the guide says, in order: the words stand in `_locales`. */
import type { MessageKey } from '../webext/i18n.ts';
import type { View } from './address.ts';

export interface GuideSection {
  title: MessageKey;
  paragraphs: readonly MessageKey[];
  /** The view that it is about. */
  view?: View;
  /** What else stands there. */
  also?: 'sample' | 'search';
}

export const guide: readonly GuideSection[] = [
  { title: 'guideAnnotateTitle', paragraphs: ['guideAnnotate', 'guideMark'], also: 'sample' },
  { title: 'guideQuotesTitle', paragraphs: ['guideQuotes'] },
  { title: 'guideDraftsTitle', paragraphs: ['guideDrafts', 'guideConflicts'] },
  { title: 'guideSearchTitle', paragraphs: ['guideSearch'], also: 'search', view: 'annotations' },
  { title: 'tags', paragraphs: ['guideTags'], view: 'tags' },
  { title: 'guideManyTitle', paragraphs: ['guideMany'], view: 'annotations' },
  { title: 'worklist', paragraphs: ['guideWorklist'], view: 'worklist' },
  { title: 'changes', paragraphs: ['guideChanges'], view: 'changes' },
  { title: 'guideFilesTitle', paragraphs: ['guideExport', 'guideImport'], view: 'annotations' },
  { title: 'backup', paragraphs: ['guideBackup'], view: 'data' },
  { title: 'guidePrivacyTitle', paragraphs: ['guidePrivacy', 'guidePrivate'], view: 'settings' },
  { title: 'guideTroubleTitle', paragraphs: ['guideTroublePage', 'guideTroubleData'], view: 'data' },
];
