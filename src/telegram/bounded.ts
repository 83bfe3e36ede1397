/** A limit to what one post may cost to read. */

/** A text of 4,096 emoji has 8,200 elements; nothing that Telegram makes has more. */
const mostNodes = 10_000;

/** The post, or as much of a monstrous one as may be read without a pause that a reader feels: a copy of its beginning. */
export function bounded(post: Element): Element {
  return isBounded(post) ? post : beginningOf(post);
}

export function isBounded(post: Element): boolean {
  return post.getElementsByTagName('*').length <= mostNodes;
}

/** Its nodes in the order of the page, each put below the copy of its parent. */
function beginningOf(post: Element): Element {
  const copy = post.ownerDocument.importNode(post, false);
  const copies = new Map<Node, Node>([[post, copy]]);
  const walker = post.ownerDocument.createTreeWalker(post);
  for (let node = walker.nextNode(); node !== null && copies.size < mostNodes; node = walker.nextNode()) {
    const parent = node.parentNode && copies.get(node.parentNode);
    if (parent) copies.set(node, parent.appendChild(node.cloneNode(false)));
  }
  return copy;
}
