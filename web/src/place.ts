/** Where in the page somebody is: `#/FR01/queue?reason=amount_differs`. Every place has an address that can be sent. */
import { useEffect, useState } from 'preact/hooks';

export type Place = Readonly<{
  /** Code of the ledger; empty before one is chosen. */
  ledger: string;
  page: string;
  /** What follows the page: an id. */
  id: string | null;
  query: URLSearchParams;
}>;

export function readPlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [ledger = '', page = 'today', id] = path.split('/').map(decodeURIComponent);
  return {
    ledger,
    page: page === '' ? 'today' : page,
    id: id === undefined || id === '' ? null : id,
    query: new URLSearchParams(query),
  };
}

/** The address of a place in a ledger. */
export function addressOf(
  ledger: string,
  page: string,
  id: string | null = null,
  query: Readonly<Record<string, string | null>> = {},
): string {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '');
  const words = new URLSearchParams(kept).toString();
  const path = [ledger, page, ...(id === null ? [] : [id])].map(encodeURIComponent).join('/');
  return `#/${path}${words === '' ? '' : `?${words}`}`;
}

export function usePlace(): Place {
  const [place, setPlace] = useState(() => readPlace(location.hash));
  useEffect(() => {
    const moved = () => setPlace(readPlace(location.hash));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return place;
}

/** @param how - `replace` where going back should not stop at each step, as with filters. */
export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') location.hash = address;
  else {
    history.replaceState(null, '', address);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
}
