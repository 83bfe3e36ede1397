import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAuthor, anyTag, anyView } from '../arbitraries.ts';
import { exportedText, fullView } from '../exporting.ts';

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;

const schema: Json = JSON.parse(readFileSync(new URL('../../../public/export.schema.json', import.meta.url), 'utf8'));
const isObject = (value: Json | undefined): value is { [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);

function compile(from: Json) {
  const ajv = new Ajv2020({ strict: true, strictTypes: false });
  addFormats(ajv);
  return ajv.compile(isObject(from) ? from : {});
}

/** The schema, but that objects may have no field that it does not describe. */
function closed(part: Json): Json {
  if (Array.isArray(part)) return part.map(closed);
  if (!isObject(part)) return part;
  const inner = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  return isObject(part['properties']) && part['type'] === 'object' ? { ...inner, additionalProperties: false } : inner;
}

/** Every field that the schema describes, with its path. */
function fields(part: Json, path = ''): [path: string, field: Json][] {
  if (Array.isArray(part)) return part.flatMap((each, i) => fields(each, `${path}/${i}`));
  if (!isObject(part)) return [];
  const here = isObject(part['properties']) && part['type'] === 'object' ? Object.entries(part['properties']) : [];
  return [
    ...here.map(([name, field]): [string, Json] => [`${path}/${name}`, field]),
    ...Object.entries(part).flatMap(([key, value]) => fields(value, `${path}/${key}`)),
  ];
}

const validate = compile(schema);
const full = async (): Promise<Json> => JSON.parse(await exportedText([fullView], { owner: fullView.author.id, authors: [fullView.author], tags: fullView.tags, channels: [fullView.channel] }));

describe('the schema', () => {
  it('has a line of description for every field', () => {
    const all = fields(schema);
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter(([, field]) => !isObject(field) || !/^[A-Z].*\.$/.test(String(field['description']))).map(([path]) => path)).toEqual([]);
  });

  it('describes every export, and every field of it', { timeout: 20_000 }, async () => {
    const strict = compile(closed(schema));
    await fc.assert(fc.asyncProperty(fc.array(anyView, { maxLength: 2 }), fc.array(anyTag), fc.array(anyAuthor), fc.boolean(), async (views, tags, authors, owned) => {
      const file = JSON.parse(await exportedText(views, { tags, authors, ...(owned && { owner: 'author-1' }) }));
      expect(validate(file) ? [] : validate.errors).toEqual([]);
      expect(strict(file) ? [] : strict.errors).toEqual([]);
    }));
  });

  it('describes the fullest export and no field that it lacks', async () => {
    const names = (value: Json): string[] => (
      Array.isArray(value) ? value.flatMap(names) : isObject(value) ? Object.entries(value).flatMap(([key, part]) => [key, ...names(part)]) : []
    );
    const file = await full();
    expect(validate(file)).toBe(true);
    expect(new Set(fields(schema).map(([path]) => path.split('/').at(-1)))).toEqual(new Set(names(file)));
  });

  it('allows fields of later versions', async () => {
    const file = await full();
    const more = (part: Json): Json => (
      Array.isArray(part) ? part.map(more) : isObject(part) ? { ...Object.fromEntries(Object.entries(part).map(([key, value]) => [key, more(value)])), later: 1 } : part
    );
    expect(validate(more(file))).toBe(true);
  });
});

/** The value with what stands at `path` replaced, or taken away when nothing is given. */
function changed(value: Json, [key, ...path]: string[], replacement?: Json): Json {
  if (key === undefined) return replacement ?? null;
  if (Array.isArray(value)) return value.map((part, i) => (String(i) === key ? changed(part, path, replacement) : part));
  if (!isObject(value)) throw new Error('There is no such place.');
  const { [key]: part, ...others } = value;
  if (part === undefined) throw new Error(`There is no ${key}.`);
  return path.length === 0 && replacement === undefined ? others : { ...others, [key]: changed(part, path, replacement) };
}

describe('the schema refuses', () => {
  const annotation = 'annotations/0';
  it.each([
    'format', 'version', 'exportedAt', 'generator', 'authors', 'tags', 'annotations', 'authors/0/id',
    ...['id', 'name', 'createdAt', 'updatedAt', 'rev'].map((name) => `tags/0/${name}`),
    ...['id', 'author', 'post', 'capture', 'target', 'tags', 'note', 'createdAt', 'updatedAt', 'rev', 'seen'].map((name) => `${annotation}/${name}`),
    ...['channel', 'postId', 'url', 'kinds', 'entities/0/start', 'entities/0/end', 'entities/0/type', 'forwardedFrom/name', 'linkPreview/url',
      'media/0/kind', 'poll/question', 'poll/options'].map((name) => `${annotation}/post/${name}`),
    ...['id', 'canonical', 'reader', 'at'].map((name) => `${annotation}/capture/${name}`),
    ...['kind', 'exact', 'prefix', 'suffix', 'start', 'end'].map((name) => `${annotation}/target/${name}`),
    ...['at', 'url', 'page', 'app', 'reactions/0/count'].map((name) => `${annotation}/seen/${name}`),
  ])('an export without %s', async (path) => {
    expect(validate(changed(await full(), path.split('/')))).toBe(false);
  });

  it.each<[string, Json]>([
    ['format', 'hypothesis'], ['version', 2], ['exportedAt', '2025-03-04'], ['exportedAt', '2025-03-04T12:00:00+01:00'], ['tags/0/createdAt', 1_741_089_600_000],
    ['tags/0/name', ''], ['tags/0/name', 'a'.repeat(65)], [`${annotation}/createdAt`, 'yesterday'], [`${annotation}/note`, null], [`${annotation}/tags`, 'сад'],
    [`${annotation}/rev`, 0], [`${annotation}/post/url`, 'https://example.org/42'], [`${annotation}/post/channel`, '@garden'], [`${annotation}/post/postId`, '42'],
    [`${annotation}/post/channelId`, -100], [`${annotation}/post/publishedAt`, 'once'], [`${annotation}/post/edited`, false], [`${annotation}/post/kinds`, ['hologram']],
    [`${annotation}/post/media/0/width`, null], [`${annotation}/post/entities/0/start`, -1], [`${annotation}/capture/id`, 'abc'], [`${annotation}/target/kind`, 'page'],
    [`${annotation}/seen/page`, 'billboard'], [`${annotation}/seen/serverTime`, 0],
  ])('an export in which %s is %j', async (path, value) => {
    expect(validate(changed(await full(), path.split('/'), value))).toBe(false);
  });
});
