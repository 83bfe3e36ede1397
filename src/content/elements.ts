/** Builds elements. Words never become text nodes of the page: see `mark.ts`. */

/** @param attributes set as they are; undefined ones are left out */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Record<string, string | undefined> = {}, ...children: Node[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A document without a window, in which no page says what an element of some name is. Firefox makes none in a page that is going. */
let apart: Document | undefined;

/**
 * An element with a closed root. It is made apart from the page: a page that defines an element of its name would be handed it
 * before it has a root, and with it the right to that root (`attachInternals().shadowRoot`).
 */
export function closed(name: string, styles: string, ...parts: Node[]): HTMLElement {
  apart ??= document.implementation.createHTMLDocument();
  const host = apart.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  document.adoptNode(host);
  const style = element('style');
  style.textContent = styles;
  root.append(style, ...parts);
  return host;
}

/** An element that shows words without holding them as text. */
export function words(
  tag: 'p' | 'li' | 'button', className: string, text: string, attributes: Record<string, string>,
): HTMLElement {
  return element(tag, { class: className, 'aria-label': text, ...attributes, 'data-words': text });
}
