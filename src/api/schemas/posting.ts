import { Type, type Static } from 'typebox';
import { postingSources, type PostingRecord } from '../../ledger/queries/postings.ts';
import { customerSchema } from './allocation.ts';
import {
  amountSchema,
  dayText,
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

export const postingSourceSchema = oneOf(postingSources, {
  description: 'What it records: an entry of the bank, a payment that a run applied, or a command of a person.',
});

const postingLineSchema = strictObject(
  {
    account: textSchema,
    accountLabel: textSchema,
    customer: nullableObject(shared(customerSchema)),
    side: sideSchema,
    amount: shared(amountSchema),
    baseAmount: nullableObject(shared(amountSchema)),
    lettering: nullableObject(strictObject({ id: uuidSchema, code: nullableText })),
  },
  {
    $id: 'PostingLine',
    description:
      '`baseAmount`: in the base currency of the ledger, where `amount` is not and its value is known. `lettering`: ' +
      'upper case when its group is balanced, lower case while partial, no code once un-lettered.',
  },
);

export const postingSchema = strictObject(
  {
    id: uuidSchema,
    journal: textSchema,
    postingDate: dayText,
    source: postingSourceSchema,
    sourceId: uuidSchema,
    label: textSchema,
    payment: nullableObject(strictObject({ id: uuidSchema, bookingDate: dayText, counterpartyName: nullableText })),
    cash: nullableObject(shared(amountSchema)),
    reversesPostingId: nullableUuid,
    reversals: Type.Array(
      strictObject({ postingId: uuidSchema, label: textSchema, postingDate: dayText, commandId: nullableUuid }),
      { description: 'What takes it back and still stands: a person (`taken_back`), or a payment that came back.' },
    ),
    lines: Type.Array(shared(postingLineSchema)),
  },
  { $id: 'Posting', description: 'What was booked. `cash`: what it uses of its payment; negative, gives back.' },
);

export const postingSchemas = [postingLineSchema, postingSchema];

export const toPosting = ({ cash, lines, reversals, ...posting }: PostingRecord): Static<typeof postingSchema> => ({
  ...posting,
  cash: cash === null ? null : toAmount(cash),
  reversals: [...reversals],
  lines: lines.map(({ amount, baseAmount, ...line }) => ({
    ...line,
    amount: toAmount(amount),
    baseAmount: baseAmount === null ? null : toAmount(baseAmount),
  })),
});
