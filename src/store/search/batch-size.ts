/** So many annotations are indexed at once: as many as fit in memory word by word, and in a second's work. */
export const batchSize = 2_500;
