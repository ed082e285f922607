import { imputationBases } from '../../domain/match.ts';
import { ledgerItemKinds, settlementMeans } from '../../domain/settlement.ts';
import type { Static } from 'typebox';
import type { AllocationRecord } from '../../ledger/queries/allocations.ts';
import {
  amountSchema,
  dayText,
  instantText,
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

export const openItemKindSchema = oneOf(ledgerItemKinds);
export const customerSchema = strictObject({ id: uuidSchema, code: textSchema, name: textSchema }, { $id: 'Customer' });

export const allocationSchema = strictObject(
  {
    id: uuidSchema,
    side: sideSchema,
    amount: shared(amountSchema),
    basis: oneOf(imputationBases, {
      description:
        'Why these items: the debtor named them; nothing was named, and they are first by law (due, then oldest); only they can be meant; or a person decided (Code civil art. 1342-10).',
    }),
    matchRunId: nullableUuid,
    allocatedAt: instantText,
    postingId: uuidSchema,
    means: oneOf(settlementMeans, {
      description: 'What cleared it: money of the payment, or what was booked instead.',
    }),
    payment: nullableObject(strictObject({ id: uuidSchema, bookingDate: dayText, counterpartyName: nullableText })),
    openItem: strictObject({
      id: uuidSchema,
      documentNumber: textSchema,
      kind: openItemKindSchema,
      dueDate: dayText,
    }),
    customer: shared(customerSchema),
    lettering: strictObject(
      {
        id: uuidSchema,
        state: oneOf(['lettered', 'partly_lettered', 'unlettered']),
        code: nullableText,
        date: nullableDayText,
      },
      { description: 'The letter: upper case when its group is balanced, lower case while partial.' },
    ),
  },
  { $id: 'Allocation', description: 'An amount of an open item that a posting clears, or (negative) opens again.' },
);

export const toAllocation = ({
  amount,
  allocatedAt,
  ...allocation
}: AllocationRecord): Static<typeof allocationSchema> => ({
  ...allocation,
  amount: toAmount(amount),
  allocatedAt: allocatedAt.toISOString(),
});
