import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { type Address, formatAddress, parseAddress } from './address.ts';

export interface Navigation {
  address: Address;
  /** To a new entry of the history, so that Back leads here. */
  go: (to: Address) => void;
  /** In place of this entry, soon: browsers take only so many changes of the address in a while. */
  stay: (at: Address) => void;
}

/** In milliseconds after the last key. */
const delay = 300;

/** Where in the library we are. It stands in the address, so that Back and reload keep it. */
export function useAddress(): Navigation {
  const [address, setAddress] = useState(() => parseAddress(location.hash));
  const writer = useMemo(createWriter, []);
  // Before anything is painted: what is pressed then leads somewhere, too.
  useLayoutEffect(() => {
    // Told by both where Back led, and by the latter alone of links.
    const follow = () => {
      writer.forget();
      setAddress((before) => kept(before, parseAddress(location.hash)));
    };
    for (const type of ['popstate', 'hashchange']) window.addEventListener(type, follow);
    window.addEventListener('pagehide', writer.write);
    return () => {
      for (const type of ['popstate', 'hashchange']) window.removeEventListener(type, follow);
      window.removeEventListener('pagehide', writer.write);
    };
  }, []);
  return {
    address,
    go(to) {
      writer.write();
      history.pushState(null, '', formatAddress(to));
      setAddress(to);
    },
    stay(at) {
      writer.writeSoon(at);
      setAddress(at);
    },
  };
}

/** With the query as it was when it says the same, so that nothing is looked for anew. */
function kept(before: Address, after: Address): Address {
  const same = formatAddress({ view: 'annotations', query: before.query }) === formatAddress({ view: 'annotations', query: after.query });
  return same ? { ...after, query: before.query } : after;
}

function createWriter() {
  let unwritten: Address | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function forget() {
    clearTimeout(timer);
    unwritten = undefined;
  }
  function write() {
    if (unwritten) history.replaceState(null, '', formatAddress(unwritten));
    forget();
  }
  return {
    forget,
    write,
    writeSoon(address: Address) {
      forget();
      unwritten = address;
      timer = setTimeout(write, delay);
    },
  };
}
