/** The forms in which annotations leave from here, by what is chosen in the panel. */
import { exportCsv } from '../formats/csv.ts';
import { exportJsonZip } from '../formats/json-zip.ts';
import { exportJson } from '../formats/json.ts';
import { exportMarkdownZip } from '../formats/markdown-zip.ts';
import { exportMarkdown } from '../formats/markdown.ts';
import { exportNdjson } from '../formats/ndjson.ts';
import type { FileKind } from '../ui/export-file.ts';

export const formats = ['json', 'ndjson', 'csv', 'markdown'] as const;
export type Format = (typeof formats)[number];

/** What belongs to one format only. */
export interface FormatOptions {
  /** JSON: in a zip, with the posts' HTML. */
  originals: boolean;
  /** CSV: marked as UTF-8. */
  forExcel: boolean;
  /** CSV: a row for each tag of an annotation. */
  rowPerTag: boolean;
  /** Markdown: a file for each annotation. */
  zip: boolean;
}

export function kindOf(format: Format, { originals, forExcel, rowPerTag, zip }: FormatOptions): FileKind {
  switch (format) {
    case 'json': return originals
      ? { ending: '-originals.zip', type: 'application/zip', write: exportJsonZip, isBackup: true }
      : { ending: '.json', type: 'application/json', write: exportJson, isBackup: true };
    case 'ndjson': return { ending: '.ndjson', type: 'application/x-ndjson', write: exportNdjson, isBackup: true };
    case 'csv': return {
      ending: rowPerTag ? '-by-tag.csv' : '.csv', type: 'text/csv', write: (source) => exportCsv(source, { bom: forExcel, rowPerTag }), isBackup: false,
    };
    case 'markdown': return zip
      ? { ending: '.zip', type: 'application/zip', write: exportMarkdownZip, isBackup: false }
      : { ending: '.md', type: 'text/markdown', write: exportMarkdown, isBackup: false };
  }
}
