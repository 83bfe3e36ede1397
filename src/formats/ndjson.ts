/**
 * The NDJSON export: the JSON export in lines, each a JSON value by itself, for programs that read a line at a time. The first
 * line is the object that the JSON export is, without `annotations`; each line after it is one of these.
 */
import type { ExportSource } from '../model/view.ts';
import { type ExportInfo, exportedAnnotation, exportedHead } from './exported.ts';

export async function* exportNdjson(source: ExportSource, info: ExportInfo): AsyncGenerator<string> {
  yield line(exportedHead(source, info));
  for await (const views of source.annotations) yield views.map((view) => line(exportedAnnotation(view))).join('');
}

/** JSON escapes line feeds and what else ends a line in ASCII. Some programs take these for line ends, too. */
function line(value: object): string {
  return `${JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
