// The script of a post's landing: puts a frame with the post in its own place, some time after the page has loaded.
{
  const script = document.currentScript;
  const name = script?.getAttribute('data-telegram-post') ?? '';
  const frame = document.createElement('iframe');
  frame.id = `telegram-post-${name.replace('/', '-')}`;
  frame.src = `https://t.me/${name}?embed=1&mode=tme`;
  frame.width = '100%';
  frame.scrolling = 'no';
  frame.frameBorder = '0';
  frame.style.cssText = 'overflow: hidden; color-scheme: light dark; border: none; min-width: 320px; height: 0';

  const theme = matchMedia('(prefers-color-scheme: dark)');
  const showTheme = () => {
    document.documentElement.classList.toggle('theme_dark', theme.matches);
    frame.contentWindow?.postMessage(JSON.stringify({ event: 'set_options', options: { dark: theme.matches } }), '*');
  };
  theme.addEventListener('change', showTheme);

  addEventListener('message', event => {
    if (event.source !== frame.contentWindow) return;
    const message = JSON.parse(event.data);
    if (message.event === 'ready') showTheme();
    if (message.event === 'resize') frame.style.height = `${message.height}px`;
  });
  addEventListener('load', () => setTimeout(() => script?.before(frame), 200));
}
