import type { Evidence } from '../../domain/match.ts';
import { confidenceBp } from '../confidence.ts';
import { knownCustomer } from '../payer.ts';
import { draftOf, noReferences, signedResidual } from '../draft.ts';
import type { Situation, Strategy } from '../strategy.ts';

/** Beyond this many open items an amount tells nothing, and looking through them would cost every payment. */
const maximumOpenItems = 2_000;
/** Suggestions are three at most in all. */
const maximumSuggestions = 3;

/** The payer; else the one customer whose documents are named, so that rivals of the named item are seen. */
const customerInQuestion = ({ payer, named }: Situation): number | null =>
  knownCustomer(payer) ?? (named.customers.length === 1 ? (named.customers[0] ?? null) : null);

/**
 * Suggests the customer's open items whose residual is the payment's amount. One alone is a good hint; several are the
 * reason why an amount by itself is never enough.
 */
export const byPayerAmount: Strategy = (situation) => {
  const { payment, partition } = situation;
  const customer = customerInQuestion(situation);
  if (customer === null) return [];
  const open = partition.openItemsOf(customer, maximumOpenItems) ?? [];
  const equal = open.filter((item) => signedResidual(partition, item) === payment.unappliedMinor);
  return equal.slice(0, maximumSuggestions).flatMap((item) => {
    const only: Evidence = {
      kind: 'only_item_with_amount',
      openItemId: partition.itemId(item),
      openItemCount: open.length,
    };
    const level = equal.length === 1 ? confidenceBp.onlyItemWithAmount : confidenceBp.oneOfSeveralWithAmount;
    return draftOf(situation, {
      strategy: 'payer_amount/1',
      customer,
      items: [item],
      references: noReferences,
      confidenceBp: { equal: level, differs: level },
      further: equal.length === 1 ? [only] : [],
    });
  });
};
