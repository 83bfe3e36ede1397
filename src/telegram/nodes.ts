/** Kinds of nodes, told without the global constructors: a node may come from another window. */

export function isText(node: Node): node is Text {
  return node.nodeType === node.TEXT_NODE;
}

export function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
