import { confidenceBp } from '../confidence.ts';
import { knownCustomer } from '../payer.ts';
import { draftOf, netResidual, noReferences } from '../draft.ts';
import { maximumLines, type Strategy } from '../strategy.ts';

/** Suggests everything a known payer has open, when the payment is exactly the balance of at least two items. */
export const byWholeAccount: Strategy = (situation) => {
  const { payment, partition, payer } = situation;
  const customer = knownCustomer(payer);
  if (customer === null) return [];
  const items = partition.openItemsOf(customer, maximumLines);
  if (items === null || items.length < 2 || netResidual(partition, items) !== payment.unappliedMinor) return [];
  return draftOf(situation, {
    strategy: 'whole_account/1',
    customer,
    items,
    references: noReferences,
    confidenceBp: { equal: confidenceBp.wholeAccount, differs: confidenceBp.wholeAccount },
  });
};
