import { ladder } from '../matching/decision/ladder.ts';
import type { MatchingPolicy } from '../matching/decision/verdict.ts';

/**
 * What the service applies without a person: what the ledger can book. Discounts, roundings, bank charges and exchange
 * differences want postings of their own, which it does not write: they are asked about, with the suggestion. So are
 * collections, whose letters would be of several customers.
 */
export const matchingPolicy: MatchingPolicy = {
  amountClasses: ['exact', 'partial', 'over', 'retention'],
  withoutRules: ['collection'],
  calibration: null,
};

/** Rules of the ladder, from the surest: what a back-test may switch off. */
export const ruleNames: readonly string[] = ladder.map(({ name }) => name);
