/** The Markdown export as a zip with a note for each annotation, to be unpacked into a vault: what is there from before is replaced. */
import { currentHandle } from '../model/channel.ts';
import type { AnnotationView, ExportSource } from '../model/view.ts';
import { markdownNote } from './markdown.ts';
import { type ZipEntry, zip } from './zip.ts';

/** The one folder that the zip makes. */
const folder = 'Postil';

/** In pieces, as they come. A post's note has the same name and time in every export. */
export function exportMarkdownZip({ annotations }: Pick<ExportSource, 'annotations'>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return zip(notes(annotations));
}

async function* notes(annotations: ExportSource['annotations']): AsyncGenerator<ZipEntry> {
  const names = new Names();
  for await (const views of annotations) {
    yield* views.map((view) => ({ name: `${folder}/${names.nameOf(view)}.md`, text: markdownNote(view), time: view.annotation.updatedAt }));
  }
}

/** `HANDLE-POST-ID`, of the id its first eight characters. */
class Names {
  readonly #taken = new Map<string, number>();

  nameOf({ channel, annotation: { postId, id } }: AnnotationView): string {
    const name = (ofId: string) => [currentHandle(channel), postId, ofId].join('-').replace(/[^\w-]/g, '_');
    return this.#take(name(id.slice(0, 8))) ?? this.#take(name(id)) ?? this.#numbered(name(id));
  }

  /** Many disks take names for one that differ in case alone. */
  #take(name: string): string | undefined {
    const key = name.toLowerCase();
    if (this.#taken.has(key)) return undefined;
    this.#taken.set(key, 1);
    return name;
  }

  #numbered(name: string): string {
    const key = name.toLowerCase();
    const number = (this.#taken.get(key) ?? 1) + 1;
    this.#taken.set(key, number);
    return this.#take(`${name}-${number}`) ?? this.#numbered(name);
  }
}
