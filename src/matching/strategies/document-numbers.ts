import { confidenceBp } from '../confidence.ts';
import { agreementWith, type Agreement } from '../payer.ts';
import { draftOf, referencesByItem } from '../draft.ts';
import type { Situation, Strategy } from '../strategy.ts';

/** Customers for whom a proposal is written when the payment names documents of several. */
const maximumCustomers = 3;

const exactConfidence: Readonly<Record<Agreement, number>> = {
  agrees: confidenceBp.documentNumbersPayerAgrees,
  unknown: confidenceBp.documentNumbersPayerUnknown,
  other: confidenceBp.documentNumbersPayerIsOther,
};

/** The payer's own documents first. */
const customersInOrder = ({ named, payer }: Situation): readonly number[] => [
  ...named.customers.filter((customer) => agreementWith(payer, customer) === 'agrees'),
  ...named.customers.filter((customer) => agreementWith(payer, customer) !== 'agrees'),
];

/**
 * Proposes all open items that the payment names by number, credit notes deducted, in the order named.
 * With another amount it proposes what the payment reaches: a part of one item, or the first of several.
 */
export const byDocumentNumbers: Strategy = (situation) =>
  customersInOrder(situation)
    .slice(0, maximumCustomers)
    .flatMap((customer) => {
      const named = situation.named.open.filter(({ item }) => situation.partition.customerOf(item) === customer);
      // One item by its creditor reference is the rung above.
      if (situation.named.open.length === 1 && named[0]?.reference.kind === 'creditor_reference') return [];
      return draftOf(situation, {
        strategy: 'document_numbers/1',
        customer,
        items: named.map(({ item }) => item),
        references: referencesByItem(named),
        confidenceBp: {
          equal: exactConfidence[agreementWith(situation.payer, customer)],
          differs: confidenceBp.documentNumbersAmountDiffers,
        },
      });
    });
