import { Type, type Static } from 'typebox';
import { disputeCategories, disputeEventKinds, disputeOrigins, disputeResolutions } from '../../domain/dispute.ts';
import { formatDecimal } from '../../domain/money.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { DisputeCause } from '../../ledger/queries/dispute-causes.ts';
import { synthesisStatuses, type Synthesis } from '../../ledger/queries/dispute-synthesis.ts';
import type { DisputeEventDetails, DisputeHistory, ListedDispute } from '../../ledger/queries/disputes.ts';
import { customerSchema } from './allocation.ts';
import {
  amountSchema,
  countSchema,
  dayText,
  instantText,
  nullable,
  nullableDayText,
  nullableInstant,
  nullableObject,
  nullableText,
  nullableUuid,
  oneOf,
  shared,
  strictObject,
  textSchema,
  toAmount,
  uuidSchema,
} from './shared.ts';

export const disputeCategorySchema = oneOf(disputeCategories, {
  description: 'A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.',
});
export const disputeStateSchema = oneOf(['open', 'resolved']);

const properties = {
  id: uuidSchema,
  version: Type.Integer({ description: 'To be sent, as `If-Match`, with what changes the dispute.' }),
  state: disputeStateSchema,
  resolution: Type.Union([oneOf(disputeResolutions), Type.Null()]),
  customer: shared(customerSchema),
  item: strictObject({ id: uuidSchema, documentNumber: textSchema, dueDate: dayText }),
  residual: shared(amountSchema),
  amount: shared(amountSchema),
  openedFrom: oneOf(disputeOrigins),
  paymentId: nullableUuid,
  category: disputeCategorySchema,
  reason: strictObject({ code: textSchema, label: textSchema }),
  owner: nullableText,
  department: nullableText,
  dueDate: nullableDayText,
  openedAt: instantText,
  resolvedAt: nullableInstant,
};

export const disputeSchema = strictObject(properties, {
  $id: 'Dispute',
  description: 'What a customer does not pay of a document, and why. `residual`: what is left of the document.',
});

const eventSchema = strictObject({
  kind: oneOf(disputeEventKinds),
  actor: textSchema,
  happenedAt: instantText,
  comment: nullableText,
  amount: nullableObject(shared(amountSchema)),
  category: nullableText,
  reasonCode: nullableText,
  owner: nullableText,
  department: nullableText,
  dueDate: nullableText,
  resolution: nullableText,
});

export const disputeHistorySchema = strictObject(
  {
    ...properties,
    events: Type.Array(eventSchema, { description: 'What stood after each, in the order in which they happened.' }),
  },
  { $id: 'DisputeHistory', description: 'A dispute and all that happened to it.' },
);

export const disputeReasonSchema = strictObject(
  { code: textSchema, category: disputeCategorySchema, label: textSchema, department: nullableText },
  { $id: 'DisputeReason', description: "A cause in the company's own words, in one of the five categories." },
);

const synthesisCounts = { amount: shared(amountSchema), invoiceCount: countSchema, customerCount: countSchema };

export const synthesisSchema = strictObject(
  {
    asOf: instantText,
    rows: Type.Array(
      strictObject({
        status: oneOf(synthesisStatuses),
        ...synthesisCounts,
        sharePermille: Type.Integer({ description: 'Of the amount of all, in thousandths.' }),
      }),
    ),
    total: strictObject(synthesisCounts, { description: 'A customer in several rows is one.' }),
  },
  {
    $id: 'DisputeSynthesis',
    description: 'All that is overdue, by the cause for which it is not paid; `unqualified`: nobody has said.',
  },
);

const nullableCount = nullable(countSchema);
export const disputeCauseSchema = strictObject(
  {
    category: disputeCategorySchema,
    reasonCode: textSchema,
    label: textSchema,
    amount: shared(amountSchema),
    count: countSchema,
    resolvedCount: countSchema,
    medianCycleDays: nullableCount,
    p90CycleDays: nullableCount,
    openCount: countSchema,
    open: shared(amountSchema),
    medianAgeDays: nullableCount,
    oldestAgeDays: nullableCount,
  },
  {
    $id: 'DisputeCause',
    description:
      'Disputes of one reason. Cycle: days from the first opening to the last resolution, of those that are resolved. ' +
      'Age: days since they were opened, of those that are open.',
  },
);

export const disputeSchemas = [
  disputeSchema,
  disputeHistorySchema,
  disputeReasonSchema,
  synthesisSchema,
  disputeCauseSchema,
];

export const toDispute = ({
  residual,
  amount,
  openedAt,
  resolvedAt,
  ...dispute
}: ListedDispute): Static<typeof disputeSchema> => ({
  ...dispute,
  residual: toAmount(residual),
  amount: toAmount(amount),
  openedAt: openedAt.toISOString(),
  resolvedAt: resolvedAt?.toISOString() ?? null,
});

export const toDisputeHistory = ({ events, ...dispute }: DisputeHistory): Static<typeof disputeHistorySchema> => ({
  ...toDispute(dispute),
  events: events.map(({ kind, actor, happenedAt, details }) => ({
    kind,
    actor,
    happenedAt: happenedAt.toISOString(),
    ...toEventDetails(details, dispute.amount.currency),
  })),
});

const toEventDetails = (details: DisputeEventDetails, currency: CurrencyCode) => {
  const text = (member: string): string | null => details[member] ?? null;
  const minor = text('amountMinor');
  return {
    comment: text('comment'),
    amount: minor === null ? null : { value: formatDecimal({ minor: BigInt(minor), currency }), currency },
    category: text('category'),
    reasonCode: text('reasonCode'),
    owner: text('owner'),
    department: text('department'),
    dueDate: text('dueDate'),
    resolution: text('resolution'),
  };
};

export function toSynthesis({ asOf, currency, rows, total }: Synthesis): Static<typeof synthesisSchema> {
  const toCounts = <Counts extends { amountMinor: bigint }>({ amountMinor, ...counts }: Counts) => ({
    ...counts,
    amount: toAmount({ minor: amountMinor, currency }),
  });
  return { asOf: asOf.toISOString(), rows: rows.map(toCounts), total: toCounts(total) };
}

export const toDisputeCause = (
  { amountMinor, openMinor, ...cause }: DisputeCause,
  currency: CurrencyCode,
): Static<typeof disputeCauseSchema> => ({
  ...cause,
  amount: toAmount({ minor: amountMinor, currency }),
  open: toAmount({ minor: openMinor, currency }),
});
