/** HTML that is safe by construction: what is put into a template is escaped unless it is HTML already. */

/** A piece of finished HTML. */
export interface Html {
  readonly html: string;
}

type Value = Html | readonly Html[] | string | number | undefined;

/** Escapes for text and double-quoted attributes alike, with the same numeric entities as Telegram's server. */
export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('!', '&#33;')
    .replaceAll('$', '&#036;');
}

export function raw(html: string): Html {
  return { html };
}

export const nothing = raw('');

/** html`<p>${text}</p>`: strings are escaped, `Html` and arrays of it are put in as they are, `undefined` is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return raw(strings.reduce((done, string, i) => done + show(values[i - 1]) + string));
}

function show(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  return 'html' in value ? value.html : value.map(piece => piece.html).join('');
}

/** The words a reader sees of a piece of HTML made here, with `\n` for line breaks. */
export function plainText({ html }: Html): string {
  return html
    .replaceAll('<br/>', '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
