/** Addresses that a link may have: what else posts and files hold could do harm when it is pressed. */
const schemes = ['https:', 'http:', 'tg:'];

export function safeLink(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) && schemes.includes(new URL(url).protocol) ? url : undefined;
}
