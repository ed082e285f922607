/** The review queue as a screen shows it: filters in, payments with suggestions out. */
import { Type, type Static } from 'typebox';
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import { addDays, daysBetween, type LocalDate } from '../../domain/local-date.ts';
import { amountClasses, payerLevels, selections, type Proposal } from '../../domain/match.ts';
import { parseAmount } from '../../domain/money.ts';
import type { PageRequest } from '../../ledger/queries/page.ts';
import type { CustomerName, PaymentClaim, QueuedPayment, QueueRequest } from '../../ledger/queries/review-queue.ts';
import type { QueueFilter } from '../../ledger/queries/queue-filter.ts';
import type { WaitingCommand } from '../../ledger/queries/waiting-commands.ts';
import { ApiError } from '../errors.ts';
import { commandKindSchema } from './approval.ts';
import { customerIdSchema, waitingApprovalSchema } from './command.ts';
import { reviewReasonSchema, searchedSchema, writeOffSchema } from './match.ts';
import { paymentSchema, toPayment } from './payment.ts';
import {
  countSchema,
  daySchema,
  decimalSchema,
  instantText,
  nameSchema,
  nullableObject,
  nullableText,
  oneOf,
  shared,
  sideSchema,
  strictObject,
  textSchema,
  uuidSchema,
} from './shared.ts';

const limitAmountSchema = (which: string) =>
  Type.String({
    pattern: '^\\d{1,15}(\\.\\d{1,3})?$',
    description: `${which} of what is left of the payment, in \`currency\`, which is needed with it.`,
    examples: ['120.50'],
  });

const ageSchema = (which: string) =>
  Type.Integer({ minimum: 0, maximum: 36_500, description: `${which} days since the payment was booked.` });

/** Query parameters, and the members of a filter in a body. */
export const queueFilters = {
  reason: Type.Optional(reviewReasonSchema),
  bankAccount: Type.Optional({ ...nameSchema, description: 'Its identifier: an IBAN, or what the bank calls it.' }),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', examples: ['EUR'] })),
  side: Type.Optional(sideSchema),
  amountFrom: Type.Optional(limitAmountSchema('The least')),
  amountTo: Type.Optional(limitAmountSchema('The most')),
  bookedFrom: Type.Optional(daySchema),
  bookedTo: Type.Optional(daySchema),
  ageFrom: Type.Optional(ageSchema('At least these')),
  ageTo: Type.Optional(ageSchema('At most these')),
  customerId: Type.Optional({ ...customerIdSchema, description: 'Of the best suggestion.' }),
  assignee: Type.Optional({ ...nameSchema, description: 'Whom a colleague asked.' }),
  isAssigned: Type.Optional(Type.Boolean({ description: '`false`: nobody in particular was asked.' })),
  isClaimed: Type.Optional(Type.Boolean({ description: 'Whether somebody has it open at the moment.' })),
  text: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '^[^\\u0000]*$',
      description: 'Words (8 at most) that all occur in the name of the payer or in the remittance, in any case.',
      examples: ['martin F-2026'],
    }),
  ),
};
const queueFilterSchema = strictObject(queueFilters);

export const queueSorts = {
  sort: Type.Optional(
    oneOf(['bookingDate', 'age', 'amount'], {
      description: '`age` is `bookingDate` turned round. `amount` is what is left, and needs a `currency`.',
    }),
  ),
  order: Type.Optional(
    oneOf(['ascending', 'descending'], { description: 'Unless said: the oldest and the greatest first.' }),
  ),
};

/**
 * @param today - ages count from it.
 * @throws ApiError `api.currency_missing`, `api.request_invalid`
 */
export function toQueueFilter(asked: Static<typeof queueFilterSchema>, today: LocalDate): QueueFilter {
  const { currency, amountFrom, amountTo, ageFrom, ageTo, bookedFrom, bookedTo, ...rest } = asked;
  if (currency === undefined && (amountFrom !== undefined || amountTo !== undefined))
    throw new ApiError('api.currency_missing');
  const bookedBefore = ageFrom === undefined ? undefined : addDays(today, -ageFrom);
  const bookedSince = ageTo === undefined ? undefined : addDays(today, -ageTo);
  return {
    ...rest,
    currency: currency === undefined ? undefined : currencyOf(currency),
    fromMinor: minorOf(amountFrom, currency),
    toMinor: minorOf(amountTo, currency),
    bookedFrom: later(bookedFrom, bookedSince),
    bookedTo: earlier(bookedTo, bookedBefore),
  };
}

const later = (a: LocalDate | undefined, b: LocalDate | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a;
const earlier = (a: LocalDate | undefined, b: LocalDate | undefined) =>
  a === undefined || (b !== undefined && b < a) ? b : a;

function currencyOf(code: string): CurrencyCode {
  const parsed = parseCurrency(code);
  if (!parsed.ok) throw new ApiError('api.request_invalid');
  return parsed.value;
}

function minorOf(decimal: string | undefined, currency = ''): bigint | undefined {
  if (decimal === undefined) return undefined;
  const parsed = parseAmount(decimal, currency);
  if (!parsed.ok) throw new ApiError('api.request_invalid');
  return parsed.value.minor;
}

/** @throws ApiError `api.currency_missing` */
export function toQueueRequest(
  { sort = 'bookingDate', order, currency }: QueueSortAsked,
  page: PageRequest,
): QueueRequest {
  if (sort === 'amount' && currency === undefined) throw new ApiError('api.currency_missing');
  const byAmount = { ...page, sort: 'amount', direction: order } as const;
  if (sort === 'amount') return byAmount;
  // The older, the more days.
  const turned = { ascending: 'descending', descending: 'ascending' } as const;
  const direction = sort === 'age' && order !== undefined ? turned[order] : order;
  return { ...page, sort: 'booking_date', direction };
}
type QueueSortAsked = Readonly<{
  sort?: 'bookingDate' | 'age' | 'amount';
  order?: 'ascending' | 'descending';
  currency?: string;
}>;

export const claimSchema = strictObject(
  { actor: textSchema, claimedUntil: instantText },
  { $id: 'PaymentClaim', description: 'Who has a payment open, and until when: courtesy, no lock.' },
);
export const assignmentSchema = strictObject(
  { assignee: nullableText, question: nullableText, assignedBy: textSchema, assignedAt: instantText },
  { $id: 'PaymentAssignment', description: 'Whom a colleague asked to decide; `assignee` null: nobody in particular.' },
);

export const waitingCommandSchema = strictObject(
  {
    id: uuidSchema,
    kind: commandKindSchema,
    author: textSchema,
    reason: textSchema,
    limits: waitingApprovalSchema.properties.reasons,
    requestedAt: instantText,
  },
  { $id: 'WaitingCommand', description: 'What was asked for a payment and waits for a second person, and why.' },
);

const mostDocuments = 20;
export const suggestionSchema = strictObject(
  {
    index: Type.Integer({ minimum: 0, description: 'Its place: 0 is the best. What accepts or declines it names it.' }),
    selection: oneOf(selections),
    amountClass: oneOf(amountClasses),
    payer: oneOf(payerLevels),
    cell: Type.String({ description: 'The kind of evidence, in words.', examples: ['named full exact iban'] }),
    rivals: countSchema,
    customer: nullableObject(strictObject({ id: uuidSchema, code: textSchema, name: textSchema })),
    currency: Type.String({ description: 'Of the items.' }),
    lineCount: countSchema,
    documents: Type.Array(textSchema, { description: `Document numbers, the first ${mostDocuments}.` }),
    writeOff: nullableObject(writeOffSchema),
    unapplied: decimalSchema,
  },
  {
    $id: 'Suggestion',
    description:
      'What the engine suggests, in short; `GET …/payments/{paymentId}/proposals` has its lines and evidence.',
  },
);

export const queuedPaymentSchema = strictObject(
  {
    payment: shared(paymentSchema),
    bankAccount: strictObject({ identifier: textSchema, name: textSchema }),
    ageDays: Type.Integer({ description: 'Since the payment was booked.' }),
    reason: reviewReasonSchema,
    claim: nullableObject(shared(claimSchema)),
    assignment: nullableObject(shared(assignmentSchema)),
    waitingCommands: Type.Array(shared(waitingCommandSchema), {
      description: 'The oldest first; `GET …/approvals/{id}` has all of each.',
    }),
    suggestions: Type.Array(shared(suggestionSchema), {
      description: 'Best first, three at most; none when nothing was found.',
    }),
    failedGates: Type.Array(reviewReasonSchema, { description: 'What no score overrides, and did not hold.' }),
    searched: nullableObject(searchedSchema),
  },
  { $id: 'QueuedPayment', description: 'A payment that waits for a person, what is suggested, and who is at it.' },
);

export const reviewCountsSchema = strictObject(
  {
    paymentCount: countSchema,
    isComplete: Type.Boolean({ description: 'False: there are more; counting stopped.' }),
    reasons: Type.Array(strictObject({ reason: reviewReasonSchema, paymentCount: countSchema }), {
      description: 'The reasons that occur, most frequent first.',
    }),
  },
  { $id: 'ReviewCounts', description: 'How many payments wait, by reason.' },
);

export const queueSchemas = [
  claimSchema,
  assignmentSchema,
  waitingCommandSchema,
  suggestionSchema,
  queuedPaymentSchema,
  reviewCountsSchema,
];

export const toClaim = ({ actor, claimedUntil }: PaymentClaim): Static<typeof claimSchema> => ({
  actor,
  claimedUntil: claimedUntil.toISOString(),
});

const toWaitingCommand = ({
  limits,
  requestedAt,
  ...command
}: WaitingCommand): Static<typeof waitingCommandSchema> => ({
  ...command,
  limits: [...limits],
  requestedAt: requestedAt.toISOString(),
});

export function toSuggestion(
  { lines, selection, amountClass, payer, cell, rivals, currency, writeOff, unapplied }: Proposal,
  index: number,
  customer: CustomerName | null,
): Static<typeof suggestionSchema> {
  const documents = lines.slice(0, mostDocuments).map(({ documentNumber }) => documentNumber);
  const grounds = { selection, amountClass, payer, cell, rivals };
  return { index, ...grounds, customer, currency, lineCount: lines.length, documents, writeOff, unapplied };
}

export const toQueuedPayment =
  (today: LocalDate) =>
  (queued: QueuedPayment): Static<typeof queuedPaymentSchema> => {
    const { payment, bankAccount, reason, claim, assignment, suggestions, customers, failedGates, searched } = queued;
    const { waitingCommands } = queued;
    return {
      payment: toPayment(payment),
      bankAccount,
      ageDays: daysBetween(payment.bookingDate, today),
      reason,
      claim: claim === null ? null : toClaim(claim),
      assignment: assignment === null ? null : { ...assignment, assignedAt: assignment.assignedAt.toISOString() },
      waitingCommands: waitingCommands.map(toWaitingCommand),
      suggestions: suggestions.map((proposal, index) =>
        toSuggestion(proposal, index, customers.find(({ id }) => id === proposal.customerId) ?? null),
      ),
      failedGates: [...failedGates],
      searched,
    };
  };
