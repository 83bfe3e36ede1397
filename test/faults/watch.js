// Runs before all else in a document, and notes what injected texts do there.

/** Elements that no text may become, and that nothing of ours makes. */
const strange = 'script, img, image, iframe, frame, object, embed, video, audio, source, meta, base, link, style, template, math, form[action], foreignObject, animate, set, use, marquee, noscript, body body';

/** Attributes that lead somewhere when they are loaded or pressed. */
const addresses = ['href', 'xlink:href', 'src', 'srcdoc', 'data', 'action', 'formaction', 'poster', 'background'];

const injected = {
  /** Numbers of those that ran. */
  ran: /** @type {unknown[]} */ ([]),
  /** What the policy of the document kept from running or loading. */
  refused: /** @type {string[]} */ ([]),
  /** What became more than text, in pages of the extension. */
  made: /** @type {string[]} */ ([]),

  /** What was asked of others. */
  asked() {
    return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:'));
  },

  /** Numbers of those that are there now, as text, in an attribute, in a field, in the title. */
  shown() {
    const texts = [document.title];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) texts.push(node.data);
      if (!(node instanceof Element)) continue;
      for (const { value } of node.attributes) texts.push(value);
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) texts.push(node.value);
    }
    return texts.flatMap((text) => Array.from(text.matchAll(/ran\((\d+)\)/g), ([, number]) => Number(number)));
  },
};

Object.assign(window, { injected, ran: (/** @type {unknown} */ number) => void injected.ran.push(number) });
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
  injected.refused.push(`${violatedDirective} ${blockedURI} ${sample}`);
});

/** @param {Element} element */
function note(element) {
  // What the page itself begins with.
  if (element.parentNode === document.head) return;
  if (element.matches(strange)) injected.made.push(element.outerHTML.slice(0, 200));
  for (const { name, value } of element.attributes) {
    const isHandler = name.startsWith('on');
    const leadsAstray = addresses.includes(name) && !/^(https?|tg|blob|[\w-]+-extension):$/.test(URL.parse(value, location.href)?.protocol ?? '');
    const isStyled = name === 'style' && /url\(|evil/.test(value);
    if (isHandler || leadsAstray || isStyled) injected.made.push(`${element.localName} ${name}=${value.slice(0, 200)}`);
  }
}

if (/^(chrome|moz)-extension:$/.test(location.protocol)) {
  new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records) {
      if (type === 'attributes' && target instanceof Element) note(target);
      for (const node of addedNodes) if (node instanceof Element) [node, ...node.querySelectorAll('*')].forEach(note);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });
}
