/** The list of annotations, as anybody finds it: by role and name. */

export const list = (): Element | null => document.querySelector('[aria-label="Annotations"]:is(ul, ol, [role=list])');

export function allRows(): HTMLElement[] {
  return [...(list()?.querySelectorAll<HTMLElement>(':is(li, [role=listitem])[aria-posinset], :scope > :is(li, [role=listitem])') ?? [])];
}

/** Those with something in them. */
export function filledRows(): HTMLElement[] {
  return allRows().filter((row) => row.ariaBusy !== 'true');
}

/** Which post a row is about: `handle/id`. */
export function postOf(row: HTMLElement): string | undefined {
  return /\/(\w+\/\d+)$/.exec(row.querySelector('a[href^="https:"]')?.getAttribute('href') ?? '')?.[1];
}

/** Once what stands in the document now is painted. */
export function painted(done: (now: number) => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(undefined);
  });
}

/** Calls `isThere` whenever the document changed, until it says so. */
export function whenever(isThere: () => boolean): void {
  const observer = new MutationObserver(() => {
    if (isThere()) observer.disconnect();
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}
