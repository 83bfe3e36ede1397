/** Input for Firefox: BiDi actions, which Puppeteer only ever sends to the top document. */
import type { ElementHandle, Frame, KeyInput } from 'puppeteer-core';
import { eventually } from './eventually.ts';
import { contextOf, referenceTo, send } from './firefox-protocol.ts';

/** https://w3c.github.io/webdriver/#keyboard-actions */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

export async function press(frame: Frame, combination: readonly KeyInput[]): Promise<void> {
  const values = combination.map((key) => KEYS[key] ?? key);
  await keyboard(frame, [
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
  ]);
}

export async function type(frame: Frame, text: string): Promise<void> {
  const values = [...text].map((character) => (character === '\n' ? '\uE007' : character));
  await keyboard(
    frame,
    values.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  );
}

/** Firefox gives key events to the document it is told, not to the one with focus, so `frame` must have it. */
async function keyboard(frame: Frame, actions: object[]): Promise<void> {
  await perform(frame, { type: 'key', id: 'keyboard', actions });
}

export async function pointAt(handle: ElementHandle): Promise<void> {
  if (handle.frame.parentFrame() !== null) await comesToRest(handle);
  const origin = { type: 'element', element: referenceTo(handle) };
  // By way of the point beside it: where the mouse was last, if in another tab, Firefox takes it for not moved.
  await mouse(handle.frame, [1, 0].map((x) => ({ type: 'pointerMove', x, y: 0, origin })));
}

/**
 * A frame lives in a process of its own: how far it is to be scrolled reaches the page around it only some time later,
 * and a press meanwhile would land beside.
 */
async function comesToRest(handle: ElementHandle): Promise<void> {
  await eventually(() => handle.evaluate(async (element) => {
    const place = () => `${element.getBoundingClientRect().top} ${(window as Window & { mozInnerScreenY?: number }).mozInnerScreenY}`;
    const before = place();
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    return place() === before;
  }), { what: 'the frame to come to rest' });
}

export async function clickAt(handle: ElementHandle): Promise<void> {
  await mouse(handle.frame, [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]);
}

async function mouse(frame: Frame, actions: object[]): Promise<void> {
  await perform(frame, { type: 'pointer', id: 'mouse', actions });
}

async function perform(frame: Frame, source: object): Promise<void> {
  await send(frame.page().browser(), 'input.performActions', { context: contextOf(frame), actions: [source] });
}
