/** The pages on which it is measured. */

export interface Scenario {
  name: string;
  posts: number;
  /** Posts of a page and of a load of more. */
  batch: number;
  /** So many of the newest pass over the screen once the page is there: marks and quotes are drawn only when a post comes near. */
  passing?: number;
}

export const scenarios: readonly Scenario[] = [
  { name: '20 at once', posts: 20, batch: 20 },
  { name: '1,000 at once', posts: 1_000, batch: 1_000 },
  { name: '5,000 at once', posts: 5_000, batch: 5_000 },
  { name: '1,000, 200 passing', posts: 1_000, batch: 1_000, passing: 200 },
  { name: '1,000 by 20', posts: 1_000, batch: 20 },
  // By 20 the page's own work for 250 loads, which grows with its length, would take minutes a time.
  { name: '5,000 by 250', posts: 5_000, batch: 250 },
];
