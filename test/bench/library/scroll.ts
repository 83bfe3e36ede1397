/** Scrolling through the library's list, which is only there where one looks, and must not be seen to be. */
import { type Measurement, measuring } from './measurement.ts';
import { ofEach } from './part.ts';
import type { Subject } from './subject.ts';

const turns = 60;

const ways: Record<'wheel' | 'keyboard', (subject: Subject) => Promise<void>> = {
  async wheel(subject) {
    const { mouse } = subject.tab.page;
    await (await subject.tab.find('list', 'Annotations')).handle.hover();
    for (let i = 0; i < turns; i++) {
      // Up again now and then, as one does who went too far.
      await mouse.wheel({ deltaY: i % 10 === 9 ? -600 : 900 });
      await frame(subject);
    }
  },
  async keyboard(subject) {
    const link = await subject.tab.find('link', undefined, { in: '[aria-label="Annotations"]' });
    await link.focus();
    for (let i = 0; i < turns; i++) {
      await subject.tab.press(i % 10 === 9 ? 'PageUp' : 'PageDown');
      await frame(subject);
    }
    for (const key of ['End', 'Home'] as const) {
      await subject.tab.press(key);
      await rest(subject);
    }
  },
};

export const scroll = ofEach('scroll', async (subject) => {
  const measured = measuring(subject);
  const found: Measurement[] = [];
  for (const [name, go] of Object.entries(ways)) {
    await subject.showRows('library');
    if (!(await subject.recorded((recorder) => recorder.numbered))) {
      console.error('scroll: not measured, for rows do not tell their places');
      return [];
    }
    await subject.recorded((recorder) => recorder.watchFrames());
    await go(subject);
    await rest(subject);
    const report = await subject.recorded((recorder) => recorder.frames());
    if (!report) throw new Error('nobody looked');
    found.push(
      measured(`scroll by ${name}: blank at most`, 'ms', [report.blank], { atMost: { worst: 100 } }),
      measured(`scroll by ${name}: rows twice`, '', [report.twice], { atMost: { worst: 0 } }),
      measured(`scroll by ${name}: rows missing`, '', [report.missing], { atMost: { worst: 0 } }),
      measured(`scroll by ${name}: last row seen`, '', [report.reached]),
    );
  }
  return found;
});

async function frame(subject: Subject): Promise<void> {
  await subject.tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

/**
 * Until nothing has moved for a while: scrolling by keys goes on after them. In what runs in the page no function has a
 * name: esbuild, by which tsx runs this, would wrap it in a helper that the page does not have.
 */
async function rest(subject: Subject): Promise<void> {
  await subject.tab.evaluate(async () => {
    for (let [still, before] = [0, '']; still < 20;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = String([...document.querySelectorAll('li')].map((row) => Math.round(row.getBoundingClientRect().top)));
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });
}
