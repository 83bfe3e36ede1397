/** The JSON export: everything but drafts and originals, for people and programs that know nothing of Postil. */
import type { ExportSource } from '../model/view.ts';
import { type ExportInfo, exportedAnnotation, exportedHead } from './exported.ts';

/** The file in pieces, so that no more than one annotation need be in memory at a time. */
export async function* exportJson(source: ExportSource, info: ExportInfo): AsyncGenerator<string> {
  yield `${JSON.stringify(exportedHead(source, info), null, 2).slice(0, -2)},\n  "annotations": [`;
  let separator = '\n';
  for await (const view of source.annotations) {
    yield separator + indent(JSON.stringify(exportedAnnotation(view), null, 2), '    ');
    separator = ',\n';
  }
  yield '\n  ]\n}\n';
}

/**
 * JSON has no `\n` inside strings, so that indenting its lines changes no value. It may have U+2028 there, which `^` in
 * a regular expression would take for a line break.
 */
function indent(json: string, by: string): string {
  return by + json.replaceAll('\n', `\n${by}`);
}
