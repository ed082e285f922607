/**
 * Which open items add up to a payment, and whether they are the only ones that do.
 *
 * A sum is evidence only when no other set gives it as well. With more than about 20 open items nearly every amount can
 * be made in several ways, so the searches here look for the second answer, not for the first, and say when they did not
 * get to the end. Amounts are minor units in safe integers, credit notes negative; a payment is a target above zero.
 */

/** What a search may spend: counted, never timed, so that the same question has the same answer on every machine. */
export type CombinationBudget = Readonly<{
  /** Sums looked at one by one. */
  nodes: number;
  /** Words of 32 sums that the bit set may shift; finding the members of a unique solution may take as many again. */
  words: number;
}>;

/** Some 25 ms for the worst account, as much again to find the members of a unique solution; most take microseconds. */
export const defaultBudget: CombinationBudget = { nodes: 50_000, words: 6_000_000 };

/** What gave the answer. `none`: the amounts together are too large for exact arithmetic, nothing was searched. */
export type CombinationMethod =
  | 'none'
  | 'reduction'
  | 'pairs_and_triples'
  | 'meet_in_the_middle'
  | 'branch_and_bound'
  | 'bit_set';

export type Combinations = Readonly<{
  /**
   * Places in `amounts`, ascending: fewest members first, then by the first place in which two sets differ. When
   * `isComplete`, these are the first of all there are; else the first of those found, which may be fewer than `count`.
   */
  solutions: readonly (readonly number[])[];
  /**
   * All solutions when `isComplete`, else at least so many. Items of equal amount count each: exchanging one inside for
   * one outside is another solution.
   */
  count: number;
  isComplete: boolean;
  method: CombinationMethod;
  nodes: number;
  words: number;
}>;

/** Fewest members first; among equals, the set that has the smallest place in which they differ. */
export function compareSets(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let index = 0; index < a.length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Puts a set into its place among the smallest `limit`; a set that is there already is not put in again. */
export function keepSmallest(sets: (readonly number[])[], set: readonly number[], limit: number): void {
  let place = sets.length;
  while (place > 0) {
    const order = compareSets(sets[place - 1] ?? [], set);
    if (order === 0) return;
    if (order < 0) break;
    place -= 1;
  }
  if (place >= limit) return;
  sets.splice(place, 0, set);
  if (sets.length > limit) sets.pop();
}
