/** Every content of a file is what its id names, or it is said of which it is not so. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportNdjson } from '../../../src/formats/ndjson.ts';
import { FileError } from '../../../src/formats/read-parts.ts';
import { type Finding, type Mismatch, type Verified, verifyExport } from '../../../src/formats/verify.ts';
import { captureId } from '../../../src/model/capture.ts';
import type { ExportedView } from '../../../src/model/view.ts';
import { anyView } from '../arbitraries.ts';
import { exportedText, fullView, info, joined, sourceOf } from '../exporting.ts';
import { inPieces } from '../importing.ts';

async function verified(text: string): Promise<Verified & { mismatches: Mismatch[]; found: Finding[] }> {
  const findings = verifyExport(inPieces(text, 1_000));
  const found: Finding[] = [];
  let next = await findings.next();
  for (; !next.done; next = await findings.next()) found.push(next.value);
  return { ...next.value, found, mismatches: found.flatMap((each) => ('mismatch' in each ? [each.mismatch] : [])) };
}

/** With the ids that the contents have. */
async function honest(view: ExportedView): Promise<ExportedView> {
  const named = async <T extends ExportedView['capture']>(capture: T) => ({ ...capture, id: await captureId(capture.content) });
  return {
    ...view, capture: await named(view.capture),
    ...(view.history && { history: { ...view.history, versions: await Promise.all(view.history.versions.map(named)) } }),
  };
}

const full = async () => JSON.parse(await exportedText([await honest(fullView)]));

describe('a file as it was written', () => {
  it.each([
    ['JSON', (views: ExportedView[]) => exportedText(views)], ['NDJSON', (views: ExportedView[]) => joined(exportNdjson(sourceOf(views), info))],
  ])('matches, as %s', async (_, write) => {
    const { annotations, checked, matched, mismatched, uncheckable, unreadable } = await verified(await write([await honest(fullView), await honest(fullView)]));
    expect({ annotations, checked, matched, mismatched, uncheckable, unreadable }).toEqual({
      annotations: 2, checked: 4, matched: 4, mismatched: 0, uncheckable: 0, unreadable: 0,
    });
  });

  it('matches whatever it holds', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(anyView, async (view) => {
      // Halves of characters are kept nowhere.
      const whole: ExportedView = JSON.parse(JSON.stringify(view), (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
      const { mismatched, unreadable, matched } = await verified(await exportedText([await honest(whole)]));
      expect({ mismatched, unreadable, matched }).toEqual({ mismatched: 0, unreadable: 0, matched: 1 + (whole.history?.versions.length ?? 0) });
    }), { numRuns: 100 });
  });
});

/** Puts something else in a place of a file: `annotations.0.post.text`. */
function tampered(file: unknown, path: string, value: unknown): string {
  const copy: unknown = structuredClone(file);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder: unknown = names.reduce<unknown>((part, name) => Reflect.get(Object(part), name), copy);
  if (!Reflect.has(Object(holder), last)) throw new Error(`There is no ${path}.`);
  Reflect.set(Object(holder), last, value);
  return JSON.stringify(copy);
}

const other = '0123456789abcdef'.repeat(4);
const version = 'history.versions.0';

describe('what was changed is found', () => {
  it.each([
    ['a word', 'post.text', 'Tulips — тюльпаны 🌹'], ['where a link leads', 'post.entities.1.url', 'https://example.org/roses'],
    ['the title of a file', 'post.media.1.title', 'plan.pdf'], ['the kind of an attachment', 'post.media.0.kind', 'video'], ['a missing attachment', 'post.media', []],
    ['the question of a poll', 'post.poll.question', 'Who?'], ['an option of a poll', 'post.poll.options.1', 'Black'],
    ['whom it is from', 'post.forwardedFrom.name', 'Meadow'], ['and where that is', 'post.forwardedFrom.url', 'https://t.me/meadow/5'],
    ['the id itself', 'capture.id', other],
  ])('%s', async (_, path, value) => {
    const { mismatches, matched, checked } = await verified(tampered(await full(), `annotations.0.${path}`, value));
    expect({ checked, matched }).toEqual({ checked: 2, matched: 1 });
    expect(mismatches).toEqual([expect.objectContaining({
      annotation: fullView.annotation.id, position: 1, url: 'https://t.me/Garden_Notes/42', which: 'capture',
    })]);
    const [{ stated, computed } = expect.fail()] = mismatches;
    expect(stated).not.toBe(computed);
    expect(stated === other).toBe(path === 'capture.id');
  });

  it.each([['a word of a version', `${version}.text`, 'Roses.'], ['the id of a version', `${version}.id`, other]])('%s', async (_, path, value) => {
    const { mismatches, matched } = await verified(tampered(await full(), `annotations.0.${path}`, value));
    expect(matched).toBe(1);
    expect(mismatches).toMatchObject([{ which: { version: 1 } }]);
  });
});

describe('no content is', () => {
  it.each([
    ['views', 'seen.views', '9M'], ['views later', 'history.seen.0.views', '9M'], ['reactions', 'seen.reactions', []], ['the note', 'note', 'Other.'],
    ['the title of the channel', 'post.channelTitle', 'Orchard'], ['when it was read', 'capture.at', '2025-03-05T12:00:00.000Z'],
  ])('%s', async (_, path, value) => {
    expect(await verified(tampered(await full(), `annotations.0.${path}`, value))).toMatchObject({ matched: 2, mismatched: 0, unreadable: 0 });
  });
});

describe('what cannot be checked or read is counted as such', () => {
  it('another canonical form', async () => {
    expect(await verified(tampered(await full(), 'annotations.0.capture.canonical', 2))).toMatchObject({ checked: 1, matched: 1, uncheckable: 1 });
  });

  it('no id', async () => {
    const { capture: _, ...plain } = (await full()).annotations[0];
    expect(await verified(JSON.stringify({ format: 'postil', version: 1, annotations: [plain] }))).toMatchObject({ checked: 1, uncheckable: 1 });
  });

  it('an annotation that cannot be read', async () => {
    const { found, ...sum } = await verified(tampered(await full(), 'annotations.0.post.postId', 'forty-two'));
    expect(sum).toMatchObject({ annotations: 1, checked: 0, unreadable: 1 });
    expect(found).toContainEqual({ rejection: { part: 'annotations', position: 1, reason: { code: 'invalid', path: 'post.postId' } } });
  });

  it.each([['', 'empty'], ['Dear diary', 'not-json'], ['{"a": 1}', 'not-postil'], ['{"format":"postil","version":1,"annotations":[', 'truncated']])(
    'a file that is none of ours: %j', async (text, code) => {
      await expect(verified(text)).rejects.toMatchObject({ name: FileError.name, fault: { code } });
    },
  );
});
