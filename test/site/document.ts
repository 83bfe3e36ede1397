/** What all pages have in common: an HTML document that asks no other address for anything. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, raw, type Html } from './html.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, 'page', name), 'utf8');

const css = raw(read('site.css'));

/** The pages' own scripts, by file name. */
export const scripts = {
  post: script('post.js'),
  feed: script('feed.js'),
  embed: script('embed.js'),
  relogin: script('relogin.js'),
  widget: raw(read('widget.js')),
  foreign: script('foreign.js'),
};

function script(name: string): Html {
  return html`<script>${raw(read(name))}</script>`;
}

/** Sets the theme before anything is drawn; the page's script follows it afterwards. */
export const earlyTheme = raw(`<script>document.documentElement.classList.toggle('theme_dark', matchMedia('(prefers-color-scheme: dark)').matches);</script>`);

/** A value as it may stand inside a script element. */
export function scriptValue(value: unknown): Html {
  return raw(JSON.stringify(value).replaceAll('<', '\\u003c'));
}

export function renderDocument({ title, head, body, bodyClass }: { title: string; head: Html; body: Html; bodyClass: string }): string {
  return html`<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <title>${title}</title>
    ${head}
    <meta name="viewport" content="width=device-width, initial-scale=1.0">
    <link rel="icon" href="data:,">
    <style>${css}</style>
  </head>
  <body class="${bodyClass}">
${body}
  </body>
</html>
`.html;
}

/** Telegram's description of a page to other sites and to its own app. */
export function openGraph({ title, description, appUrl }: { title: string; description: string; appUrl: string }): Html {
  return html`<meta property="og:title" content="${title}">
    <meta property="og:site_name" content="Telegram">
    <meta property="og:description" content="${description}">
    <meta property="twitter:title" content="${title}">
    <meta property="twitter:site" content="@Telegram">
    <meta property="al:ios:app_store_id" content="686449807">
    <meta property="al:ios:app_name" content="Telegram Messenger">
    <meta property="al:ios:url" content="${appUrl}">
    <meta property="al:android:url" content="${appUrl}">
    <meta property="al:android:app_name" content="Telegram">
    <meta property="al:android:package" content="org.telegram.messenger">`;
}
