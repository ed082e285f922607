import { confidenceBp } from '../confidence.ts';
import { draftOf, referencesByItem } from '../draft.ts';
import type { Strategy } from '../strategy.ts';

/**
 * Suggests some of the named items when exactly they add up to the payment, and not all of them do, or not alone:
 * an invoice quoted for information, a credit note that cancels another.
 */
export const byNamedSubset: Strategy = (situation) => {
  const { named, partition, explanations } = situation;
  return explanations.subsets
    .filter((subset) => subset.length < named.open.length)
    .flatMap((subset) => {
      const chosen = subset.flatMap((place) => named.open[place] ?? []);
      const [first] = chosen;
      if (first === undefined) return [];
      return draftOf(situation, {
        strategy: 'named_subset/1',
        customer: partition.customerOf(first.item),
        items: chosen.map(({ item }) => item),
        references: referencesByItem(chosen),
        confidenceBp: { equal: confidenceBp.namedSubset, differs: confidenceBp.namedSubset },
      });
    });
};
