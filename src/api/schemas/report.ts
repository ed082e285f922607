/** Reports: figures, each with what it is made of. */
import { Type, type Static } from 'typebox';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { AgedDocument, AgedTotal } from '../../ledger/queries/aged-documents.ts';
import type { AgedRow } from '../../ledger/queries/aged-balance.ts';
import type { CountAndSum, MatchingRates } from '../../ledger/queries/matching-rates.ts';
import type { SalesOutstanding } from '../../ledger/queries/sales-outstanding.ts';
import { unappliedKinds, type UnappliedCash } from '../../ledger/queries/unapplied-cash.ts';
import { customerSchema, openItemKindSchema } from './allocation.ts';
import {
  amountSchema,
  countSchema,
  dayText,
  nullable,
  nullableText,
  oneOf,
  shared,
  strictObject,
  textSchema,
  toAmount,
  uuidSchema,
} from './shared.ts';

const agedColumns = {
  notDue: shared(amountSchema),
  pastDue: Type.Array(shared(amountSchema), { description: 'A bucket more than there are limits: the last is open.' }),
  owed: shared(amountSchema),
  credits: shared(amountSchema),
  onAccount: shared(amountSchema),
};

export const agedRowSchema = strictObject(
  { customer: shared(customerSchema), ...agedColumns },
  {
    $id: 'AgedRow',
    description:
      'What one customer owes in one currency, by days past due. Credits and money on account stand beside the buckets ' +
      'and lower none of them: nobody has said what they pay.',
  },
);
export const agedTotalSchema = strictObject(agedColumns, { $id: 'AgedTotal', description: 'Of all customers.' });

export const agedDocumentSchema = strictObject(
  {
    id: uuidSchema,
    documentNumber: textSchema,
    kind: openItemKindSchema,
    customer: shared(customerSchema),
    amount: shared(amountSchema),
    residual: shared(amountSchema),
    issueDate: dayText,
    dueDate: dayText,
    daysPastDue: Type.Integer(),
    bucket: Type.Integer({ minimum: 0, description: '0: not due; from 1: of the limits asked for.' }),
  },
  { $id: 'AgedDocument', description: 'A document that is owed, and how long it has been due.' },
);

const countAndSum = strictObject({ count: countSchema, amount: shared(amountSchema) });

export const unappliedCashSchema = strictObject(
  {
    kind: oneOf(unappliedKinds, {
      description: '`money_in` and `money_out`: in suspense, payer or purpose unknown. The others are of a customer.',
    }),
    count: countSchema,
    amount: shared(amountSchema),
    byAge: Type.Array(countAndSum, { description: 'A bucket more than there are limits: the last is open.' }),
  },
  { $id: 'UnappliedCash', description: 'Money that no document claims, of one kind and currency, by age in days.' },
);

const nullableRate = nullable(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'In millionths.' }));
const timeSchema = strictObject({
  count: countSchema,
  medianSeconds: nullable(Type.Integer()),
  p90Seconds: nullable(Type.Integer()),
});

export const matchingRatesSchema = strictObject(
  {
    from: dayText,
    to: dayText,
    received: countAndSum,
    automatic: countAndSum,
    byPersons: countAndSum,
    waiting: countAndSum,
    appliedByRuns: countAndSum,
    takenBackOfRuns: countAndSum,
    settledByPersons: countAndSum,
    takenBackOfPersons: countAndSum,
    automaticPpm: nullableRate,
    automaticAmountPpm: nullableRate,
    precisionPpm: nullableRate,
    reversalOfRunsPpm: nullableRate,
    reversalOfPersonsPpm: nullableRate,
    timeToApply: strictObject(
      { all: timeSchema, automatic: timeSchema, byPersons: timeSchema },
      { description: 'From the arrival of the file to the last application, of payments applied to the last cent.' },
    ),
  },
  {
    $id: 'MatchingRates',
    description:
      'Of money in booked in the period. `automatic`: applied to the last cent by runs alone, and not taken back. ' +
      'automaticPpm = automatic / received, by count; automaticAmountPpm by amount. precisionPpm = 1 - takenBackOfRuns / ' +
      'appliedByRuns. Reversal: takenBackOfRuns / appliedByRuns, takenBackOfPersons / settledByPersons. What a bank ' +
      'returned is not taken back. Null: nothing to divide by.',
  },
);

export const salesOutstandingSchema = strictObject(
  {
    day: dayText,
    days: nullableText,
    owed: shared(amountSchema),
    uncovered: shared(amountSchema),
    months: Type.Array(
      strictObject({
        month: Type.String({ examples: ['2026-03'] }),
        sales: shared(amountSchema),
        days: countSchema,
        counted: textSchema,
      }),
      { description: 'That were counted back, the latest first.' },
    ),
  },
  {
    $id: 'SalesOutstanding',
    description:
      'DSO by count-back, in days with one decimal: the sales of each month, VAT included and less credit notes, are taken ' +
      'off what is owed, the latest first; whole months count their days, the last counts what is left / sales x days. ' +
      '`days` is null when more is owed (`uncovered`) than all known months sold.',
  },
);

export const reportSchemas = [
  agedRowSchema,
  agedTotalSchema,
  agedDocumentSchema,
  unappliedCashSchema,
  matchingRatesSchema,
  salesOutstandingSchema,
];

export function toAgedTotal({ currency, ...row }: AgedTotal): Static<typeof agedTotalSchema> {
  const amount = (minor: bigint) => toAmount({ minor, currency });
  return {
    notDue: amount(row.notDueMinor),
    pastDue: row.pastDueMinor.map(amount),
    owed: amount(row.pastDueMinor.reduce((sum, minor) => sum + minor, row.notDueMinor)),
    credits: amount(row.creditsMinor),
    onAccount: amount(row.onAccountMinor),
  };
}

export const toAgedRow = ({ customerId, code, name, ...row }: AgedRow): Static<typeof agedRowSchema> => ({
  customer: { id: customerId, code, name },
  ...toAgedTotal(row),
});

export const toAgedDocument = ({ amount, residual, ...document }: AgedDocument): Static<typeof agedDocumentSchema> => ({
  ...document,
  amount: toAmount(amount),
  residual: toAmount(residual),
});

export const toUnappliedCash = ({
  currency,
  kind,
  byAge,
  ...total
}: UnappliedCash): Static<typeof unappliedCashSchema> => ({
  kind,
  ...toCountAndSum(total, currency),
  byAge: byAge.map((cell) => toCountAndSum(cell, currency)),
});

const toCountAndSum = ({ count, minor }: CountAndSum, currency: CurrencyCode) => ({
  count,
  amount: toAmount({ minor, currency }),
});

/** Millionths, rounded down: a rate of all is said of all only. */
const ppm = (part: bigint, whole: bigint): number | null => (whole === 0n ? null : Number((part * 1_000_000n) / whole));
const shareOf = (part: CountAndSum, whole: CountAndSum): number | null => ppm(BigInt(part.count), BigInt(whole.count));

export function toMatchingRates(
  rates: MatchingRates,
  { currency, from, to }: Readonly<{ currency: CurrencyCode; from: string; to: string }>,
): Static<typeof matchingRatesSchema> {
  const sum = (of: CountAndSum) => toCountAndSum(of, currency);
  const { received, automatic, appliedByRuns, takenBackOfRuns, settledByPersons, takenBackOfPersons } = rates;
  const kept = { count: appliedByRuns.count - takenBackOfRuns.count, minor: 0n };
  return {
    from,
    to,
    received: sum(received),
    automatic: sum(automatic),
    byPersons: sum(rates.byPersons),
    waiting: sum(rates.waiting),
    appliedByRuns: sum(appliedByRuns),
    takenBackOfRuns: sum(takenBackOfRuns),
    settledByPersons: sum(settledByPersons),
    takenBackOfPersons: sum(takenBackOfPersons),
    automaticPpm: shareOf(automatic, received),
    automaticAmountPpm: ppm(automatic.minor, received.minor),
    precisionPpm: shareOf(kept, appliedByRuns),
    reversalOfRunsPpm: shareOf(takenBackOfRuns, appliedByRuns),
    reversalOfPersonsPpm: shareOf(takenBackOfPersons, settledByPersons),
    timeToApply: rates.timeToApply,
  };
}

/** 824 is 82.4. */
const daysText = (tenths: bigint): string => `${tenths / 10n}.${tenths % 10n}`;

export const toSalesOutstanding = (
  { owedMinor, tenths, months, uncoveredMinor }: SalesOutstanding,
  { currency, day }: Readonly<{ currency: CurrencyCode; day: string }>,
): Static<typeof salesOutstandingSchema> => ({
  day,
  days: tenths === null ? null : daysText(tenths),
  owed: toAmount({ minor: owedMinor, currency }),
  uncovered: toAmount({ minor: uncoveredMinor, currency }),
  months: months.map(({ month, salesMinor, days, countedTenths }) => ({
    month,
    sales: toAmount({ minor: salesMinor, currency }),
    days,
    counted: daysText(countedTenths),
  })),
});
