export interface Described {
  role: string;
  name: string;
}

/**
 * Role and accessible name of an element, or nothing when assistive technology is not told about it (or it is not
 * of the wanted role). Neither browser can be asked well: Chromium (Accessibility.queryAXTree) answers only after it
 * has drawn, so never for a tab in the background; Firefox (browsingContext.locateNodes) knows no patterns for names
 * and does not tell the name of an element at hand. So this covers the part of https://www.w3.org/TR/accname-1.2/
 * and https://www.w3.org/TR/html-aam-1.0/ that the specs need.
 *
 * It is sent to the page as source text: it must not refer to anything outside itself. Helpers are methods of an
 * object because esbuild's keepNames (tsx uses it) wraps other named functions in a helper the page does not have.
 */
export function describeElement(element: Element, wanted?: string): Described | undefined {
  const rules = {
    role(el: Element): string {
      const told = el.getAttribute('role')?.trim().split(/\s+/)[0];
      if (told) return told;
      const tag = el.localName;
      if (tag === 'input') return rules.inputRole(el as HTMLInputElement);
      if (tag === 'a' || tag === 'area') return el.hasAttribute('href') ? 'link' : 'generic';
      if (tag === 'img') return el.getAttribute('alt') === '' ? 'none' : 'image';
      if (tag === 'section') return rules.name(el, 'region') ? 'region' : 'generic';
      if (tag === 'form') return rules.name(el, 'form') ? 'form' : 'generic';
      if (tag === 'select') {
        const select = el as HTMLSelectElement;
        return select.multiple || select.size > 1 ? 'listbox' : 'combobox';
      }
      const isOfSection = el.parentElement?.closest('article, aside, main, nav, section') ?? false;
      if ((tag === 'header' || tag === 'footer') && isOfSection) return 'generic';
      if (/^h[1-6]$/.test(tag)) return 'heading';
      const roles: Record<string, string> = {
        article: 'article',
        aside: 'complementary',
        blockquote: 'blockquote',
        button: 'button',
        details: 'group',
        dialog: 'dialog',
        fieldset: 'group',
        footer: 'contentinfo',
        header: 'banner',
        hr: 'separator',
        li: 'listitem',
        main: 'main',
        nav: 'navigation',
        ol: 'list',
        optgroup: 'group',
        option: 'option',
        output: 'status',
        p: 'paragraph',
        progress: 'progressbar',
        search: 'search',
        table: 'table',
        td: 'cell',
        textarea: 'textbox',
        th: 'columnheader',
        tr: 'row',
        ul: 'list',
      };
      return roles[tag] ?? 'generic';
    },
    inputRole(el: HTMLInputElement): string {
      const roles: Record<string, string> = {
        button: 'button',
        checkbox: 'checkbox',
        image: 'button',
        number: 'spinbutton',
        radio: 'radio',
        range: 'slider',
        reset: 'button',
        search: 'searchbox',
        submit: 'button',
      };
      const role = roles[el.type] ?? 'textbox';
      const takesList = role === 'textbox' || role === 'searchbox';
      return takesList && el.hasAttribute('list') ? 'combobox' : role;
    },
    name(el: Element, role: string): string {
      const tree = el.getRootNode() as Document | ShadowRoot;
      const labelledBy = (el.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
      const labels = labelledBy.map((id) => tree.getElementById(id)).filter((label) => label !== null);
      if (labels.length > 0) {
        return rules.flat(labels.map((label) => label.getAttribute('aria-label') ?? rules.text(label)).join(' '));
      }
      const ariaLabel = el.getAttribute('aria-label')?.trim();
      if (ariaLabel) return rules.flat(ariaLabel);
      const native = rules.nativeName(el, role);
      if (native) return rules.flat(native);
      return rules.flat(el.getAttribute('title') || el.getAttribute('placeholder') || '');
    },
    nativeName(el: Element, role: string): string {
      const input = el as HTMLInputElement;
      const isButton = el.localName === 'input' && /^(button|submit|reset)$/.test(input.type);
      if (isButton && input.value) return input.value;
      if (input.labels?.length) return [...input.labels].map(rules.text).join(' ');
      if (el.localName === 'img') return el.getAttribute('alt') ?? '';
      if (el.localName === 'fieldset') return rules.text(el.querySelector('legend'));
      const fromContent =
        /^(button|cell|checkbox|columnheader|gridcell|heading|link|menuitem|menuitemcheckbox|menuitemradio|option|radio|row|switch|tab|tooltip|treeitem)$/;
      return fromContent.test(role) ? rules.text(el) : '';
    },
    text(node: Node | null): string {
      if (node === null) return '';
      if (node.nodeType === 3) return node.nodeValue ?? '';
      if (node.nodeType !== 1) return '';
      const el = node as HTMLElement;
      if (el.getAttribute('aria-hidden') === 'true' || !rules.isDrawn(el)) return '';
      if (/^(input|select|textarea|style|script)$/.test(el.localName)) return '';
      const told = el.getAttribute('aria-label') ?? el.getAttribute('alt');
      if (told) return ` ${told} `;
      const inside = [...el.childNodes].map(rules.text).join('');
      return getComputedStyle(el).display.startsWith('inline') ? inside : ` ${inside} `;
    },
    isDrawn(el: Element): boolean {
      // The options of a closed list have no boxes, nor has what is laid out as if it were not there.
      const box = el.closest('select') ?? el;
      if (getComputedStyle(box).display !== 'contents') return box.checkVisibility({ visibilityProperty: true });
      return rules.isDrawn(box.parentElement ?? (box.getRootNode() as ShadowRoot).host);
    },
    isExposed(el: Element): boolean {
      if (!rules.isDrawn(el)) return false;
      let node: Node | null = el;
      while (node !== null) {
        const each = node as HTMLElement;
        if (each.nodeType === 1 && (each.inert || each.getAttribute('aria-hidden') === 'true')) return false;
        node = each.parentNode ?? (node as ShadowRoot).host ?? null;
      }
      return true;
    },
    flat(text: string): string {
      return text.replace(/\s+/g, ' ').trim();
    },
  };
  const role = rules.role(element);
  if ((wanted !== undefined && role !== wanted) || !rules.isExposed(element)) return undefined;
  return { role, name: rules.name(element, role) };
}
