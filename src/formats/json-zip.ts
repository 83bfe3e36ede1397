/**
 * The JSON export in a zip, with the HTML of its posts as it was kept. The HTML is somebody else's: it goes in as it is, under
 * names of ours, and is text to us, as it is to a browser that opens it by a name which ends in `.txt`.
 */
import { currentHandle } from '../model/channel.ts';
import type { ExportSource, PostPlace } from '../model/view.ts';
import { blobOf } from './blob.ts';
import type { ExportInfo } from './exported.ts';
import { exportFileName } from './file-name.ts';
import { exportJson } from './json.ts';
import { FreeNames, fileNameOf } from './zip-names.ts';
import { type ZipEntry, zip } from './zip.ts';

/** In English, as names of fields are. */
const readMe = (json: string) => `This is an export of Postil.

${json}
    The annotations, as a file that can be imported: unpack it first. "npm run verify" and "Verify a file" in the
    library of Postil tell whether its contents are what their ids name; they take this zip as it is, too.

originals/CHANNEL-POST-CAPTURE.html.txt
    The HTML of posts, as the page had it when they were annotated or seen again; CAPTURE is the id of the content that
    was read from it, as in the JSON file. Not all posts have one: large ones are not kept.

CAREFUL: these files were written by whoever made the posts and pages, not by you and not by Postil. Nothing in them was
checked or taken out. They are called .txt so that they open as text. Under a name that ends in .html a browser would load
pictures from elsewhere, and so tell others that you opened them, or run scripts. Nothing in them proves what a post said:
anybody can write such a file.
`;

/** In pieces, as they come. */
export function exportJsonZip(source: ExportSource, info: ExportInfo): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return zip(entries(source, info));
}

async function* entries(source: ExportSource, info: ExportInfo): AsyncGenerator<ZipEntry> {
  const { now: time } = info;
  const json = exportFileName(time);
  const posts = new Map<string, { place: PostPlace; handle: string }>();
  const annotations = noting(source.annotations, ({ annotation: { channelRef, postId }, channel }) => {
    posts.set(`${channelRef} ${postId}`, { place: [channelRef, postId], handle: currentHandle(channel) });
  });
  yield { name: 'README.txt', content: readMe(json), time };
  yield { name: json, content: await blobOf('application/json', exportJson({ ...source, annotations }, info)), time };
  const names = new FreeNames();
  for await (const originals of source.originals?.([...posts.values()].map(({ place }) => place)) ?? []) {
    for (const { channelRef, postId, captureId, html } of originals) {
      const handle = posts.get(`${channelRef} ${postId}`)?.handle ?? '';
      yield { name: `originals/${names.takeLike(fileNameOf(handle, postId, captureId))}.html.txt`, content: html, time };
    }
  }
}

async function* noting<T>(batches: AsyncIterable<readonly T[]>, note: (item: T) => void): AsyncGenerator<readonly T[]> {
  for await (const batch of batches) {
    batch.forEach(note);
    yield batch;
  }
}
