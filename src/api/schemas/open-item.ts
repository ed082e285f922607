import { Type, type Static } from 'typebox';
import type { OpenItemHistory, ListedOpenItem } from '../../ledger/queries/open-items.ts';
import { allocationSchema, customerSchema, openItemKindSchema, toAllocation } from './allocation.ts';
import {
  amountSchema,
  dayText,
  instantText,
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

const properties = {
  id: uuidSchema,
  status: openItemStatusSchema,
  customer: shared(customerSchema),
  documentNumber: textSchema,
  kind: openItemKindSchema,
  amount: shared(amountSchema),
  residual: shared(amountSchema),
  issueDate: dayText,
  dueDate: dayText,
  creditorReference: nullableText,
  purchaseOrder: nullableText,
};

export const openItemSchema = strictObject(properties, {
  $id: 'OpenItem',
  description: 'An invoice, credit note or down payment, and what is left of it (`residual`).',
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

export const openItemSchemas = [openItemSchema, openItemHistorySchema];

export const toOpenItem = ({ amount, residual, ...item }: ListedOpenItem): Static<typeof openItemSchema> => ({
  ...item,
  status: residual.minor > 0n ? 'open' : 'closed',
  amount: toAmount(amount),
  residual: toAmount(residual),
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
