/**
 * What can become of a file.
 *
 * `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in
 * another format than the account's master. `enriched`: a report or notification, kept beside the books. `held`: right, but
 * something before it is missing. `quarantined`: refused, with its reason. `duplicate`: booked already. `discarded`: a
 * person decided that it is not wanted.
 */
export const fileStates = [
  'stored',
  'published',
  'cross_checked',
  'enriched',
  'held',
  'quarantined',
  'duplicate',
  'discarded',
] as const;

export type FileState = (typeof fileStates)[number];

/** Nothing waits for anybody. */
const settledStates = [
  'published',
  'cross_checked',
  'enriched',
  'duplicate',
  'discarded',
] as const satisfies readonly FileState[];

export const isSettled = (state: FileState): boolean => (settledStates as readonly FileState[]).includes(state);
