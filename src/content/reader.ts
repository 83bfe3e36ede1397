/** The script that reads posts. It only leaves in the world what `reading.ts` takes from it, so that it may run twice. */
import { createLooks } from './looks.ts';
import { readOffer } from './offer.ts';
import { createQuoteMarks } from './quote-marks.ts';
import { readSelected } from './selected.ts';
import { leaveReading } from './world.ts';

leaveReading((call) => ({
  offer: readOffer,
  selected: readSelected,
  ...createQuoteMarks(),
  look: createLooks(call),
}));
