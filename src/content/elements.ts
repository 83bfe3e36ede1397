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

/** An element that shows words without holding them as text. */
export function words(
  tag: 'p' | 'li' | 'button', className: string, text: string, attributes: Record<string, string>,
): HTMLElement {
  return element(tag, { class: className, 'aria-label': text, ...attributes, 'data-words': text });
}
