/**
 * Looks at what annotated posts say as the reader passes them again. Compared is what the page shows anyway: nothing is
 * asked for over the network.
 */
import { captureContent, captureId, canonicalVersion } from '../model/capture.ts';
import type { Input } from '../messages/table.ts';
import { keyOf } from '../model/identity.ts';
import type { PostKey } from '../model/post.ts';
import { logError } from './log-error.ts';
import { readOffer, withOriginal } from './offer.ts';
import type { call } from './worker.ts';

/** Milliseconds in which posts that come near the screen are gathered. */
const gathering = 500;
/** So many are read in one go; more would hold the page up. */
const atOnce = 10;

type Look = Input<'posts.seen'>['looks'][number];

/** @returns begins to look at a post; once is enough for a page, which does not change what it has shown */
export function createLooks(by: typeof call): (post: Element, key: PostKey) => void {
  const known = new WeakSet<Element>();
  const waiting: [post: Element, key: PostKey][] = [];

  async function lookAtSome(): Promise<void> {
    const some = waiting.splice(0, atOnce);
    if (waiting.length > 0) begin(0);
    const offers = some.flatMap(([post, key]) => {
      const offer = readOffer(post, key);
      return offer ? [{ post, offer }] : [];
    });
    const looks = await Promise.all(offers.map(async ({ offer: { post, reader, sighting } }): Promise<Look> => (
      { key: keyOf(post), version: { id: await captureId(captureContent(post)), canonical: canonicalVersion, reader }, sighting }
    )));
    const { wanted } = await by('posts.seen', { looks });
    for (const i of wanted) {
      const full = offers[i];
      if (full) await by('posts.content', withOriginal(full.offer, full.post));
    }
  }

  function begin(pause: number): void {
    setTimeout(() => lookAtSome().catch((error: unknown) => {
      // The next page that shows them is another chance.
      const code: unknown = Reflect.get(Object(error), 'code');
      if (code !== 'orphaned' && code !== 'unanswered') logError(error);
    }), pause);
  }

  return (post, key) => {
    if (known.has(post)) return;
    known.add(post);
    if (waiting.push([post, key]) === 1) begin(gathering);
  };
}
