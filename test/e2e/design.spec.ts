/** What the style sheets owe to those who see, point or zoom otherwise. */
import { expect, test } from 'vitest';
import type { Tab } from '../browser/driver.ts';
import { annotate, browserName, expectOneEach, lists, row, save, useStage } from './support.ts';

const stage = useStage();
const channel = 'https://t.me/s/harbour_gazette';

/** Where everything of the page stands, but for what is ours. */
function places(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => [...document.querySelectorAll('body *:not(postil-annotation)')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName, x + scrollX, y + scrollY, width, height].join(' ');
  }));
}

test('on a page where nothing is annotated, our marks move nothing', async () => {
  const tab = await stage.driver.open(channel);
  await expectOneEach(tab, ['harbour_gazette/93', 'harbour_gazette/92', 'harbour_gazette/88']);
  const withMarks = await places(tab);
  const hidden = await tab.evaluate(() => {
    const hosts = [...document.querySelectorAll('postil-annotation')];
    for (const host of hosts) host.remove();
    return hosts.length;
  });
  expect(hidden).toBeGreaterThan(2);
  expect(await places(tab)).toEqual(withMarks);
  await tab.close();
});

test('a long name leaves a post its number, at 320 px too', async () => {
  const handle = 'the_quite_long_name_of_a_channel';
  const library = await stage.driver.extensionPage('library.html');
  await library.page.setViewport({ width: 320, height: 640 });
  await save(stage, library, [{ name: `${handle}/1234567`, note: 'Far out.' }]);
  await lists(library, `${handle} › 1234567`);
  const overhang = await library.evaluate((selector) => {
    const link = document.querySelector(`${selector} .source a`);
    const number = document.createRange();
    number.selectNodeContents(link?.lastChild ?? document.body);
    return number.getBoundingClientRect().right - (link?.getBoundingClientRect().right ?? 0);
  }, row(`${handle}/1234567`));
  expect(overhang).toBeLessThanOrEqual(0.5);
  expect(await library.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await library.close();
});

// Only there can it be told by what somebody points, and that colours are forced.
if (browserName === 'chromium') {
  test('without a pointer that can hover, all controls are there, on a ground of their own', async () => {
    const tab = await stage.driver.open(channel);
    await tab.page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
    await expectOneEach(tab, ['harbour_gazette/93']);
    const quiet = await tab.evaluateShadows((...roots) => roots.flatMap((root) => [...root.querySelectorAll('.quiet')]).map((button) => (
      `${getComputedStyle(button, '::before').content} on ${getComputedStyle(button).backgroundColor}`
    )));
    expect(quiet.length).toBeGreaterThan(0);
    for (const each of quiet) expect(each).toMatch(/^"¶ Annotate".* on rgba\(255, 255, 255, 0\.9\)$/);
    await tab.close();
  });

  test('where colours are forced, bar and chips are drawn by lines', async () => {
    const tab = await stage.driver.open(channel);
    await annotate(tab, 'harbour_gazette/93', { tags: ['port'] });
    const session = await tab.page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    const drawn = await tab.evaluateShadows((...roots) => ['.bar', '.tag'].flatMap((selector) => (
      roots.flatMap((root) => [...root.querySelectorAll(selector)]).map((element) => {
        const { borderLeftStyle, borderLeftWidth, borderLeftColor, outlineStyle, outlineColor } = getComputedStyle(element);
        return selector === '.bar' ? [borderLeftStyle, borderLeftWidth, borderLeftColor] : [outlineStyle, outlineColor];
      })
    )));
    const canvasText = await tab.evaluate(() => getComputedStyle(document.body).color);
    expect(drawn).toEqual([['solid', '3px', canvasText], ['solid', canvasText]]);
    await tab.close();
  });

  test('the icons are what their source draws, in each size', async () => {
    const popup = await stage.driver.extensionPage('popup.html');
    const apart = await popup.evaluate(async (sizes) => Promise.all(sizes.map(async (size) => {
      const [drawn, source] = await Promise.all([`icons/${size}.png`, 'icons/postil.svg'].map(async (src) => {
        const image = new Image(size, size);
        image.src = src;
        await image.decode();
        const canvas = new OffscreenCanvas(size, size).getContext('2d');
        canvas?.drawImage(image, 0, 0, size, size);
        return [...canvas?.getImageData(0, 0, size, size).data ?? []];
      }));
      // Of 255; the browser that drew it may smooth edges otherwise.
      return Math.max(...(drawn ?? []).map((value, i) => Math.abs(value - (source?.[i] ?? 0))));
    })), [16, 32, 48, 128]);
    expect(apart.length).toBe(4);
    for (const most of apart) expect(most).toBeLessThan(48);
    await popup.close();
  });
}
