/** From a key to the frame that shows what it asked for. */
import { eventually } from '../../browser/driver.ts';
import { type Measurement, measuring } from './measurement.ts';
import { ofEach } from './part.ts';
import { queriesOf } from './queries.ts';
import type { Subject } from './subject.ts';

/** So many of the first rows tell what was found. */
const told = 3;
/** Makes any query another one; taking it away is the key. */
const surplus = 'q';
const atMost = { median: 50 };
/** A scan of many takes long. */
const patience = 60_000;

interface Step {
  text: string;
  before: string[];
  after: string[];
}

export const painted = ofEach('painted', async (subject, rounds) => {
  const measured = measuring(subject);
  const found: Measurement[] = [];
  const kinds = queriesOf(subject.corpus);
  await subject.showJobs();
  const steps = new Map<string, Step[]>();
  for (const { name, texts } of kinds) steps.set(name, await stepsOf(subject, texts.slice(0, rounds)));
  for (const page of ['popup', 'library'] as const) {
    await subject.showRows(page);
    for (const [name, each] of steps) {
      const times: number[] = [];
      for (const step of each) times.push(await take(subject, step));
      if (times.length > 0) found.push(measured(`painted in the ${page}: ${name}`, 'ms', times, { atMost }));
    }
  }
  return found;
});

/** Without those whose rows would not change. */
async function stepsOf(subject: Subject, texts: readonly string[]): Promise<Step[]> {
  const after = await subject.job('expectedPaths', texts, told);
  const before = await subject.job('expectedPaths', texts.map((text) => text + surplus), told);
  return texts
    .map((text, i) => ({ text, before: before[i] ?? [], after: after[i] ?? [] }))
    .filter((step) => step.after.length > 0 && String(step.before) !== String(step.after));
}

async function take(subject: Subject, { text, before, after }: Step): Promise<number> {
  await subject.recorded((recorder, typed) => recorder.ask(typed), text + surplus);
  await eventually(() => subject.recorded((recorder, posts) => recorder.shows(posts), before), { what: `${text}${surplus}`, timeout: patience });
  await subject.recorded((recorder, posts) => recorder.expect(posts), after);
  await subject.tab.press('Backspace');
  return await eventually(() => subject.recorded((recorder) => recorder.answered), { what: text, timeout: patience });
}
