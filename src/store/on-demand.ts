/** What a list need not wait for: loaded when somebody edits or exports. */
export { readDraft } from './drafts.ts';
export { exportSource } from './export.ts';
export { tagUses } from './tags.ts';
