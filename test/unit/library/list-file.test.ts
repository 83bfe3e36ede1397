import { expect, it } from 'vitest';
import { textOfList } from '../../../src/library/list-file.ts';

const text = 't.me/garden_notes/42';
const utf16 = (isBig: boolean) => new Uint8Array([...`\ufeff${text}`].flatMap((letter) => {
  const code = letter.charCodeAt(0);
  const bytes = [code & 0xff, code >> 8];
  return isBig ? bytes.toReversed() : bytes;
}));

it.each([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
  ['UTF-16, as spreadsheets save text', utf16(false)],
  ['UTF-16, the other way round', utf16(true)],
])('a list is read in %s', async (_, bytes) => {
  expect(await textOfList(new File([bytes], 'list.txt'))).toBe(text);
});

it('a list in an encoding that does not say so gives its addresses all the same', async () => {
  const bytes = new Uint8Array([0xd1, 0xec, 0x2e, 0x20, ...new TextEncoder().encode(text)]);
  expect(await textOfList(new File([bytes], 'list.txt'))).toContain(text);
});

it('an empty file is empty', async () => {
  expect(await textOfList(new File([], 'list.txt'))).toBe('');
});
