/**
 * The elements of a page that may have a closed shadow root of ours: those with a name of their own, as extensions give
 * their hosts. Asking all that could have one, every `div` for instance, would take most of the time that specs take.
 * It is sent to the page as source text: it must not refer to anything outside itself.
 */
export function findHosts(start: Node): Element[] {
  const inside = (start as ParentNode & Node).querySelectorAll('*');
  return [start as Element, ...inside].filter(({ localName = '' }) => localName.includes('-') && localName !== 'tg-emoji');
}
