import type { describeElement, Described } from './aria.ts';

/** Elements that are exposed in a role, and by a name if one is given; or all of an HTML element's kind. */
export type Wanted = { role: string; name: string | { source: string; flags: string } | undefined } | { element: string };

/** What was found, to be asked for by its number. */
export interface Found {
  ticket: number;
  /** The accessible name of each element. */
  names: string[];
  /** Whether there are elements that may have a closed shadow root which is not known yet. */
  isPartial: boolean;
}

export interface Inspector {
  /** @param within CSS selector of the part of the document to look in */
  find(within: string | undefined, wanted: Wanted): Found;
  found(ticket: number, index: number): Element | undefined;
  /** All that there is to look in: the part, and each shadow root in it. */
  parts(within: string | undefined): ParentNode[];
  rootOf(element: Element): ShadowRoot | undefined;
  unknownHosts(within: string | undefined): Element[];
  learn(...roots: ShadowRoot[]): void;
}

/**
 * Looks for elements in a document and in its shadow roots, the closed ones that it was told of included: so that one question
 * to the page does, where each root, and each element looked at, would be one of its own. The page itself cannot reach it.
 * It is sent to the page as source text: it must not refer to anything outside itself.
 */
export function createInspector(describe: typeof describeElement): Inspector {
  const known = new WeakMap<Element, ShadowRoot>();
  const results: Element[][] = [];
  const rules = {
    /**
     * The elements that may have a closed shadow root of ours: those with a name of their own, as extensions give their hosts.
     * Asking all that could have one, every `div` for instance, would take most of the time that specs take.
     */
    hosts(part: ParentNode): Element[] {
      const own = part.nodeType === 1 ? [part as Element] : [];
      return [...own, ...part.querySelectorAll('*')].filter(({ localName }) => localName.includes('-') && localName !== 'tg-emoji');
    },
    start(within: string | undefined): ParentNode[] {
      const start = within === undefined ? document : document.querySelector(within);
      return start ? [start] : [];
    },
    inside(part: ParentNode): ParentNode[] {
      const roots = rules.hosts(part).map((host) => known.get(host)).filter((root) => root !== undefined);
      return [part, ...roots.flatMap((root) => rules.inside(root))];
    },
    described(element: Element, wanted: Wanted): Described | undefined {
      if ('element' in wanted) return { role: '', name: '' };
      const { role, name } = wanted;
      const described = describe(element, role);
      if (!described || name === undefined) return described;
      const isCalled = typeof name === 'string' ? name === described.name : new RegExp(name.source, name.flags).test(described.name);
      return isCalled ? described : undefined;
    },
  };
  const inspector: Inspector = {
    find(within, wanted) {
      const selector = 'element' in wanted ? wanted.element : '*';
      const elements: Element[] = [];
      const names: string[] = [];
      for (const element of inspector.parts(within).flatMap((part) => [...part.querySelectorAll(selector)])) {
        const described = rules.described(element, wanted);
        if (!described) continue;
        elements.push(element);
        names.push(described.name);
      }
      return { ticket: results.push(elements) - 1, names, isPartial: inspector.unknownHosts(within).length > 0 };
    },
    found(ticket, index) {
      return results[ticket]?.[index];
    },
    parts(within) {
      return rules.start(within).flatMap((start) => rules.inside(start));
    },
    rootOf(element) {
      return known.get(element);
    },
    unknownHosts(within) {
      return inspector.parts(within).flatMap((part) => rules.hosts(part)).filter((host) => !known.has(host));
    },
    learn(...roots) {
      for (const root of roots) known.set(root.host, root);
    },
  };
  return inspector;
}
