/** Why a part of a file cannot be taken, told so that a person can find and mend it. */
import * as v from 'valibot';
import type { RejectionReason } from '../model/import.ts';

/** Deeper than any file of ours by far; what goes deeper was made to break its readers. */
const maxDepth = 32;

/** A property inherited from nowhere good. https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html */
const proto = '__proto__';

/**
 * Finds what no schema sees: keys that would change what an object is, and halves of surrogate pairs, which cannot be
 * written as UTF-8 and so would come out as something else.
 */
function findUnsafe(value: unknown, path: readonly string[] = []): RejectionReason | undefined {
  if (typeof value === 'string') {
    return value.isWellFormed() ? undefined : { code: 'half-character', path: path.join('.') };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length > maxDepth) return { code: 'too-deep', path: path.slice(0, 3).join('.') };
  if (Object.hasOwn(value, proto)) return { code: 'proto', path: path.join('.') };
  for (const [key, part] of Object.entries(value)) {
    const found = findUnsafe(part, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

/** The reason behind what a schema found first. */
export function reasonOf(issue: v.BaseIssue<unknown>): RejectionReason {
  const path = v.getDotPath(issue) ?? '';
  if (issue.received === 'undefined') return { code: 'missing', path };
  if (issue.message === 'time') return { code: 'time', path };
  if (issue.type === 'max_length' && typeof issue.requirement === 'number') {
    return { code: 'too-long', path, length: Number(issue.received), limit: issue.requirement };
  }
  return { code: issue.type === 'check' ? 'tag-name' : 'invalid', path };
}

/** Parses a part of a file, or says what is wrong with it. */
export function parsePart<Schema extends v.GenericSchema>(
  schema: Schema, value: unknown,
): { output: v.InferOutput<Schema> } | { reason: RejectionReason } {
  const unsafe = findUnsafe(value);
  if (unsafe) return { reason: unsafe };
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  return parsed.success ? { output: parsed.output } : { reason: reasonOf(parsed.issues[0]) };
}
