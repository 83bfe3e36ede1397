/** What a person knows to be kept: a model in memory of what calls to the worker change, and the same as it is stored. */
import * as v from 'valibot';
import { Annotation } from '../../src/model/annotation.ts';
import { Backup, noBackup } from '../../src/model/backup.ts';
import { Channel, currentHandle } from '../../src/model/channel.ts';
import { type OnPages, Options, defaultOptions } from '../../src/model/options.ts';
import { Tag, tagMeanings, tagsMeant } from '../../src/model/tag.ts';
import { Author } from '../../src/model/view.ts';
import { DraftRow } from '../../src/store/schema.ts';
import type { Part } from '../browser/driver.ts';
import { storedRows } from './stored.ts';

export interface Text {
  /** By their names, which are told apart by more than case here. */
  tags: readonly string[];
  note: string;
}

export interface KnownAnnotation extends Text {
  /** 'harbour_gazette/93', which never has another target here. */
  post: string;
  rev: number;
  deleted: boolean;
}

export interface Known {
  /** By their ids. */
  annotations: Map<string, KnownAnnotation>;
  /** By their posts. */
  drafts: Map<string, Text>;
  /** Colours of the living ones by their names; empty for none. */
  tags: Map<string, string>;
  /** From one annotation to the next. */
  keptTags: readonly string[] | undefined;
  onPages: OnPages;
  /** Of who writes here. */
  name: string;
  backup: Pick<Backup, 'changes' | 'exported' | 'automatic'>;
}

export function nothingKnown(): Known {
  const { changes, exported, automatic } = noBackup;
  return {
    annotations: new Map(), drafts: new Map(), tags: new Map(), keptTags: undefined, onPages: defaultOptions.onPages, name: '',
    backup: { changes, exported, automatic },
  };
}

/** Everything in the database, in those words. */
export async function knownIn(page: Part): Promise<Known> {
  const rows = await storedRows(page, 'annotations', 'authors', 'channels', 'drafts', 'options', 'tags');
  const tags = v.parse(v.array(Tag), rows.tags);
  const meanings = tagMeanings(tags);
  const namesOf = (ids: readonly string[]) => tagsMeant(ids, meanings).map(({ name }) => name);
  const handles = new Map(v.parse(v.array(Channel), rows.channels).map((channel) => [channel.id, currentHandle(channel)]));
  const postOf = ({ channelRef, postId }: { channelRef: string; postId: number }) => `${handles.get(channelRef)}/${postId}`;
  const options = new Map(rows.options.map(({ name, value }) => [name, value]));
  const kept = options.get('keptTags');
  const { changes, exported, automatic } = v.parse(Backup, options.get('backup') ?? noBackup);
  return {
    annotations: new Map(v.parse(v.array(Annotation), rows.annotations).map((row) => [row.id, {
      post: postOf(row), tags: namesOf(row.tagIds), note: row.note, rev: row.rev, deleted: row.deletedAt !== undefined,
    }])),
    drafts: new Map(v.parse(v.array(DraftRow), rows.drafts).map((row) => [postOf(row), { tags: row.tags, note: row.note }])),
    tags: new Map(tags.flatMap((tag) => (tag === meanings.get(tag.id) ? [[tag.name, tag.colour ?? '']] : []))),
    keptTags: kept === undefined ? undefined : namesOf(v.parse(v.array(v.string()), kept)),
    onPages: v.parse(Options, { ...defaultOptions, ...Object.fromEntries(options) }).onPages,
    name: v.parse(v.array(Author), rows.authors).find(({ id }) => id === options.get('ownAuthorId'))?.name ?? '',
    backup: { changes, exported, automatic },
  };
}

/** The tags of the database as they stand, for changes of them. */
export async function livingTags(page: Part): Promise<Tag[]> {
  const { tags } = await storedRows(page, 'tags');
  return v.parse(v.array(Tag), tags).filter(({ deletedAt, mergedInto }) => deletedAt === undefined && mergedInto === undefined);
}
