import { addressesIn } from './worklist.ts';

const named = /^(?:@|(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)\/(?:s\/)?)?(?<name>\w{4,32})(?:[/?#].*)?$/i;

/**
 * Where the posts of a channel are read.
 * @param typed its name, with or without `@`, or the address of the channel or of one of its posts
 * @returns undefined when that names no public channel
 */
export function channelUrl(typed: string): string | undefined {
  const name = named.exec(typed.trim())?.groups?.['name'];
  if (name === undefined) return undefined;
  // Not every first part of an address is a channel's name.
  return addressesIn(`t.me/${name}`)[0] === 'channel' ? `https://t.me/s/${name}` : undefined;
}
