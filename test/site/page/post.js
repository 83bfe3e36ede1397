// What the site does to every post it shows, in feeds and embeds alike.
// `var`, because the relogin script may write the whole page a second time into the same window.

var TPost = {
  /** @type {WeakSet<Element>} */
  inited: new WeakSet(),

  /** @param {Element} post */
  init(post) {
    if (TPost.inited.has(post)) return;
    TPost.inited.add(post);
    for (const time of post.querySelectorAll('time[datetime]')) TPost.localTime(time);
    for (const text of post.querySelectorAll('.js-message_text')) TPost.decorate(text);
    for (const emoji of post.querySelectorAll('tg-emoji')) TPost.drawEmoji(emoji);
    for (const sticker of post.querySelectorAll('.js-tgsticker_image')) TPost.drawSticker(post, sticker);
    for (const album of post.querySelectorAll('.js-message_grouped_wrap')) TPost.layOut(album);
    TPost.makeRoom(post);
  },

  /** @param {Element} time */
  localTime(time) {
    const date = new Date(time.getAttribute('datetime') ?? '');
    const clock = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    const sameYear = date.getFullYear() === new Date().getFullYear();
    const day = date.toLocaleDateString('en-US', { month: 'short', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) });
    time.textContent = time.classList.contains('datetime') ? `${day} at ${clock}` : clock;
  },

  /** Texts with spoilers: every stretch of text gets a span, so that it can be covered. @param {Element} text */
  decorate(text) {
    const spoilers = text.querySelectorAll('tg-spoiler');
    if (spoilers.length === 0) return;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const nodes = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const span = document.createElement('span');
      span.className = 'd-text';
      node.replaceWith(span);
      span.append(node);
    }
    for (const spoiler of spoilers) {
      const cover = document.createElement('span');
      cover.className = 'tg-spoiler-text';
      cover.append(...spoiler.childNodes);
      spoiler.append(cover);
      spoiler.addEventListener('click', () => text.classList.remove('spoilers_hidden'));
    }
    text.classList.add('decorated-text', 'spoilers_hidden');
  },

  /** Custom emoji are drawn a little later, before the plain one. @param {Element} emoji */
  drawEmoji(emoji) {
    setTimeout(() => emoji.insertAdjacentHTML('afterbegin', '<picture class="tg-emoji-wrap"><div></div></picture>'), 50);
  },

  /** What cannot be drawn gives way to the notice beside it. @param {Element} post @param {Element} sticker */
  drawSticker(post, sticker) {
    if (!sticker.querySelector('source[srcset*="/undrawable."]')) return;
    post.classList.add('media_not_supported');
    post.classList.remove('no_bubble');
  },

  /** Scales the tiles of an album to its width, and opens a pressed one. @param {Element} album */
  layOut(album) {
    const layer = album.querySelector('.js-message_grouped_layer');
    if (!(layer instanceof HTMLElement)) return;
    const full = { width: parseFloat(layer.style.width), height: parseFloat(layer.style.height) };
    for (const tile of layer.querySelectorAll('.grouped_media_wrap')) {
      if (!(tile instanceof HTMLElement)) continue;
      const { left, top, width, height } = tile.style;
      tile.style.left = `${(parseFloat(left) / full.width) * 100}%`;
      tile.style.width = `${(parseFloat(width) / full.width) * 100}%`;
      tile.style.top = `${(parseFloat(top) / full.height) * 100}%`;
      tile.style.height = `${(parseFloat(height) / full.height) * 100}%`;
      tile.addEventListener('click', event => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        event.stopPropagation();
        tile.classList.toggle('over');
        tile.classList.toggle('active');
      });
    }
    layer.style.width = '100%';
    layer.style.height = '100%';
  },

  /**
   * In feeds the footer stands on the text's last line, where an empty box at the end of the text keeps its place free.
   * Text from right to left ends at the other side and needs none.
   * @param {Element} post
   */
  makeRoom(post) {
    const footer = post.querySelector('.js-message_footer.compact');
    const info = footer?.querySelector('.js-message_info');
    const text = footer?.previousElementSibling;
    if (!(info instanceof HTMLElement) || !text?.matches('.js-message_text') || getComputedStyle(text).direction === 'rtl') return;
    const box = document.createElement('span');
    box.style.display = 'inline-block';
    box.style.width = `${info.offsetWidth}px`;
    text.append(box);
    text.classList.add('before_footer');
  },
};
