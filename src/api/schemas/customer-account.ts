import { Type, type Static } from 'typebox';
import type { AccountItem } from '../../ledger/queries/customer-account.ts';
import type { CustomerBalance, CustomerDetails, CustomerRecord } from '../../ledger/queries/customers.ts';
import { allocationSchema, openItemKindSchema, toAllocation } from './allocation.ts';
import { openItemStatusSchema } from './open-item.ts';
import {
  amountSchema,
  countSchema,
  dayText,
  nullable,
  nullableObject,
  nullableText,
  oneOf,
  shared,
  sideSchema,
  strictObject,
  textSchema,
  toAmount,
  uuidSchema,
} from './shared.ts';

const balanceSchema = strictObject(
  {
    openCount: countSchema,
    open: shared(amountSchema),
    overdue: shared(amountSchema),
    disputed: shared(amountSchema),
    credits: shared(amountSchema),
  },
  {
    $id: 'CustomerBalance',
    description:
      'What a customer owes in one currency. `overdue` and `disputed` are part of `open`; `credits` (credit notes, money ' +
      'on account, what is to be paid back) lower none of them: nobody has said what they pay.',
  },
);

const properties = {
  id: uuidSchema,
  code: textSchema,
  name: textSchema,
  paymentTerms: nullableText,
  version: countSchema,
  balances: Type.Array(shared(balanceSchema), { description: 'One for each currency in which something is open.' }),
};

export const customerSummarySchema = strictObject(properties, {
  $id: 'CustomerSummary',
  description: 'A customer and what is open today.',
});

export const customerDetailsSchema = strictObject(
  {
    ...properties,
    ibans: Type.Array(textSchema, { description: 'As the ERP told them.' }),
    payers: Type.Array(
      strictObject({
        kind: oneOf(['iban', 'name']),
        value: textSchema,
        confirmedCount: countSchema,
        lastDate: dayText,
      }),
      { description: 'Who people confirmed to pay for the customer, the last confirmed first.' },
    ),
    openDisputeCount: countSchema,
  },
  { $id: 'CustomerDetails', description: 'A customer, what is open today, and who pays for it.' },
);

export const accountItemSchema = strictObject(
  {
    id: uuidSchema,
    documentNumber: textSchema,
    kind: openItemKindSchema,
    account: textSchema,
    status: openItemStatusSchema,
    side: sideSchema,
    amount: shared(amountSchema),
    residual: shared(amountSchema),
    disputed: nullableObject(shared(amountSchema)),
    issueDate: dayText,
    dueDate: dayText,
    daysPastDue: nullable(Type.Integer({ description: 'Of what is owed: ≤ 0 while it is not past due.' })),
    allocations: Type.Array(shared(allocationSchema)),
  },
  {
    $id: 'AccountItem',
    description:
      'A document on the account of a customer, and all that cleared it, with the letters. `disputed` is told as it is now, ' +
      'not as of an earlier moment.',
  },
);

export const customerAccountSchemas = [balanceSchema, customerSummarySchema, customerDetailsSchema, accountItemSchema];

const toBalance = ({
  currency,
  openCount,
  openMinor,
  overdueMinor,
  disputedMinor,
  creditsMinor,
}: CustomerBalance): Static<typeof balanceSchema> => ({
  openCount,
  open: toAmount({ minor: openMinor, currency }),
  overdue: toAmount({ minor: overdueMinor, currency }),
  disputed: toAmount({ minor: disputedMinor, currency }),
  credits: toAmount({ minor: creditsMinor, currency }),
});

export const toCustomerSummary = ({ balances, ...customer }: CustomerRecord): Static<typeof customerSummarySchema> => ({
  ...customer,
  balances: balances.map(toBalance),
});

export const toCustomerDetails = ({
  ibans,
  payers,
  openDisputeCount,
  ...customer
}: CustomerDetails): Static<typeof customerDetailsSchema> => ({
  ...toCustomerSummary(customer),
  ibans: [...ibans],
  payers: [...payers],
  openDisputeCount,
});

export const toAccountItem = ({
  amount,
  residual,
  disputed,
  allocations,
  ...item
}: AccountItem): Static<typeof accountItemSchema> => ({
  ...item,
  status: residual.minor > 0n ? 'open' : 'closed',
  amount: toAmount(amount),
  residual: toAmount(residual),
  disputed: disputed === null ? null : toAmount(disputed),
  allocations: allocations.map(toAllocation),
});
