/**
 * `npm run read-page -- FILE [--table] [--json]`
 *
 * Prints what Postil's reader sees in a saved page of t.me: as a table for the eye and as JSON, or one of them alone.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { JSDOM } from 'jsdom';
import { canonicalUrl } from '../src/model/identity.ts';
import { readChannel } from '../src/telegram/channel.ts';
import { findPosts, postSelector } from '../src/telegram/find.ts';
import { brokenFacts } from '../src/telegram/markup-check.ts';
import { noPostsReason, pageType } from '../src/telegram/page.ts';
import { readPost, readSighting, readerVersion } from '../src/telegram/post.ts';

const usage = 'npm run read-page -- FILE [--table] [--json]';

const iso = (time: number | undefined): string | undefined => time === undefined ? undefined : new Date(time).toISOString();

/** Times as ISO 8601 in UTC; what the page does not show is absent. */
function readDocument(document: Document) {
  const elements = findPosts(document);
  const posts = elements.flatMap((element) => {
    const post = readPost(element);
    if (post === undefined) return [];
    const { views, reactions, serverTime } = readSighting(element, document, 0);
    const { handle, postId, publishedAt, ...rest } = post;
    const id = `${handle}/${postId}`;
    return [{ id, url: canonicalUrl(post), publishedAt: iso(publishedAt), ...rest, views, reactions, serverTime: iso(serverTime) }];
  });
  return {
    reader: readerVersion,
    page: pageType(document),
    noPosts: noPostsReason(document),
    channel: readChannel(document),
    /** What every page of its type has, and this one has not. */
    broken: brokenFacts(document),
    /** Elements like posts of which nothing could be made. */
    unread: document.querySelectorAll(postSelector).length - posts.length,
    posts,
  };
}

type Read = ReturnType<typeof readDocument>;

function tableOf({ page, noPosts, channel, broken, unread, posts }: Read): string {
  const counters = channel?.counters?.map(({ value, type }) => `${value} ${type}`).join(', ');
  const about = [
    `page:     ${page}${noPosts === undefined ? '' : `, no posts: ${noPosts}`}`,
    channel && `channel:  ${channel.title ?? ''} @${channel.handle} ${channel.telegramId ?? ''}${channel.verified ? ' verified' : ''}`,
    counters && `          ${counters}`,
    broken.length > 0 && `BROKEN:   ${broken.join(', ')}`,
    unread > 0 && `UNREAD:   ${unread}`,
    `posts:    ${posts.length}`,
  ];
  const rows = posts.map((post) => [
    `${post.id}${post.memberIds ? `+${post.memberIds.length - 1}` : ''}`,
    `${post.publishedAt?.slice(0, 16).replace('T', ' ') ?? '-'}${post.edited ? ' edited' : ''}`,
    post.kinds.join(' ') || '-',
    [post.forwardedFrom && `from ${post.forwardedFrom.name}`, post.replyTo && `re ${post.replyTo.url ?? post.replyTo.author ?? ''}`, post.signature && `by ${post.signature}`]
      .filter(Boolean).join(', ') || '-',
    post.views ?? '-',
    post.reactions?.map(({ emoji, paid, count }) => `${emoji ?? (paid ? '★' : '◦')}${count}`).join(' ') ?? '-',
    String(post.text?.length ?? 0),
    post.text?.replaceAll('\n', ' ').slice(0, 60) ?? '-',
  ]);
  const head = ['post', 'published (UTC)', 'kinds', 'origin', 'views', 'reactions', 'length', 'text'];
  const table = rows.length > 0 ? ['', ...columns([head, ...rows])] : [];
  return [...about.filter((line) => typeof line === 'string' && line !== ''), ...table].join('\n');
}

function columns(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '));
}

function main(): void {
  const { values, positionals: [file] } = parseArgs({
    allowPositionals: true, options: { table: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  if (file === undefined) throw new Error(`Which page? ${usage}`);
  const read = readDocument(new JSDOM(readFileSync(file), { contentType: 'text/html' }).window.document);
  const both = values.table === values.json;
  if (both || values.table) console.log(tableOf(read));
  if (both) console.log();
  if (both || values.json) console.log(JSON.stringify(read, undefined, 2));
}

// Whoever reads only the beginning, as `head` does, closes the pipe.
process.stdout.on('error', () => process.exit());

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
