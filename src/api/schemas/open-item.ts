import { Type, type Static } from 'typebox';
import type { OpenItemHistory, ListedOpenItem } from '../../ledger/queries/open-items.ts';
import { allocationSchema, customerSchema, openItemKindSchema, toAllocation } from './allocation.ts';
import {
  amountSchema,
  dayText,
  instantText,
  nullableObject,
  nullableText,
  oneOf,
  shared,
  strictObject,
  textSchema,
  toAmount,
  uuidSchema,
} from './shared.ts';

export const openItemStatusSchema = oneOf(['open', 'closed'], {
  description: '`open` while something is left of the item.',
});

const vatShareSchema = strictObject(
  {
    rateBp: Type.Integer({ minimum: 0, description: 'Hundredths of a percent.', examples: [2000] }),
    gross: Type.String({ description: 'Tax included, in the currency of the item.', examples: ['1200.00'] }),
  },
  { $id: 'VatShare', description: 'What a document totals at one VAT rate.' },
);

const properties = {
  id: uuidSchema,
  status: openItemStatusSchema,
  customer: shared(customerSchema),
  documentNumber: textSchema,
  kind: openItemKindSchema,
  account: Type.String({ description: 'The account that it stands on.', examples: ['411'] }),
  amount: shared(amountSchema),
  residual: shared(amountSchema),
  disputed: shared(amountSchema),
  baseAmount: nullableObject(shared(amountSchema)),
  vat: nullableObject(Type.Array(shared(vatShareSchema))),
  issueDate: dayText,
  dueDate: dayText,
  dueDateSource: oneOf(['given', 'derived'], { description: '`derived`: from the terms of payment of the customer.' }),
  creditorReference: nullableText,
  purchaseOrder: nullableText,
  version: Type.Integer({ minimum: 1, description: 'Grows with every change of the item.' }),
};

export const openItemSchema = strictObject(properties, {
  $id: 'OpenItem',
  description:
    'An invoice, credit note or down payment, and what is left of it (`residual`). `baseAmount`: what it was booked at in the base currency, where it is in another; `vat`: null when nobody said the rates.',
});

export const openItemHistorySchema = strictObject(
  {
    ...properties,
    allocations: Type.Array(shared(allocationSchema)),
    adjustments: Type.Array(
      strictObject({
        reason: oneOf(['cleared_before_import', 'cleared_elsewhere', 'amount_changed']),
        amount: shared(amountSchema),
        adjustedAt: instantText,
      }),
      { description: 'What reduced (or, negative, restored) the item outside our allocations.' },
    ),
  },
  { $id: 'OpenItemHistory', description: 'An open item and all that cleared it.' },
);

export const openItemSchemas = [vatShareSchema, openItemSchema, openItemHistorySchema];

export const toOpenItem = ({
  amount,
  residual,
  disputed,
  baseAmount,
  vat,
  ...item
}: ListedOpenItem): Static<typeof openItemSchema> => ({
  ...item,
  status: residual.minor > 0n ? 'open' : 'closed',
  amount: toAmount(amount),
  residual: toAmount(residual),
  disputed: toAmount(disputed),
  baseAmount: baseAmount === null ? null : toAmount(baseAmount),
  vat: vat === null ? null : [...vat],
});

export const toOpenItemHistory = ({
  allocations,
  adjustments,
  ...item
}: OpenItemHistory): Static<typeof openItemHistorySchema> => ({
  ...toOpenItem(item),
  allocations: allocations.map(toAllocation),
  adjustments: adjustments.map(({ reason, amount, adjustedAt }) => ({
    reason,
    amount: toAmount(amount),
    adjustedAt: adjustedAt.toISOString(),
  })),
});
