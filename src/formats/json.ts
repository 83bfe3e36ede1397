/** The JSON export: everything but drafts and originals, for people and programs that know nothing of Postil. */
import type { ExportSource } from '../model/view.ts';
import { type ExportInfo, exportedAnnotation, exportedHead } from './exported.ts';

/** The file in pieces, one for each batch of annotations, so that no more need be in memory at a time. */
export async function* exportJson(source: ExportSource, info: ExportInfo): AsyncGenerator<string> {
  yield `${JSON.stringify(exportedHead(source, info), null, 2).slice(0, -2)},\n  "annotations": [`;
  let separator = '';
  for await (const views of source.annotations) {
    if (views.length === 0) continue;
    yield separator + items(views.map(exportedAnnotation));
    separator = ',';
  }
  yield '\n  ]\n}\n';
}

/** As they stand in a list that is a field of the file: written as one, without what is around them. */
function items(annotations: readonly object[]): string {
  return JSON.stringify({ '': annotations }, null, 2).slice('{\n  "": ['.length, -'\n  ]\n}'.length);
}
