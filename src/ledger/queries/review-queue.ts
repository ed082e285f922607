/** The payments that wait for a person, each with what the engine would suggest, what it found missing, and who is at it. */
import { and, asc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Pool } from 'pg';
import type { CustomerId, LedgerId } from '../../domain/ids.ts';
import type { MatchCertificate, Proposal, ReviewReason } from '../../domain/match.ts';
import {
  bankAccounts,
  customers,
  entries,
  matchDecisions,
  paymentAssignments,
  paymentClaims,
  payments,
} from '../schema.ts';
import { document, readLedger, rowCount, typed, type Orm } from './orm.ts';
import { pageOf, seek, type Direction, type Page, type PageRequest } from './page.ts';
import { paymentSelection, standingDecision, type PaymentRecord } from './payments.ts';
import { queueConditions, type QueueFilter } from './queue-filter.ts';
import { readWaitingCommands, type WaitingCommand } from './waiting-commands.ts';

/** Somebody has the payment open: courtesy, no lock. */
export type PaymentClaim = Readonly<{ actor: string; claimedUntil: Date }>;

/** Somebody was asked to decide; `assignee` null: nobody in particular, again. */
export type PaymentAssignment = Readonly<{
  assignee: string | null;
  question: string | null;
  assignedBy: string;
  assignedAt: Date;
}>;

export type CustomerName = Readonly<{ id: CustomerId; code: string; name: string }>;

export type QueuedPayment = Readonly<{
  payment: PaymentRecord;
  bankAccount: Readonly<{ identifier: string; name: string }>;
  reason: ReviewReason;
  claim: PaymentClaim | null;
  assignment: PaymentAssignment | null;
  /** What was asked for it and waits for a second person, the oldest first. */
  waitingCommands: readonly WaitingCommand[];
  /** Best first: what the certificate chose, then its alternatives. */
  suggestions: readonly Proposal[];
  /** Of the suggestions. */
  customers: readonly CustomerName[];
  /** The gates that the payment did not pass. */
  failedGates: readonly ReviewReason[];
  searched: MatchCertificate['searched'] | null;
}>;

export type ReviewCounts = Readonly<{
  /** The reasons that occur, most frequent first. */
  reasons: readonly Readonly<{ reason: ReviewReason; paymentCount: number }>[];
  paymentCount: number;
  /** False: there are more than were counted. */
  isComplete: boolean;
}>;

export type QueueSort = 'booking_date' | 'amount';

/** `direction` null: the one that a clerk starts with, oldest and greatest first. */
export type QueueRequest = PageRequest & Readonly<{ sort?: QueueSort; direction?: Direction | undefined }>;

/** By amount: what is left, compared within one currency, which the filter names. */
const sortColumns: Readonly<Record<QueueSort, readonly [PgColumn, PgColumn]>> = {
  booking_date: [payments.bookingDate, payments.id],
  amount: [payments.unappliedMinor, payments.id],
};

/** @param now - claims that ended before are not told. */
export async function listReviewQueue(
  pool: Pool,
  ledgerId: LedgerId,
  filter: QueueFilter,
  { sort = 'booking_date', direction = sort === 'amount' ? 'descending' : 'ascending', ...request }: QueueRequest,
  now: Date,
): Promise<Page<QueuedPayment>> {
  const page = seek({ columns: sortColumns[sort], direction }, request);
  return readLedger(pool, ledgerId, async (orm) => {
    const where = and(await queueConditions(orm, ledgerId, filter, now), page.where);
    const rows = await selectQueued(orm, ledgerId, choosePage(orm, where, page), now).orderBy(...page.orderBy);
    const { items, next } = pageOf(rows, request, ({ unapplied, bookingDate, id }) =>
      sort === 'amount' ? [String(unapplied.minor), id] : [bookingDate, id],
    );
    const queued = items.map(({ reason, certificate, bankAccount, claim, assignment, ...payment }): Queued => ({
      payment,
      bankAccount,
      reason,
      claim,
      assignment,
      ...gist(certificate),
    }));
    const named = await withCustomers(orm, ledgerId, queued);
    const waitingOf = await readWaitingCommands(orm, ledgerId, ids(queued));
    return { items: named.map((one) => ({ ...one, waitingCommands: waitingOf.get(one.payment.id) ?? [] })), next };
  });
}

type Queued = Omit<QueuedPayment, 'customers' | 'waitingCommands'>;
const ids = (queued: readonly Queued[]) => queued.map(({ payment }) => payment.id);

// First which, then what of them: joined before, a search that finds much would read the decisions of all that it finds.
const choosePage = (
  orm: Orm,
  where: SQL | undefined,
  { orderBy, limit }: Pick<ReturnType<typeof seek>, 'orderBy' | 'limit'>,
) =>
  orm
    .select({ id: payments.id })
    .from(payments)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit)
    .as('chosen');

function selectQueued(orm: Orm, ledgerId: LedgerId, chosen: ReturnType<typeof choosePage>, now: Date) {
  return orm
    .select({
      ...paymentSelection,
      reason: typed<ReviewReason>(payments.reviewReason),
      certificate: document<MatchCertificate | null>(matchDecisions.certificate),
      bankAccount: { identifier: bankAccounts.identifier, name: bankAccounts.name },
      claim: { actor: paymentClaims.actor, claimedUntil: paymentClaims.claimedUntil },
      assignment: {
        assignee: paymentAssignments.assignee,
        question: paymentAssignments.question,
        assignedBy: paymentAssignments.assignedBy,
        assignedAt: paymentAssignments.assignedAt,
      },
    })
    .from(chosen)
    .innerJoin(payments, and(eq(payments.ledgerId, ledgerId), eq(payments.id, chosen.id)))
    .innerJoin(entries, and(eq(entries.ledgerId, payments.ledgerId), eq(entries.id, payments.entryId)))
    .innerJoin(
      bankAccounts,
      and(eq(bankAccounts.ledgerId, entries.ledgerId), eq(bankAccounts.id, entries.bankAccountId)),
    )
    .leftJoin(matchDecisions, standingDecision)
    .leftJoin(
      paymentClaims,
      and(
        eq(paymentClaims.ledgerId, payments.ledgerId),
        eq(paymentClaims.paymentId, payments.id),
        gt(paymentClaims.claimedUntil, now),
      ),
    )
    .leftJoin(
      paymentAssignments,
      and(eq(paymentAssignments.ledgerId, payments.ledgerId), eq(paymentAssignments.paymentId, payments.id)),
    );
}

/** What of a certificate a clerk needs beside the payment. */
function gist(certificate: MatchCertificate | null): Pick<QueuedPayment, 'suggestions' | 'failedGates' | 'searched'> {
  if (certificate === null) return { suggestions: [], failedGates: [], searched: null };
  const { chosen, alternatives, gates, searched } = certificate;
  return {
    suggestions: chosen === null ? alternatives : [chosen, ...alternatives],
    failedGates: gates.filter(({ passed }) => !passed).map(({ gate }) => gate),
    searched,
  };
}

/** The names of all customers that the page suggests, in one question. */
async function withCustomers(
  orm: Orm,
  ledgerId: LedgerId,
  queued: readonly Queued[],
): Promise<readonly Omit<QueuedPayment, 'waitingCommands'>[]> {
  const idsOf = ({ suggestions }: Pick<QueuedPayment, 'suggestions'>) =>
    suggestions.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
  const names = await readCustomerNames(orm, ledgerId, queued.flatMap(idsOf));
  return queued.map((one) => ({
    ...one,
    customers: [...new Set(idsOf(one))].flatMap((id) => names.get(id) ?? []),
  }));
}

export async function readCustomerNames(
  orm: Orm,
  ledgerId: LedgerId,
  ids: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, CustomerName>> {
  if (ids.length === 0) return new Map();
  const rows = await orm
    .select({ id: typed<CustomerId>(customers.id), code: customers.code, name: customers.name })
    .from(customers)
    .where(and(eq(customers.ledgerId, ledgerId), inArray(customers.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who counts on needs no more: a queue this long is not worked off by hand. */
const mostCounted = 100_000;

export async function countReviewQueue(
  pool: Pool,
  ledgerId: LedgerId,
  filter: QueueFilter,
  now: Date,
): Promise<ReviewCounts> {
  const rows = await readLedger(pool, ledgerId, async (orm) => {
    const counted = orm
      .select({ reason: sql<ReviewReason>`${payments.reviewReason}`.as('reason') })
      .from(payments)
      .where(await queueConditions(orm, ledgerId, filter, now))
      .limit(mostCounted + 1)
      .as('counted');
    return orm
      .select({ reason: counted.reason, paymentCount: rowCount })
      .from(counted)
      .groupBy(counted.reason)
      .orderBy(asc(counted.reason));
  });
  const found = rows.reduce((sum, { paymentCount }) => sum + paymentCount, 0);
  return {
    reasons: rows.toSorted((a, b) => b.paymentCount - a.paymentCount),
    paymentCount: found,
    isComplete: found <= mostCounted,
  };
}
