// Another site's page around framed posts. All heights it is told are kept in `window.heights`, for tests to look at.
{
  /** @type {number[]} */
  const heights = [];
  Object.assign(window, { heights });
  addEventListener('message', event => {
    const message = JSON.parse(event.data);
    if (message.event !== 'resize') return;
    heights.push(message.height);
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === event.source) frame.style.height = `${message.height}px`;
    }
  });
}
