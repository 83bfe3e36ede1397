/** Export, and the index made anew, each beside no more than reading what it reads. */
import { peakDuring } from './heap.ts';
import { measuring } from './measurement.ts';
import { longRounds, ofEach } from './part.ts';

export const exporting = ofEach('export', async (subject, rounds) => {
  const measured = measuring(subject);
  const times: number[] = [];
  const floors: number[] = [];
  const peaks: number[] = [];
  const reading = async () => {
    await subject.showJobs();
    return (await subject.job('measureRead', true)).time;
  };
  const exported = async () => {
    await subject.showJobs();
    const { result, peak } = await peakDuring(subject, () => subject.job('measureExport'));
    if (peak !== undefined) peaks.push(peak);
    return result.time;
  };
  for (let round = 0; round < longRounds(subject, rounds); round++) {
    // The first to read may find the disk cold: in turns.
    const isFloorFirst = round % 2 === 0;
    if (isFloorFirst) floors.push(await reading());
    times.push(await exported());
    if (!isFloorFirst) floors.push(await reading());
  }
  return [
    measured('export', 'ms', times, { beside: { name: 'read, stringify', measured: floors }, atMost: { ratio: 2 } }),
    ...(peaks.length > 0 ? [measured('export: heap at most', 'MB', peaks)] : []),
  ];
});

export const rebuilding = ofEach('rebuild', async (subject, rounds) => {
  const times: number[] = [];
  const floors: number[] = [];
  const peaks: number[] = [];
  for (let round = 0; round < longRounds(subject, rounds); round++) {
    await subject.showJobs();
    const { result, peak } = await peakDuring(subject, () => subject.job('rebuild'));
    times.push(result);
    if (peak !== undefined) peaks.push(peak);
    floors.push((await subject.job('measureRead', false)).time);
  }
  const measured = measuring(subject);
  return [
    measured('rebuild', 'ms', times, { beside: { name: 'read', measured: floors } }),
    ...(peaks.length > 0 ? [measured('rebuild: heap at most', 'MB', peaks)] : []),
  ];
});
