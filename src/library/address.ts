/** What the library's address says: `#annotations?q=…&f=…&sort=…&id=…`, `#worklist`, `#changes`, `#tags`, `#deleted`, `#data`, `#settings`, `#guide`, `#import`. */
import { type QueryPlace, placeFromParams, placeToParams } from '../model/query-address.ts';

export const views = ['annotations', 'worklist', 'changes', 'tags', 'deleted', 'data', 'settings', 'guide', 'import'] as const;
export type View = (typeof views)[number];

export interface Address extends QueryPlace {
  view: View;
}

/** @param hash with its `#`, or empty. What it says that means nothing is left out */
export function parseAddress(hash: string): Address {
  const [name = '', ...params] = hash.slice(1).split('?');
  const view = views.find((each) => each === name) ?? 'annotations';
  return { view, ...placeFromParams(view === 'annotations' ? params.join('?') : '') };
}

export function formatAddress({ view, ...place }: Address): string {
  const params = view === 'annotations' ? placeToParams(place) : '';
  return `#${view}${params === '' ? '' : `?${params}`}`;
}
