import type { Combinations } from '../../../src/matching/combination/combinations.ts';

/** The only set of items with the sum that was asked for; null when there is none, another, or no proof. */
export const provenUnique = ({ solutions, count, isComplete }: Combinations): readonly number[] | null =>
  isComplete && count === 1 ? (solutions[0] ?? null) : null;
