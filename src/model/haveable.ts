/** What an annotation or its post can have beside text. Apart from the query language, which the worker does without. */
export const haveable = ['note', 'quote', 'media', 'link'] as const;
export type Haveable = (typeof haveable)[number];
