/** A zip that can be unpacked anywhere, over what was unpacked before. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportMarkdownZip } from '../../../src/formats/markdown-zip.ts';
import { markdownNote } from '../../../src/formats/markdown.ts';
import type { AnnotationView } from '../../../src/model/view.ts';
import { aChannel, aView, anAnnotation, minute, noon } from '../builders.ts';
import { batches, fullView } from '../exporting.ts';
import { hostileViews } from '../hostile.ts';

async function zipOf(views: readonly AnnotationView[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportMarkdownZip({ annotations: batches(views) })) pieces.push(piece);
  return Buffer.concat(pieces);
}

const filesOf = async (views: readonly AnnotationView[]) => Object.entries(unzipSync(await zipOf(views))).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const);
const namesOf = async (views: readonly AnnotationView[]) => (await filesOf(views)).map(([name]) => name);

function written(id: string, postId = 1, handle = 'garden'): AnnotationView {
  return aView({ annotation: anAnnotation({ id, postId }), channel: aChannel({ handles: [{ name: handle, firstSeen: noon, lastSeen: noon }] }) });
}

describe('the zip', () => {
  it('holds a note for each annotation, by channel, post and id', async () => {
    expect(await filesOf([fullView])).toEqual([['Postil/Garden_Notes-42-11111111.md', markdownNote(fullView)]]);
  });

  it('is the same, byte by byte, for equal content', async () => {
    expect(await zipOf([fullView, written('a')])).toEqual(await zipOf([structuredClone(fullView), written('a')]));
  });

  it('has one folder, and names that stay in it on every system', async () => {
    const hostile = ['../../etc/passwd', '..', '/abs', 'C:\\x', 'a\u0000b', 'a/b', 'x\n', ''].map((handle, i) => written(`../${i}`, 1, handle));
    const names = await namesOf([...hostileViews, ...hostile]);
    expect(names).toHaveLength(hostileViews.length + hostile.length);
    for (const name of names) expect(name).toMatch(/^Postil\/[\w-]+\.md$/);
    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    for (const name of names) expect(name).not.toMatch(/^Postil\/(con|prn|aux|nul|com\d|lpt\d)\./i);
  });

  it('has no name twice, in any case of letters, and the same ones every time', async () => {
    const alike = [
      written('theirs-1a'), written('theirs-1b'), written('THEIRS-1B'), written('theirs-1b-2'), written('theirs-1', 1, 'GARDEN'), written('theirs-1B'),
      ...Array.from({ length: 1_000 }, () => written('theirs-1')),
    ];
    const names = await namesOf(alike);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(alike.length);
    expect(names[0]).toBe('Postil/garden-1-theirs-1.md');
    expect(await namesOf(alike)).toEqual(names);
  });

  it('takes what it has before it asks for more', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) yield [written(`a-${++asked}`)];
    }
    for await (const _ of exportMarkdownZip({ annotations: endless() })) if (asked >= 2) break;
    expect(asked).toBeLessThan(5);
  });

  it('fails with what its annotations fail with', async () => {
    async function* failing() {
      yield [written('a')];
      throw new Error('given up');
    }
    await expect((async () => {
      for await (const _ of exportMarkdownZip({ annotations: failing() }));
    })()).rejects.toThrow('given up');
  });

  it('names a note as before when it was changed', async () => {
    const later = aView({ ...written('a', 7), annotation: anAnnotation({ id: 'a', postId: 7, note: 'more', updatedAt: noon + 60 * minute }) });
    expect(await namesOf([later])).toEqual(await namesOf([written('a', 7)]));
  });
});
