/** Words that a page would show as they stand in the code, where no language but one has them. */
import { parseAst } from 'vite';

interface Node {
  type: string;
  [field: string]: unknown;
}

/** Attributes, and functions of ours, that are given words to show. */
const sayingAttributes = new Set(['alt', 'aria-description', 'aria-label', 'aria-valuetext', 'label', 'placeholder', 'title']);
const sayingFunctions = /^set(Error|Problem|Said|Title|Words)$/;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function inner(node: Node, ...fields: string[]): Node[] {
  return fields.flatMap((field) => node[field]).filter(isNode);
}

function nameOf(node: Node, field: string): string {
  const [named] = inner(node, field);
  return String(named?.['name'] ?? named?.['value'] ?? '');
}

/** Texts that an expression may come to, as far as they stand in it. What a call makes of its arguments is its own affair. */
function texts(node: Node): string[] {
  switch (node.type) {
    case 'JSXText':
    case 'Literal': return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateLiteral': return [...inner(node, 'quasis').map(({ value }) => (value as { cooked: string }).cooked), ...inner(node, 'expressions').flatMap(texts)];
    case 'ConditionalExpression': return inner(node, 'consequent', 'alternate').flatMap(texts);
    case 'LogicalExpression':
    case 'BinaryExpression': return /^(&&|\|\||\?\?|\+)$/.test(String(node['operator'])) ? inner(node, 'left', 'right').flatMap(texts) : [];
    case 'JSXExpressionContainer': return inner(node, 'expression').flatMap(texts);
    default: return [];
  }
}

function shownBy(node: Node): string[] {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment': return inner(node, 'children').flatMap(texts);
    case 'JSXAttribute': return sayingAttributes.has(nameOf(node, 'name')) ? inner(node, 'value').flatMap(texts) : [];
    case 'Property': return sayingAttributes.has(nameOf(node, 'key')) ? inner(node, 'value').flatMap(texts) : [];
    case 'CallExpression': return sayingFunctions.test(nameOf(node, 'callee')) ? inner(node, 'arguments').flatMap(texts) : [];
    default: return [];
  }
}

/** All nodes, in the order of the code. */
function walk(node: Node): Node[] {
  return [node, ...inner(node, ...Object.keys(node)).flatMap(walk)];
}

function inPage(html: string): string[] {
  const attributes = [...html.matchAll(/ (?<name>[\w-]+)="(?<value>[^"]*)"/g)].flatMap(({ groups }) => (
    sayingAttributes.has(groups?.['name'] ?? '') ? groups?.['value'] ?? [] : []
  ));
  return [...html.split(/<[^>]*>/), ...attributes];
}

/** @param name of the file, by which it is known what is written in it */
export function wordsIn(name: string, text: string): string[] {
  const shown = name.endsWith('.html') ? inPage(text)
    : walk(parseAst(text, { lang: name.endsWith('x') ? 'tsx' : 'ts' }, name) as unknown as Node).flatMap(shownBy);
  return shown.map((each) => each.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')).filter((each) => /\p{L}/u.test(each));
}
