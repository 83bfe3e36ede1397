/** A save, until it is on disk. */
import { currentHandle } from '../../../src/model/channel.ts';
import type { Corpus } from './corpus.ts';
import { measuring } from './measurement.ts';
import { ofEach } from './part.ts';
import type { Saving } from './page/saving.ts';

const pairsPerRound = 10;
/** For the browser to get warm. */
const unmeasured = 3;

export const save = ofEach('save', async (subject, rounds) => {
  const measured = measuring(subject);
  const { corpus, count } = subject;
  const pairs: [Saving, Saving][] = [];
  for (let i = 0; i < rounds * pairsPerRound + unmeasured; i++) {
    pairs.push([await savingOf(corpus, count + 2 * i), await savingOf(corpus, count + 2 * i + 1)]);
  }
  await subject.showJobs();
  // A bare put goes where there are as many.
  if (await subject.job('floorRows') < count) await subject.job('fillFloor', 500);
  const times = (await subject.job('saveAll', pairs)).slice(unmeasured);
  const beside = { name: 'bare put', measured: times.map(({ bare }) => bare) };
  return [
    measured('save', 'ms', times.map(({ store }) => store), { beside, atMost: { ratio: 3 } }),
    measured('save, by way of the worker', 'ms', times.map(({ worker }) => worker), { beside }),
  ];
});

/** What an editor would send of the corpus's next posts. */
async function savingOf(corpus: Corpus, i: number): Promise<Saving> {
  const { annotation, capture, channel, tags } = await corpus.view(i);
  const { app: _, ...sighting } = annotation.seen;
  return {
    offered: {
      post: {
        ...capture.content, handle: currentHandle(channel), postId: annotation.postId,
        ...(channel.telegramId !== undefined && { telegramId: channel.telegramId }),
      },
      sighting, reader: capture.reader,
    },
    body: { tags: tags.map(({ name }) => name), note: annotation.note },
  };
}
