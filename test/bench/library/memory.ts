/** What the pages keep in memory, once they show rows and once they have been searched. */
import { eventually } from '../../browser/driver.ts';
import { heapOf, tellsHeap } from './heap.ts';
import { type Measurement, measuring } from './measurement.ts';
import { ofEach } from './part.ts';
import { queriesOf } from './queries.ts';

export const memory = ofEach('memory', async (subject) => {
  if (!tellsHeap(subject)) {
    console.error(`memory: not measured, for ${subject.browser} does not tell`);
    return [];
  }
  const measured = measuring(subject);
  const found: Measurement[] = [];
  await subject.showJobs();
  const texts = queriesOf(subject.corpus).map((kind) => kind.texts[0] ?? '');
  const expected = await subject.job('expectedPaths', texts, 1);
  await subject.showRows('bare');
  const beside = { name: 'bare page', measured: [await heapOf(subject)] };
  for (const page of ['popup', 'library'] as const) {
    await subject.showRows(page);
    found.push(measured(`memory: ${page}`, 'MB', [await heapOf(subject)], { beside }));
    for (const [i, text] of texts.entries()) {
      await subject.recorded((recorder, typed) => recorder.ask(typed), text);
      await eventually(() => subject.recorded((recorder, posts) => recorder.shows(posts), expected[i] ?? []), { what: text, timeout: 120_000 });
    }
    found.push(measured(`memory: ${page}, searched`, 'MB', [await heapOf(subject)], { beside }));
  }
  return found;
});
