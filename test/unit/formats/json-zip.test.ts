/** The export with originals, as another program than ours unpacks it. */
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { exportJsonZip } from '../../../src/formats/json-zip.ts';
import { textOfExport } from '../../../src/formats/zip-read.ts';
import type { ExportSource, Original, PostPlace } from '../../../src/model/view.ts';
import { aChannel, aView, anAnnotation, noon } from '../builders.ts';
import { each, exportedText, fullView, info, joined, sourceOf } from '../exporting.ts';

async function zipOf(source: ExportSource): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportJsonZip(source, info)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

function unpacked(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]));
}

const html = '<div class="tgme_widget_message">Тюльпаны<script>alert(1)</script></div>';
const original = (changes: Partial<Original> = {}): Original => ({ channelRef: 'channel-1', postId: 42, captureId: 'c0ffee', html, ...changes });

it('holds the JSON export, the HTML of its posts, and what these are', async () => {
  const asked: PostPlace[][] = [];
  const files = unpacked(await zipOf(sourceOf([fullView, aView()], {
    originals: (posts) => {
      asked.push([...posts]);
      return each([[original()], [original({ captureId: 'beef', html: '' })]]);
    },
  })));
  expect(Object.keys(files)).toEqual([
    'README.txt', 'postil-2025-03-04.json', 'originals/garden_notes-42-c0ffee.html.txt', 'originals/garden_notes-42-beef.html.txt',
  ]);
  expect(files['postil-2025-03-04.json']).toBe(await exportedText([fullView, aView()]));
  expect(files['originals/garden_notes-42-c0ffee.html.txt']).toBe(html);
  expect(files['README.txt']).toContain('postil-2025-03-04.json');
  // Each post once, however many annotations it has.
  expect(asked).toEqual([[['channel-1', 42]]]);
});

it('has only names of ours, each of one file, whatever a capture is called', async () => {
  const channel = aChannel({ handles: [{ name: 'Garden', firstSeen: noon, lastSeen: noon }] });
  const again = aView({ channel: { ...channel, id: 'other' }, annotation: anAnnotation({ id: 'b', channelRef: 'other' }) });
  const files = unpacked(await zipOf(sourceOf([aView({ channel }), again], {
    originals: () => each([[original({ captureId: '../../x\u0000' }), original(), original({ channelRef: 'other' })]]),
  })));
  expect(Object.keys(files).filter((name) => name.startsWith('originals/'))).toEqual([
    'originals/Garden-42-______x_.html.txt', 'originals/Garden-42-c0ffee.html.txt', 'originals/Garden-42-c0ffee-2.html.txt',
  ]);
});

it('is read back as the JSON that it holds, however it is cut', async () => {
  const bytes = await zipOf(sourceOf([fullView], { originals: () => each([[original()]]) }));
  for (const size of [1, 7, 1_000, bytes.length]) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
    expect(await joined(textOfExport(each(pieces)))).toBe(await exportedText([fullView]));
  }
});

it('is read like any text when it is no zip, and gives nothing when it holds no JSON', async () => {
  const text = (bytes: Uint8Array) => joined(textOfExport(each([bytes])));
  expect(await text(new TextEncoder().encode('{"пирс": 1}'))).toBe('{"пирс": 1}');
  expect(await text(new Uint8Array())).toBe('');
  expect(await text(new TextEncoder().encode('PK\u0003\u0004'))).toBe('');
  expect(await text(new TextEncoder().encode(`PK\u0003\u0004${'\u0000'.repeat(100)}`))).toBe('');
  await expect(text(new Uint8Array([0x50, 0xff, 0x03, 0x04]))).rejects.toThrow(TypeError);
});
