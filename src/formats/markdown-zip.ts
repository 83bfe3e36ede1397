/** The Markdown export as a zip with a note for each annotation, to be unpacked into a vault: what is there from before is replaced. */
import { currentHandle } from '../model/channel.ts';
import type { AnnotationView, ExportSource } from '../model/view.ts';
import { markdownNote } from './markdown.ts';
import { FreeNames, fileNameOf } from './zip-names.ts';
import { type ZipEntry, zip } from './zip.ts';

/** The one folder that the zip makes. */
const folder = 'Postil';

/** In pieces, as they come. A post's note has the same name and time in every export. */
export function exportMarkdownZip({ annotations }: Pick<ExportSource, 'annotations'>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return zip(notes(annotations));
}

async function* notes(annotations: ExportSource['annotations']): AsyncGenerator<ZipEntry> {
  const names = new FreeNames();
  for await (const views of annotations) {
    yield* views.map((view) => ({ name: `${folder}/${nameOf(view, names)}.md`, content: markdownNote(view), time: view.annotation.updatedAt }));
  }
}

/** `HANDLE-POST-ID`, of the id its first eight characters. */
function nameOf({ channel, annotation: { postId, id } }: AnnotationView, names: FreeNames): string {
  const name = (ofId: string) => fileNameOf(currentHandle(channel), postId, ofId);
  return names.take(name(id.slice(0, 8))) ?? names.takeLike(name(id));
}
