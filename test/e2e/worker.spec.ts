/** The browser stops the worker whenever it likes. Nothing that a person does may fail, double or get lost by it. */
import { expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { focusIsOn, lists, openEditor, post, shownOn, showPost, useStage } from './support.ts';

const stage = useStage();
const name = 'harbour_gazette/93';

test('the worker may be stopped at any moment of an annotation, which is then saved once and whole', async () => {
  const { driver } = stage;
  const tab = await driver.open('https://t.me/s/harbour_gazette');
  await showPost(tab, name);
  const annotate = await tab.find('button', /^Annotate/, { in: post(name) });
  await driver.stopWorker();
  await annotate.click();
  // Between open and claim, as near as one can come to it from outside.
  await driver.stopWorker();
  const editor = await tab.framed('Annotation', { in: post(name) });
  await editor.find('combobox', 'Add tag');

  await tab.type('port,');
  await driver.stopWorker();
  await tab.press('Enter');
  for (const words of ['Not a word ', 'of it ', 'was lost.']) {
    await tab.type(words);
    await driver.stopWorker();
  }
  const stopping = driver.stopWorker();
  await tab.press('Control', 'Enter');
  await stopping;

  await tab.find('button', /^Edit annotation/, { in: post(name) });
  expect(await shownOn(tab, name)).toEqual({ tags: ['port'], notes: ['Not a word of it was lost.'] });
  const library = await driver.extensionPage('library.html');
  await lists(library, 'Harbour Gazette › 93');
  await library.close();
  await tab.close();
});

test('what was typed before the worker stopped is a draft, though nothing was said to it since', async () => {
  const { driver } = stage;
  let tab = await driver.open('https://t.me/s/harbour_gazette');
  await openEditor(tab, 'harbour_gazette/91');
  await tab.type('quay,');
  await tab.press('Enter');
  await tab.type('Half a though');
  await driver.stopWorker();
  await tab.type('t');
  await tab.press('Escape');
  // The form closes once its draft is kept.
  await focusIsOn(tab, 'Annotate post 91');
  await driver.stopWorker();
  await tab.close();

  tab = await driver.open('https://t.me/s/harbour_gazette');
  await openEditor(tab, 'harbour_gazette/91');
  const editor = await tab.framed('Annotation');
  const note = await editor.find('textbox', 'Note');
  await eventually(async () => await note.value() === 'Half a thought');
  await editor.find('button', 'Remove tag quay');
  await tab.close();
});
