/** The payments that wait for a person, each with what the engine would suggest and what it found missing. */
import { and, asc, eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import type { MatchCertificate, Proposal, ReviewReason } from '../../domain/match.ts';
import { matchDecisions, payments } from '../schema.ts';
import { document, readLedger, rowCount, typed } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';
import { paymentSelection, standingDecision, type PaymentRecord } from './payments.ts';

export type QueuedPayment = Readonly<{
  payment: PaymentRecord;
  reason: ReviewReason;
  /** Best first: what the certificate chose, then its alternatives. */
  suggestions: readonly Proposal[];
  /** The gates that the payment did not pass. */
  failedGates: readonly ReviewReason[];
  searched: MatchCertificate['searched'] | null;
}>;

type ReviewCount = Readonly<{ reason: ReviewReason; paymentCount: number }>;

const isQueued = eq(payments.status, 'in_review');

/** Oldest booking date first. */
export async function listReviewQueue(
  pool: Pool,
  ledgerId: LedgerId,
  { reason }: Readonly<{ reason?: ReviewReason | undefined }>,
  request: PageRequest,
): Promise<Page<QueuedPayment>> {
  const page = seek({ columns: [payments.bookingDate, payments.id], direction: 'ascending' }, request);
  const ofReason = reason === undefined ? undefined : eq(payments.reviewReason, reason);
  const rows = await readLedger(pool, ledgerId, (orm) =>
    orm
      .select({
        ...paymentSelection,
        reason: typed<ReviewReason>(payments.reviewReason),
        certificate: document<MatchCertificate | null>(matchDecisions.certificate),
      })
      .from(payments)
      .leftJoin(matchDecisions, standingDecision)
      .where(and(eq(payments.ledgerId, ledgerId), isQueued, ofReason, page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  const { items, next } = pageOf(rows, request, ({ bookingDate, id }) => [bookingDate, id]);
  return {
    items: items.map(({ reason, certificate, ...payment }) => ({ payment, reason, ...gist(certificate) })),
    next,
  };
}

/** What of a certificate a clerk needs beside the payment. */
function gist(certificate: MatchCertificate | null): Omit<QueuedPayment, 'payment' | 'reason'> {
  if (certificate === null) return { suggestions: [], failedGates: [], searched: null };
  const { chosen, alternatives, gates, searched } = certificate;
  return {
    suggestions: chosen === null ? alternatives : [chosen, ...alternatives],
    failedGates: gates.filter(({ passed }) => !passed).map(({ gate }) => gate),
    searched,
  };
}

/** The reasons that occur, most frequent first. */
export async function countReviewQueue(pool: Pool, ledgerId: LedgerId): Promise<readonly ReviewCount[]> {
  const counts = await readLedger(pool, ledgerId, (orm) =>
    orm
      .select({ reason: typed<ReviewReason>(payments.reviewReason), paymentCount: rowCount })
      .from(payments)
      .where(and(eq(payments.ledgerId, ledgerId), isQueued))
      .groupBy(payments.reviewReason)
      .orderBy(asc(payments.reviewReason)),
  );
  return counts.toSorted((a, b) => b.paymentCount - a.paymentCount);
}
