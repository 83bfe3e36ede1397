/** The script that reads posts. It only leaves in the world what `reading.ts` takes from it, so that it may run twice. */
import { createLooks } from './looks.ts';
import { readOffer, withOriginal } from './offer.ts';
import { createQuoteMarks } from './quote-marks.ts';
import { readSelected } from './selected.ts';
import { leaveReading } from './world.ts';

leaveReading((call) => ({
  offer(post, key) {
    const offer = readOffer(post, key);
    return offer && withOriginal(offer, post);
  },
  selected: readSelected,
  ...createQuoteMarks(call),
  look: createLooks(call),
}));
