import { confidenceBp } from '../confidence.ts';
import { draftOf, referencesByItem } from '../draft.ts';
import type { Strategy } from '../strategy.ts';

/**
 * Proposes the one open item whose creditor reference the payer quoted, in the structured field or in the text.
 * Silent when the payment names anything else as well: then `document_numbers` weighs all of it together.
 *
 * @see ISO 11649 (`RF…`); ISO 20022 `RmtInf/Strd/CdtrRefInf/Ref`
 */
export const byCreditorReference: Strategy = (situation) => {
  const { open } = situation.named;
  const [only] = open;
  if (open.length !== 1 || only?.reference.kind !== 'creditor_reference') return [];
  return draftOf(situation, {
    strategy: 'creditor_reference/1',
    customer: situation.partition.customerOf(only.item),
    items: [only.item],
    references: referencesByItem(open),
    confidenceBp: { equal: confidenceBp.creditorReference, differs: confidenceBp.creditorReferenceAmountDiffers },
  });
};
