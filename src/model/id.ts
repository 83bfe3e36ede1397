import * as v from 'valibot';

/** Ids of annotations, tags, authors and channels: UUIDs of our own making. */
export const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
