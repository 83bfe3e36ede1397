import type { ComponentChildren } from 'preact';
import { type TelegramHost, readingUrl } from '../model/identity.ts';
import type { WorklistEntry } from './use-worklist.ts';

export interface PostLinkProps {
  entry: WorklistEntry;
  host: TelegramHost;
  /** It was followed; of a press of the middle button another event tells than of all else. */
  onOpen: (entry: WorklistEntry) => void;
  class?: string;
  children: ComponentChildren;
}

/** Leads to a listed post, by the name that the list has for it. */
export function PostLink({ entry, host, onOpen, children, ...look }: PostLinkProps) {
  return (
    <a {...look} href={readingUrl(entry, host)} target="_blank" rel="noreferrer" onClick={() => onOpen(entry)}
      onAuxClick={({ button }) => button === 1 && onOpen(entry)}>{children}</a>
  );
}
