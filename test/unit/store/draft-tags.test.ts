import { expect, it } from 'vitest';
import { removal, renaming } from '../../../src/model/tag-changes.ts';
import { renameInDrafts } from '../../../src/store/draft-tags.ts';
import { readDraft, writeDraft } from '../../../src/store/drafts.ts';
import { writeTags } from '../../../src/store/tags-write.ts';
import { noon, wholePost } from '../builders.ts';
import { annotate, connect } from '../database.ts';

const key = { handle: 'garden_notes', postId: 42 };

it('drafts follow what tags are called, and keep what was typed besides', async () => {
  const db = connect();
  await annotate(db, { tags: ['ports', 'Quay', 'pier', 'gone'], post: { postId: 1 } });
  await writeDraft(db, key, wholePost, { tags: ['PORTS', 'quay', 'pier', 'gone', 'typed'], pending: 'ports', note: 'ports', rev: 0 }, noon);
  const living = async () => (await db.tags.orderBy('key').toArray());
  for (const change of [renaming(await living(), 'ports', 'harbours', noon), renaming(await living(), 'Quay', 'pier', noon), removal(await living(), 'gone', noon)]) {
    if (!change || !(await writeTags(db, change.after, noon))) throw new Error('not written');
    await renameInDrafts(db, change.before);
  }
  expect(await readDraft(db, key, wholePost)).toMatchObject({ tags: ['harbours', 'pier', 'gone', 'typed'], pending: 'ports', note: 'ports', rev: 0 });
});
