import { confidenceBp } from '../confidence.ts';
import { draftOf, noReferences } from '../draft.ts';
import type { Strategy } from '../strategy.ts';

/** Suggestions are three at most in all. */
const maximumSuggestions = 3;

/**
 * When the only number quoted belongs to several open items or may be that of another, suggests each of them, those with
 * the payment's amount first. A rival is offered without the number as evidence: it was not written. A person sees which customers it may be.
 */
export const byAmbiguousReference: Strategy = (situation) => {
  const { named, partition, payment } = situation;
  const [reference] = named.ambiguous;
  if (reference === undefined || named.ambiguous.length > 1 || named.open.length > 0) return [];
  const open = [...reference.items, ...reference.rivals].filter((item) => partition.residualOf(item) > 0n);
  const isExact = (item: number): boolean => partition.residualOf(item) === payment.unappliedMinor;
  return [...open.filter(isExact), ...open.filter((item) => !isExact(item))]
    .slice(0, maximumSuggestions)
    .flatMap((item) =>
      draftOf(situation, {
        strategy: 'ambiguous_reference/1',
        customer: partition.customerOf(item),
        items: [item],
        references: reference.items.includes(item) ? new Map([[item, reference]]) : noReferences,
        confidenceBp: { equal: confidenceBp.ambiguousReference, differs: confidenceBp.oneOfSeveralWithAmount },
      }),
    );
};
