// What a framed post, or the comments on it, does by itself: tells the page around it how high it is, and wears the theme it is told.
// `var` for the reason given in post.js.

var TWidgetPost = {
  init() {
    for (const post of document.querySelectorAll('.js-widget_message')) TPost.init(post);
    addEventListener('message', event => TWidgetPost.setOptions(event.data));
    TWidgetPost.tellHeight(-1);
    if (parent !== window) parent.postMessage(JSON.stringify({ event: 'ready' }), '*');
    void fetch('', { method: 'POST', body: new URLSearchParams({ _rl: '1' }) }).catch(() => undefined);
  },

  /** In every frame, for as long as the page lives. @param {number} last the height told last */
  tellHeight(last) {
    const height = document.body ? Math.ceil(parseFloat(getComputedStyle(document.body).height)) : last;
    if (height !== last && parent !== window) parent.postMessage(JSON.stringify({ event: 'resize', height }), '*');
    requestAnimationFrame(() => TWidgetPost.tellHeight(height));
  },

  /** @param {unknown} message */
  setOptions(message) {
    if (typeof message !== 'string' || document.body.classList.contains('nodark')) return;
    const { event, options } = JSON.parse(message);
    if (event === 'set_options') document.body.classList.toggle('dark', options.dark === true);
  },
};
