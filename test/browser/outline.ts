import type { describeElement } from './aria.ts';

/**
 * What assistive technology is told of a part of a page, as text: an element a line, role, name and state, and text that is in no
 * name, indented as it is nested. Sent to the page as source text, as `describeElement` is, which it is given with the shadow
 * roots in the part, since closed ones are not to be reached from within.
 */
export function outlineOf(describe: typeof describeElement, part: Document | Element, ...roots: ShadowRoot[]): string {
  const named = /^(button|link|heading|option|checkbox|radio|combobox|img|image|textbox|searchbox)$/;
  const transparent = /^(generic|none|presentation|paragraph)$/;
  const rules = {
    states(el: HTMLElement): string[] {
      const told = ['expanded', 'pressed', 'selected', 'current', 'disabled', 'invalid', 'busy'].flatMap((state) => {
        const value = el.getAttribute(`aria-${state}`);
        return value === null || value === 'false' && state !== 'expanded' && state !== 'pressed' ? [] : [`${state}=${value}`];
      });
      const { type, checked, value } = el as HTMLInputElement;
      const isBox = type === 'checkbox' || type === 'radio';
      const written = el.localName === 'select' ? (el as HTMLSelectElement).selectedOptions[0]?.text : isBox ? undefined : value;
      const isField = /^(input|textarea|select)$/.test(el.localName);
      return [
        ...told, ...(isBox ? [`checked=${String(checked)}`] : []), ...(isField && written ? [`value=${JSON.stringify(written)}`] : []),
        ...(el.ariaDescription ? [`description=${JSON.stringify(el.ariaDescription)}`] : []),
        ...((el.getRootNode() as Document | ShadowRoot).activeElement === el && !rules.rootOf(el) ? ['focused'] : []),
      ];
    },
    rootOf(el: Node): ShadowRoot | undefined {
      return roots.find(({ host }) => host === el);
    },
    lines(node: Node, indent: string): string[] {
      if (node.nodeType === 3) {
        const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
        return text === '' || !node.parentElement?.checkVisibility({ visibilityProperty: true }) ? [] : [`${indent}text ${JSON.stringify(text)}`];
      }
      if (node.nodeType !== 1) return [];
      const el = node as HTMLElement;
      if (/^(style|script)$/.test(el.localName) || el.getAttribute('aria-hidden') === 'true') return [];
      const described = describe(el);
      const isShown = described && !transparent.test(described.role);
      const below = isShown ? `${indent}  ` : indent;
      const inside = described && named.test(described.role) ? [] : [...(rules.rootOf(el) ?? el).childNodes].flatMap((child) => rules.lines(child, below));
      if (!described || !isShown) return inside;
      const name = described.name === '' ? [] : [JSON.stringify(described.name)];
      return [`${indent}${[described.role, ...name, ...rules.states(el)].join(' ')}`, ...inside];
    },
  };
  const start = part.nodeType === 9 ? (part as Document).body : part as Element;
  return `${rules.lines(start, '').join('\n')}\n`;
}
