/** A random stream of the calls that pages of the extension make, and what each changes of what is known to be kept. */
import { expect } from 'vitest';
import type { Client } from '../../src/messages/client.ts';
import type { Answer, CallName, Input } from '../../src/messages/table.ts';
import { joinBodies } from '../../src/model/annotation.ts';
import { onPagesChoices } from '../../src/model/options.ts';
import { type Tag, tagColours, uniteTags } from '../../src/model/tag.ts';
import { removal, renaming } from '../../src/model/tag-changes.ts';
import type { Part } from '../browser/driver.ts';
import type { Random } from '../faults/random.ts';
import { type Known, type KnownAnnotation, type Text, livingTags } from './known.ts';
import { type Stage, savingOnPost } from './support.ts';

export interface NextCall {
  name: CallName;
  /** Makes it, and enters what was answered into what is known. Fails when the answer is not the one that is due. */
  make(client: Client<CallName>): Promise<void>;
}

interface Circumstances {
  stage: Stage;
  page: Part;
  known: Known;
  random: Random;
  /** Counts the calls, so that no two say the same. */
  number: number;
}

/** Undefined when there is nothing that it could be made about. */
type Possible = NextCall | undefined;
type Kind = (circumstances: Circumstances) => Possible | Promise<Possible>;

/** @returns one that can be made as things are */
export async function nextCall(circumstances: Circumstances): Promise<NextCall> {
  for (;;) {
    const possible = await pick(circumstances.random, kinds)(circumstances);
    if (possible) return possible;
  }
}

function pick<T>(random: Random, from: readonly [T, ...T[]]): T {
  return from[Math.floor(random() * from.length)] ?? from[0];
}

function pickOne<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function calling<Name extends CallName>(name: Name, args: Input<Name>, enter: (answer: Answer<Name>) => void = () => {}): NextCall {
  return { name, make: async (client) => enter(await client(name, args)) };
}

/** Of few posts, so that they are annotated, deleted and annotated again. */
function somePost(random: Random): { handle: string; postId: number } {
  return { handle: `stopped_log_${1 + Math.floor(random() * 2)}`, postId: 1 + Math.floor(random() * 5) };
}

/** Some tags are new with each change, and some shared by all. */
function someText({ number, random }: Circumstances): { tags: string[]; note: string } {
  const tags = [`shared ${Math.floor(random() * 5)}`, ...(random() < 0.3 ? [`only ${number}`] : [])];
  return { tags, note: `Note ${number}. `.repeat(1 + Math.floor(random() * random() * 1_000)) };
}

function livingOn(known: Known, post: string): [id: string, annotation: KnownAnnotation] | undefined {
  return [...known.annotations].find(([, annotation]) => annotation.post === post && !annotation.deleted);
}

function lastRevOn(known: Known, post: string): number {
  return Math.max(0, ...[...known.annotations.values()].filter((each) => each.post === post).map(({ rev }) => rev));
}

/** A text of an annotation, which is counted, and whose new tags there are now. */
function enterText(known: Known, id: string, annotation: KnownAnnotation): void {
  known.annotations.set(id, annotation);
  for (const name of annotation.tags) if (!known.tags.has(name)) known.tags.set(name, '');
  known.backup.changes += 1;
}

/** A draft is done with when all its words were saved. */
function settleDraft(known: Known, post: string, { tags, note }: Text): void {
  const draft = known.drafts.get(post);
  if (draft && note.includes(draft.note) && draft.tags.every((name) => tags.includes(name))) known.drafts.delete(post);
}

function saveOnPost(circumstances: Circumstances): Possible {
  const { stage, known, random } = circumstances;
  const { handle, postId } = somePost(random);
  const post = `${handle}/${postId}`;
  const draft = random() < 0.5 ? known.drafts.get(post) : undefined;
  const { tags, note } = draft ?? someText(circumstances);
  const [id, stored] = livingOn(known, post) ?? [];
  const rev = stored?.rev ?? 0;
  const { args } = savingOnPost(stage, { name: post, tags, note, text: `Post ${postId}` }, rev) as { args: Input<'annotation.saveOnPost'> };
  return calling('annotation.saveOnPost', args, (answer) => {
    const next = stored && isSame(stored, { tags, note }) ? rev : 1 + (stored ? rev : lastRevOn(known, post));
    expect(answer).toEqual({ status: 'saved', id: id ?? answer.id, rev: next });
    if (next !== rev) enterText(known, answer.id, { post, tags, note, rev: next, deleted: false });
    settleDraft(known, post, { tags, note });
  });
}

function isSame(a: Text, b: Text): boolean {
  return a.note === b.note && a.tags.join('\n') === b.tags.join('\n');
}

function saveById(circumstances: Circumstances): Possible {
  const { known, random } = circumstances;
  const [id, stored] = pickOne(random, living(known)) ?? [];
  if (id === undefined || !stored) return undefined;
  const body = someText(circumstances);
  return calling('annotation.save', { id, body, rev: stored.rev }, (answer) => {
    expect(answer).toEqual({ status: 'saved', id, rev: stored.rev + 1 });
    enterText(known, id, { ...stored, ...body, rev: stored.rev + 1 });
    settleDraft(known, stored.post, body);
  });
}

/** Of a revision that is not the stored one: nothing is written. */
function saveInConflict(circumstances: Circumstances): Possible {
  const { known, random } = circumstances;
  const [id, stored] = pickOne(random, living(known)) ?? [];
  if (id === undefined || !stored) return undefined;
  return calling('annotation.save', { id, body: someText(circumstances), rev: stored.rev - 1 }, (answer) => {
    expect(answer).toEqual({ status: 'conflict', id, rev: stored.rev, theirs: { tags: stored.tags, note: stored.note } });
  });
}

function living(known: Known): [string, KnownAnnotation][] {
  return [...known.annotations].filter(([, { deleted }]) => !deleted);
}

function remove({ known, random }: Circumstances): Possible {
  const [id, stored] = pickOne(random, living(known)) ?? [];
  if (id === undefined || !stored) return undefined;
  return calling('annotation.delete', { id }, () => {
    known.annotations.set(id, { ...stored, rev: stored.rev + 1, deleted: true });
    known.backup.changes += 1;
  });
}

/** Where the post was annotated anew, that annotation gets both texts. */
function restore({ known, random }: Circumstances): Possible {
  const [id, gone] = pickOne(random, [...known.annotations].filter(([, { deleted }]) => deleted)) ?? [];
  if (id === undefined || !gone) return undefined;
  const [residentId, resident] = livingOn(known, gone.post) ?? [];
  return calling('annotation.restore', { id }, (answer) => {
    expect(answer).toEqual({ id: residentId ?? id });
    if (residentId === undefined || !resident) {
      known.annotations.set(id, { ...gone, rev: lastRevOn(known, gone.post) + 1, deleted: false });
      known.backup.changes += 1;
      return;
    }
    const joined = joinBodies({ ...resident, tags: [...resident.tags] }, { ...gone, tags: [...gone.tags] });
    if (!isSame(joined, resident)) enterText(known, residentId, { ...resident, ...joined, rev: resident.rev + 1 });
  });
}

function saveDraft(circumstances: Circumstances): Possible {
  const { known, random } = circumstances;
  const key = somePost(random);
  const { tags, note } = someText(circumstances);
  return calling('draft.save', { key, target: { kind: 'post' }, draft: { tags, pending: '', note, rev: 0 } }, () => {
    known.drafts.set(`${key.handle}/${key.postId}`, { tags, note });
  });
}

function discardDraft({ known, random }: Circumstances): Possible {
  const post = pickOne(random, [...known.drafts.keys()]);
  const [handle, postId] = post?.split('/') ?? [];
  if (post === undefined || handle === undefined) return undefined;
  return calling('draft.discard', { key: { handle, postId: Number(postId) }, target: { kind: 'post' } }, () => known.drafts.delete(post));
}

/** What becomes of the names of tags: another name, the name of one there is already, or none. */
function enterNames(known: Known, becomes: (name: string) => string | undefined): void {
  const named = (names: readonly string[]) => uniteTags(names.flatMap((name) => becomes(name) ?? []));
  for (const [id, annotation] of known.annotations) known.annotations.set(id, { ...annotation, tags: named(annotation.tags) });
  if (known.keptTags) known.keptTags = named(known.keptTags);
}

/** As the library has tags written: renamed, merged, deleted, or in another colour. */
async function changeTag({ page, known, random, number }: Circumstances): Promise<Possible> {
  const tags = await livingTags(page);
  const [tag, other] = [pickOne(random, tags), pickOne(random, tags)];
  if (!tag || !other) return undefined;
  const { name } = tag;
  const now = Date.now();
  const write = (after: Tag[] | undefined, enter: () => void) => after && calling('tags.write', { tags: after }, () => {
    enter();
    known.backup.changes += after.length;
  });
  const rename = (to: string) => write(renaming(tags, name, to, now)?.after, () => {
    known.tags.set(to, known.tags.get(to) ?? known.tags.get(name) ?? '');
    known.tags.delete(name);
    enterNames(known, (each) => (each === name ? to : each));
  });
  return pick(random, [
    () => rename(`shared ${number}`),
    () => (other === tag ? undefined : rename(other.name)),
    () => write(removal(tags, name, now).after, () => {
      known.tags.delete(name);
      enterNames(known, (each) => (each === name ? undefined : each));
    }),
    () => {
      const colour = pick(random, tagColours);
      return write([{ ...tag, colour, updatedAt: now, rev: tag.rev + 1 }], () => known.tags.set(name, colour));
    },
  ])();
}

function keepTags({ known, random }: Circumstances): Possible {
  if (random() < 0.3) return calling('tags.keep', {}, () => { known.keptTags = undefined; });
  const names = [...known.tags.keys()].filter(() => random() < 0.3).slice(0, 3);
  return calling('tags.keep', { names: [...names, 'known to nobody'] }, () => { known.keptTags = names; });
}

function useTags({ known }: Circumstances): Possible {
  return calling('tags.uses', {}, (answer) => expect(answer.map(({ name }) => name).toSorted()).toEqual([...known.tags.keys()].toSorted()));
}

/** Seldom, since what was kept before it is tried no more. */
function erase({ known, random }: Circumstances): Possible {
  if (random() < 0.7) return undefined;
  return calling('data.erase', {}, () => {
    for (const all of [known.annotations, known.drafts, known.tags]) all.clear();
    known.keptTags = undefined;
    known.name = '';
    known.backup = { changes: 0, exported: 0, automatic: known.backup.automatic };
  });
}

function setName({ known, random, number }: Circumstances): Possible {
  const name = random() < 0.3 ? '' : `Author ${number}`;
  return calling('author.setName', { name }, () => { known.name = name; });
}

function setOnPages({ known, random }: Circumstances): Possible {
  const onPages = pick(random, onPagesChoices);
  return calling('options.setOnPages', { onPages }, () => { known.onPages = onPages; });
}

function exported({ known, random }: Circumstances): Possible {
  const held = Math.floor(random() * (known.backup.changes + 1));
  return calling('backup.exported', { held, at: Date.now() }, () => {
    known.backup.exported = Math.max(known.backup.exported, held);
  });
}

function setAutomatic({ known, random }: Circumstances): Possible {
  const automatic = random() < 0.5;
  return calling('backup.setAutomatic', { automatic }, () => { known.backup.automatic = automatic; });
}

const kinds: readonly [Kind, ...Kind[]] = [
  saveOnPost, saveOnPost, saveOnPost, saveOnPost, saveById, saveById, saveInConflict, remove, remove, restore, restore,
  saveDraft, saveDraft, discardDraft, changeTag, changeTag, keepTags, useTags, erase, setName, setOnPages, exported, setAutomatic,
  () => calling('backup.snooze', {}), () => calling('search.rebuild', {}), () => calling('search.index', {}),
];
