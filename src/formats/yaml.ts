/**
 * Properties of a note, as YAML between two lines of `---`. Whatever is in them, they cannot break it: YAML 1.2 takes every
 * JSON string for what it is, and a JSON string is one line. https://yaml.org/spec/1.2.2/#12-yaml-and-json
 */
export type Property = readonly [name: string, value: string | number | readonly string[] | undefined];

/** What is undefined, or an empty list, is left out. */
export function frontMatter(properties: readonly Property[]): string {
  return ['---', ...properties.flatMap(([name, value]) => field(name, value)), '---'].join('\n');
}

function field(name: string, value: Property[1]): string[] {
  switch (typeof value) {
    case 'undefined': return [];
    case 'string': return [`${name}: ${quoted(value)}`];
    case 'number': return [`${name}: ${value}`];
    default: return value.length === 0 ? [] : [`${name}:`, ...value.map((each) => `  - ${quoted(each)}`)];
  }
}

/** What YAML must not hold as it is, and what it or a reader of lines may take for a line break or a byte order mark. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function quoted(text: string): string {
  return JSON.stringify(text).replace(unprintable, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
