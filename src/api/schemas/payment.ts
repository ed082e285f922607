import { Type, type Static } from 'typebox';
import type { PaymentHistory, PaymentRecord } from '../../ledger/queries/payments.ts';
import { allocationSchema, toAllocation } from './allocation.ts';
import { certificateSchema, nullableReviewReason, toCertificate } from './match.ts';
import {
  amountSchema,
  countSchema,
  dayText,
  nullable,
  nullableDayText,
  nullableObject,
  nullableText,
  nullableUuid,
  oneOf,
  shared,
  sideSchema,
  strictObject,
  textSchema,
  toAmount,
  uuidSchema,
} from './shared.ts';

export const paymentStatusSchema = oneOf(['received', 'applied', 'in_review']);

const properties = {
  id: uuidSchema,
  status: paymentStatusSchema,
  reviewReason: nullableReviewReason,
  side: sideSchema,
  amount: shared(amountSchema),
  unapplied: shared(amountSchema),
  bookingDate: dayText,
  isReversal: Type.Boolean(),
  returnReason: nullableText,
  bankTransactionCode: nullableText,
  batchCount: nullable(countSchema),
  counterpartyName: nullableText,
  counterpartyIban: nullableText,
  remittance: Type.Array(textSchema),
  creditorReference: nullableText,
  endToEndId: nullableText,
  mandateId: nullableText,
  matchRunId: nullableUuid,
  version: Type.Integer({ minimum: 1, description: 'What `If-Match` of a command takes, in quotation marks.' }),
};

export const paymentSchema = strictObject(properties, {
  $id: 'Payment',
  description: 'The unit that is matched: one detail of an entry of a statement, or the entry when it has none.',
});

const sourceSchema = strictObject(
  {
    statementId: uuidSchema,
    bankStatementId: nullableText,
    statementDate: dayText,
    sha256: textSchema,
    bankAccount: textSchema,
    entryIndex: countSchema,
    detailIndex: countSchema,
    valueDate: nullableDayText,
    accountServicerReference: nullableText,
    additionalInformation: nullableText,
  },
  { $id: 'PaymentSource', description: 'Where the bank said it: the entry, its statement, its account.' },
);

export const paymentHistorySchema = strictObject(
  {
    ...properties,
    source: shared(sourceSchema),
    allocations: Type.Array(shared(allocationSchema)),
    certificate: nullableObject(shared(certificateSchema)),
  },
  { $id: 'PaymentHistory', description: 'A payment, what it was applied to, and why.' },
);

export const paymentSchemas = [paymentSchema, sourceSchema, paymentHistorySchema];

export const toPayment = ({ amount, unapplied, ...payment }: PaymentRecord): Static<typeof paymentSchema> => ({
  ...payment,
  amount: toAmount(amount),
  unapplied: toAmount(unapplied),
});

export const toPaymentHistory = ({
  source,
  allocations,
  certificate,
  instructed: _instructed,
  ...payment
}: PaymentHistory): Static<typeof paymentHistorySchema> => ({
  ...toPayment(payment),
  source,
  allocations: allocations.map(toAllocation),
  certificate: certificate === null ? null : toCertificate(certificate),
});
