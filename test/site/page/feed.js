// What a channel's preview page does by itself: dates between posts, scrolling, theme, views, and loading more.
// `var` for the reason given in post.js.

var TWeb = {
  /** @param {{ scrollToPost?: string, light?: boolean }} options `light`: there is no other theme */
  init({ scrollToPost, light }) {
    for (const post of document.querySelectorAll('.js-widget_message')) TPost.init(post);
    TWeb.showDates([...document.querySelectorAll('.js-widget_message_wrap')], false);
    if (scrollToPost) TWeb.highlight(scrollToPost);
    else scrollTo(0, document.documentElement.scrollHeight);
    document.body.classList.remove('no_transitions');
    if (!light) TWeb.followTheme();
    TWeb.watchSearch();

    document.addEventListener('scroll', TWeb.loadNear);
    document.addEventListener('click', event => {
      const anchor = event.target instanceof Element ? event.target.closest('.js-messages_more') : null;
      // The click is not cancelled, as on the real page: the browser goes on to the anchor's address.
      if (anchor) TWeb.loadMore(anchor);
    });
    document.addEventListener('DOMContentLoaded', TWeb.countViews);
    document.addEventListener('scroll', TWeb.countViews);
    addEventListener('resize', TWeb.countViews);
  },

  followTheme() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const show = () => document.documentElement.classList.toggle('theme_dark', dark.matches);
    dark.addEventListener('change', show);
    show();
  },

  watchSearch() {
    const header = document.querySelector('.tgme_header');
    const input = document.querySelector('.js-header_search');
    input?.addEventListener('focus', () => header?.classList.remove('search_collapsed'));
    input?.addEventListener('blur', () => header?.classList.add('search_collapsed'));
  },

  /** @param {string} name "NAME/ID" */
  highlight(name) {
    const wrap = document.querySelector(`.js-widget_message[data-post="${name}"]`)?.closest('.js-widget_message_wrap');
    if (!wrap) return;
    wrap.scrollIntoView({ block: 'center' });
    wrap.classList.add('prepare_highlight', 'highlight');
    setTimeout(() => {
      wrap.classList.remove('highlight');
      setTimeout(() => wrap.classList.remove('prepare_highlight'), 300);
    }, 1500);
  },

  /**
   * Every wrap gets a bar with its day, shown on the first of a day. `skipFirst`: the first is there only to compare with.
   * @param {Element[]} wraps @param {boolean} skipFirst
   */
  showDates(wraps, skipFirst) {
    let last = '';
    wraps.forEach((wrap, i) => {
      const iso = wrap.querySelector('time[datetime]')?.getAttribute('datetime');
      if (!iso) return;
      const date = new Date(iso);
      const sameYear = date.getFullYear() === new Date().getFullYear();
      const day = date.toLocaleDateString('en-US', { month: 'long', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) });
      if (!wrap.querySelector('.tgme_widget_message_service_date')) {
        wrap.insertAdjacentHTML('beforeend', `<div class="tgme_widget_message_service_date_wrap"><div class="tgme_widget_message_service_date">${day}</div></div>`);
      }
      if (i > 0 || !skipFirst) wrap.classList.toggle('date_visible', day !== last);
      last = day;
    });
  },

  /** Posts that are on screen have been seen: their mark is taken off and told to the server. */
  countViews() {
    /** @type {string[]} */
    const seen = [];
    for (const post of document.querySelectorAll('.js-widget_message[data-view]')) {
      const { top, bottom } = post.getBoundingClientRect();
      if (bottom < 50 || top > innerHeight - 50) continue;
      seen.push(post.getAttribute('data-view') ?? '');
      post.removeAttribute('data-view');
    }
    if (seen.length > 0) void fetch('/v/', { method: 'POST', body: new URLSearchParams({ views: seen.join(';') }) });
  },

  loadNear() {
    const before = document.querySelector('.js-messages_more[data-before]');
    const after = document.querySelector('.js-messages_more[data-after]');
    if (before && before.getBoundingClientRect().bottom > -3 * innerHeight) TWeb.loadMore(before);
    if (after && after.getBoundingClientRect().top < 3 * innerHeight) TWeb.loadMore(after);
  },

  /** @type {WeakSet<Element>} */
  loading: new WeakSet(),

  /** @param {Element} anchor */
  loadMore(anchor) {
    if (TWeb.loading.has(anchor)) return;
    TWeb.loading.add(anchor);
    anchor.classList.add('dots-animated');
    TWeb.fetchMore(anchor, 1000).catch(console.error);
  },

  /** @param {Element} anchor @param {number} retryAfter milliseconds, doubled after each failure up to a minute @returns {Promise<void>} */
  async fetchMore(anchor, retryAfter) {
    const html = await fetch(anchor.getAttribute('href') ?? '', { method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' } })
      .then(answer => (answer.ok ? answer.json() : undefined))
      // What is no JSON is a failure too, as it is to jQuery.
      .catch(() => undefined);
    if (html !== undefined) return TWeb.insert(anchor, html);
    await new Promise(resolve => setTimeout(resolve, retryAfter));
    return TWeb.fetchMore(anchor, Math.min(retryAfter * 2, 64_000));
  },

  /**
   * The new posts are first put into a helper at the end of the history, made ready there, taken out again with it,
   * and only then set to their places. The answer's own anchor takes the place of the one that asked.
   * @param {Element} anchor @param {string} html
   */
  insert(anchor, html) {
    const old = anchor.closest('.js-messages_more_wrap') ?? anchor;
    const helper = document.createElement('div');
    helper.className = 'tgme_widget_messages_helper';
    helper.innerHTML = html;
    document.querySelector('.js-message_history')?.append(helper);
    for (const post of helper.querySelectorAll('.js-widget_message')) TPost.init(post);
    helper.remove();

    const wraps = [...helper.children].filter(child => child.matches('.js-widget_message_wrap'));
    const nodes = [...helper.childNodes];
    if (anchor.hasAttribute('data-before')) {
      TWeb.showDates([...wraps, ...neighbour(old.nextElementSibling)], false);
      const fromBottom = document.documentElement.scrollHeight - scrollY;
      old.before(...nodes);
      old.remove();
      scrollTo(scrollX, document.documentElement.scrollHeight - fromBottom);
    } else {
      TWeb.showDates([...neighbour(old.previousElementSibling), ...wraps], true);
      old.before(...nodes);
      old.remove();
    }

    /** @param {Element | null} wrap */
    function neighbour(wrap) {
      return wrap?.matches('.js-widget_message_wrap') ? [wrap] : [];
    }
  },
};
