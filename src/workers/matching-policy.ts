import type { DecidedWriteOff } from '../domain/match.ts';
import { ladder } from '../matching/decision/ladder.ts';
import type { MatchingPolicy } from '../matching/decision/verdict.ts';

/**
 * What the service applies without a person: what the ledger books by itself. Other differences, those of an exchange above
 * all, are asked about, with the suggestion; so are discounts after their day, and collections, whose letters would be of
 * several customers.
 *
 * @param differences - that the ledger allows in the currency of the run.
 */
export const matchingPolicyOf = (differences: readonly DecidedWriteOff['kind'][]): MatchingPolicy => ({
  amountClasses: ['exact', 'partial', 'over', 'retention', ...differences],
  lateDiscounts: false,
  withoutRules: ['collection'],
  calibration: null,
});

/** Rules of the ladder, from the surest: what a back-test may switch off. */
export const ruleNames: readonly string[] = ladder.map(({ name }) => name);
