/** Payments as the bank booked them, what became of each, and why. */
import { and, eq, gte, lte } from 'drizzle-orm';
import type { Pool } from 'pg';
import type { LedgerId, MatchRunId, PaymentId, StatementId } from '../../domain/ids.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { InstructedAmount, MatchCertificate, ReviewReason } from '../../domain/match.ts';
import type { Money, Side } from '../../domain/money.ts';
import { LedgerError } from '../errors.ts';
import { bankAccounts, entries, matchDecisions, payments, statements } from '../schema.ts';
import { listAllocationsOfPayment, type AllocationRecord } from './allocations.ts';
import { amountOf, document, readLedger, typed, type Orm } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';

type PaymentStatus = 'received' | 'applied' | 'in_review';

export type PaymentRecord = Readonly<{
  id: PaymentId;
  status: PaymentStatus;
  reviewReason: ReviewReason | null;
  side: Side;
  amount: Money;
  /** What is left of the amount. */
  unapplied: Money;
  bookingDate: LocalDate;
  isReversal: boolean;
  returnReason: string | null;
  bankTransactionCode: string | null;
  /** Payments inside when the bank gave a batch without details. */
  batchCount: number | null;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  remittance: string[];
  creditorReference: string | null;
  endToEndId: string | null;
  /** Of a direct debit, and of its return. */
  mandateId: string | null;
  /** The run whose decision stands. */
  matchRunId: MatchRunId | null;
  /** Counts what became of it: a command is held to the one that was seen. */
  version: number;
}>;

/** Where the bank said it: the entry, its statement, its account. */
type PaymentSource = Readonly<{
  statementId: StatementId;
  bankStatementId: string | null;
  statementDate: LocalDate;
  sha256: string;
  bankAccount: string;
  /** From 0, in file order. */
  entryIndex: number;
  detailIndex: number;
  valueDate: LocalDate | null;
  accountServicerReference: string | null;
  additionalInformation: string | null;
}>;

export type PaymentHistory = PaymentRecord &
  Readonly<{
    source: PaymentSource;
    /** What the payer ordered in another currency. */
    instructed: InstructedAmount | null;
    allocations: readonly AllocationRecord[];
    /** Of the decision that stands; null while no run has looked at the payment. */
    certificate: MatchCertificate | null;
  }>;

/** Days are included at both ends. */
type PaymentFilter = Readonly<{
  status?: PaymentStatus | undefined;
  side?: Side | undefined;
  bookedFrom?: LocalDate | undefined;
  bookedTo?: LocalDate | undefined;
}>;

/** The columns of a {@link PaymentRecord}. */
export const paymentSelection = {
  id: typed<PaymentId>(payments.id),
  status: payments.status,
  reviewReason: typed<ReviewReason | null>(payments.reviewReason),
  side: payments.side,
  amount: amountOf(payments.amountMinor, payments.currency),
  unapplied: amountOf(payments.unappliedMinor, payments.currency),
  bookingDate: typed<LocalDate>(payments.bookingDate),
  isReversal: payments.isReversal,
  returnReason: payments.returnReason,
  bankTransactionCode: payments.bankTransactionCode,
  batchCount: payments.batchCount,
  counterpartyName: payments.counterpartyName,
  counterpartyIban: payments.counterpartyIban,
  remittance: payments.remittance,
  creditorReference: payments.creditorReference,
  endToEndId: payments.endToEndId,
  mandateId: payments.mandateId,
  matchRunId: typed<MatchRunId | null>(payments.matchRunId),
  version: payments.version,
};

/** Newest booking date first. */
export async function listPayments(
  pool: Pool,
  ledgerId: LedgerId,
  { status, side, bookedFrom, bookedTo }: PaymentFilter,
  request: PageRequest,
): Promise<Page<PaymentRecord>> {
  const page = seek({ columns: [payments.bookingDate, payments.id], direction: 'descending' }, request);
  const conditions = [
    eq(payments.ledgerId, ledgerId),
    status === undefined ? undefined : eq(payments.status, status),
    side === undefined ? undefined : eq(payments.side, side),
    bookedFrom === undefined ? undefined : gte(payments.bookingDate, bookedFrom),
    bookedTo === undefined ? undefined : lte(payments.bookingDate, bookedTo),
    page.where,
  ];
  const rows = await readLedger(pool, ledgerId, (orm) =>
    orm
      .select(paymentSelection)
      .from(payments)
      .where(and(...conditions))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  return pageOf(rows, request, ({ bookingDate, id }) => [bookingDate, id]);
}

/** @throws LedgerError `ledger.not_found` */
export async function findPayment(pool: Pool, ledgerId: LedgerId, paymentId: PaymentId): Promise<PaymentHistory> {
  return readLedger(pool, ledgerId, async (orm) => {
    const [row] = await selectHistory(orm, ledgerId, paymentId);
    if (row === undefined) throw new LedgerError('ledger.not_found', { payment: paymentId });
    const { ordered, ...payment } = row;
    const { minor, currency, rate } = ordered;
    const instructed = minor === null || currency === null ? null : { minor, currency, rate };
    return { ...payment, instructed, allocations: await listAllocationsOfPayment(orm, ledgerId, paymentId) };
  });
}

const selectHistory = (orm: Orm, ledgerId: LedgerId, paymentId: PaymentId) =>
  orm
    .select({
      ...paymentSelection,
      source: {
        statementId: typed<StatementId>(statements.id),
        bankStatementId: statements.bankStatementId,
        statementDate: typed<LocalDate>(statements.statementDate),
        sha256: statements.sha256,
        bankAccount: bankAccounts.identifier,
        entryIndex: entries.entryIndex,
        detailIndex: payments.detailIndex,
        valueDate: typed<LocalDate | null>(entries.valueDate),
        accountServicerReference: entries.accountServicerReference,
        additionalInformation: entries.additionalInformation,
      },
      ordered: {
        minor: payments.instructedMinor,
        currency: typed<CurrencyCode | null>(payments.instructedCurrency),
        rate: payments.exchangeRate,
      },
      certificate: document<MatchCertificate | null>(matchDecisions.certificate),
    })
    .from(payments)
    .innerJoin(entries, and(eq(entries.ledgerId, payments.ledgerId), eq(entries.id, payments.entryId)))
    .innerJoin(statements, and(eq(statements.ledgerId, entries.ledgerId), eq(statements.id, entries.statementId)))
    .innerJoin(
      bankAccounts,
      and(eq(bankAccounts.ledgerId, entries.ledgerId), eq(bankAccounts.id, entries.bankAccountId)),
    )
    .leftJoin(matchDecisions, standingDecision)
    .where(and(eq(payments.ledgerId, ledgerId), eq(payments.id, paymentId)));

/** A payment may have been looked at by many runs; one decision stands. */
export const standingDecision = and(
  eq(matchDecisions.ledgerId, payments.ledgerId),
  eq(matchDecisions.matchRunId, payments.matchRunId),
  eq(matchDecisions.paymentId, payments.id),
);
