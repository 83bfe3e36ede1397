import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostList } from '../../../src/formats/post-list.ts';
import { anyText } from '../arbitraries.ts';

const names = ({ posts }: Awaited<ReturnType<typeof readPostList>>) => posts.map(({ handle, postId }) => `${handle}/${postId}`);
const untaken = ({ untaken: all }: Awaited<ReturnType<typeof readPostList>>) => Object.fromEntries(all);

describe('a text', () => {
  it('gives every address in it, in order, each post once', async () => {
    const list = await readPostList('See https://t.me/b_notes/2 and t.me/a_notes/1.\r\n\r\nhttps://t.me/s/B_Notes/2?single t.me/a_notes/3\n');
    expect(names(list)).toEqual(['b_notes/2', 'a_notes/1', 'a_notes/3']);
    expect(list).toMatchObject({ repeated: 1, isTable: false });
    expect(untaken(list)).toEqual({});
  });

  it('tells what in it is no post, and where', async () => {
    const text = ['For Monday:', 't.me/a_notes/1', '', 't.me/c/123/4, t.me/a_notes/2', 't.me/a_notes', 't.me/+abc', ...Array.from({ length: 8 }, () => 'words')];
    expect(untaken(await readPostList(text.join('\n')))).toEqual({
      none: { count: 9, lines: [1, 7, 8, 9, 10] }, private: { count: 1, lines: [4] }, channel: { count: 1, lines: [5] }, invite: { count: 1, lines: [6] },
    });
  });

  it('with quotation marks and commas is no table', async () => {
    const text = 'She wrote: "look at this\nt.me/a_notes/1, t.me/a_notes/2" and went on,\n"t.me/a_notes/3 and\nt.me/a_notes/4", he said\n';
    expect(names(await readPostList(text))).toEqual(['a_notes/1', 'a_notes/2', 'a_notes/3', 'a_notes/4']);
  });

  it('may be empty', async () => {
    expect(await readPostList('')).toMatchObject({ posts: [], repeated: 0 });
    expect(untaken(await readPostList(' \n\ufeff\n'))).toEqual({});
  });
});

describe('a table', () => {
  const text = [
    'id,url,text',
    '1,https://t.me/a_notes/1,"Quotes t.me/x_notes/7',
    'and ""t.me/x_notes/8"""',
    '2,,t.me/x_notes/9',
    '',
    '3,https://t.me/a_notes/2,',
  ].join('\r\n');

  it.each(['posts.csv', ''])('gives the address of each row in its column, named %j', async (name) => {
    const list = await readPostList(text, name);
    expect(names(list)).toEqual(['a_notes/1', 'a_notes/2']);
    expect(list.isTable).toBe(true);
    expect(untaken(list)).toEqual({ none: { count: 1, lines: [3] } });
  });

  it.each([
    ['a column of tabs', 'Post URL\tseen\nt.me/a_notes/1\tyes\nt.me/a_notes/2\tno', ''],
    ['semicolons, as some spreadsheets have them', 'дата;ссылка\n1;t.me/a_notes/1\n2;t.me/a_notes/2', 'list.CSV'],
    ['no head', 't.me/a_notes/1,t.me/x_notes/1\n5,t.me/a_notes/2', 'list.csv'],
    ['two such columns, of which one leads elsewhere', 'link,url\nhttps://example.org,t.me/a_notes/1\nt.me/x_notes/1,t.me/a_notes/2\n', ''],
    ['no head, pasted, with a cell of two lines', '"t.me/x_notes",t.me/a_notes/1,"one\ntwo t.me/x_notes/5"\nx,t.me/a_notes/2,three\n', ''],
  ])('may have %s', async (_, table, name) => {
    expect(names(await readPostList(table, name))).toEqual(['a_notes/1', 'a_notes/2']);
  });

  it('gives back exactly the column, whatever the other cells hold', async () => {
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const rows = fc.array(fc.record({ handle: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{12,63}$/), postId: fc.integer({ min: 1, max: 9_999 }), text: anyText }), { minLength: 1 });
    await fc.assert(fc.asyncProperty(rows, async (all) => {
      const lines = all.map(({ handle, postId, text: said }) => `https://t.me/${handle}/${postId},${quoted(`${said} t.me/another_channel/7\n`)}`);
      const expected = [...new Map(all.map(({ handle, postId }) => [`${handle}/${postId}`.toLowerCase(), `${handle}/${postId}`]))].map(([key]) => key);
      const list = await readPostList(['url,text', ...lines].join('\r\n'), 'postil.csv');
      expect(names(list).map((name) => name.toLowerCase())).toEqual(expected);
      expect(untaken(list)).toEqual({});
    }));
  });
});

describe('a million characters', () => {
  it.each(['"', ',"', '"\n', ',"\n', '"",', 'a\n', '"a"b,', '\r', '"a\n"b'])('of %j are read in a few seconds, as they would not be if time grew with their square', async (piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    for (const name of ['list.csv', '']) {
      const begun = performance.now();
      await readPostList(text, name);
      expect(performance.now() - begun).toBeLessThan(8_000);
    }
  }, 30_000);
});
