// The floor under which nothing that puts a button on every post can get: a bare loop, run by the browser as a content script.

/** @param {Element} post */
function addButton(post) {
  if (!post.getAttribute('data-post')) return;
  const button = document.createElement('button');
  button.textContent = 'Annotate';
  post.append(button);
}

for (const post of document.querySelectorAll('[data-post]')) addButton(post);

new MutationObserver((mutations) => {
  for (const { addedNodes } of mutations) {
    for (const node of addedNodes) {
      // What a page loads more of passes through a helper that is gone by now.
      if (!(node instanceof Element) || !node.isConnected) continue;
      for (const post of node.querySelectorAll('[data-post]')) addButton(post);
    }
  }
}).observe(document, { childList: true, subtree: true });
