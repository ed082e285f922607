/** What a run suggests for a payment, beside the items as they stand now. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Pool } from 'pg';
import type { CustomerId, LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { MatchCertificate, Proposal } from '../../domain/match.ts';
import type { Money } from '../../domain/money.ts';
import { LedgerError } from '../errors.ts';
import { arithmeticOf, isStanding, type ProposalArithmetic } from '../plan/proposal-standing.ts';
import { matchDecisions, matchRuns, openItems, payments } from '../schema.ts';
import { amountOf, document, readLedger, typed, type Orm } from './orm.ts';
import { paymentSelection, standingDecision, type PaymentRecord } from './payments.ts';
import { readCustomerNames, type CustomerName } from './review-queue.ts';

/** An item of a suggestion as it stands now. */
export type ProposedItem = Readonly<{
  id: OpenItemId;
  residual: Money;
  disputed: Money;
  issueDate: LocalDate;
  dueDate: LocalDate;
}>;

export type StandingProposal = Readonly<{
  /** Its place in the certificate: 0 was chosen, 1 is the runner-up. */
  index: number;
  proposal: Proposal;
  customer: CustomerName | null;
  arithmetic: ProposalArithmetic;
  items: readonly ProposedItem[];
  /** Payment and items still are as it saw them. */
  isStanding: boolean;
}>;

type DecidedBy = Readonly<{ id: MatchRunId; runNumber: number; decidedAt: Date }>;

export type PaymentProposals = Readonly<{
  payment: PaymentRecord;
  /** Null, without proposals, while no run has looked at the payment. */
  decided: Readonly<{ run: DecidedBy; certificate: MatchCertificate }> | null;
  /** Best first. */
  proposals: readonly StandingProposal[];
}>;

/** @throws LedgerError `ledger.not_found` */
export async function readProposals(pool: Pool, ledgerId: LedgerId, paymentId: PaymentId): Promise<PaymentProposals> {
  return readLedger(pool, ledgerId, async (orm) => {
    const { run, certificate, ...payment } = await findDecided(orm, ledgerId, paymentId);
    if (run === null || certificate === null) return { payment, decided: null, proposals: [] };
    const { chosen, alternatives } = certificate;
    // A payment for which nothing was chosen has no runner-up either; its places count from 1, as those of a command.
    const placed = [chosen, ...alternatives].flatMap((proposal, index) =>
      proposal === null ? [] : [{ proposal, index }],
    );
    const items = await readItems(
      orm,
      ledgerId,
      placed.flatMap(({ proposal }) => proposal.lines.map(({ openItemId }) => openItemId)),
    );
    const customerIds = placed.flatMap(({ proposal: { customerId } }) => (customerId === null ? [] : [customerId]));
    const customers = await readCustomerNames(orm, ledgerId, customerIds);
    const stand = standingOf(certificate, payment, items, customers);
    return { payment, decided: { run, certificate }, proposals: placed.map(stand) };
  });
}

/** Of the decision that stands. @throws LedgerError `ledger.not_found`, for a payment that no run has looked at too. */
export async function findCertificate(
  pool: Pool,
  ledgerId: LedgerId,
  paymentId: PaymentId,
): Promise<Readonly<{ run: DecidedBy; certificate: MatchCertificate }>> {
  return readLedger(pool, ledgerId, async (orm) => {
    const { run, certificate } = await findDecided(orm, ledgerId, paymentId);
    if (run === null || certificate === null) throw new LedgerError('ledger.not_found', { certificateOf: paymentId });
    return { run, certificate };
  });
}

async function findDecided(orm: Orm, ledgerId: LedgerId, paymentId: PaymentId) {
  const [row] = await orm
    .select({
      ...paymentSelection,
      run: { id: typed<MatchRunId>(matchRuns.id), runNumber: matchRuns.runNumber, decidedAt: matchRuns.decidedAt },
      certificate: document<MatchCertificate | null>(matchDecisions.certificate),
    })
    .from(payments)
    .leftJoin(matchDecisions, standingDecision)
    .leftJoin(
      matchRuns,
      and(eq(matchRuns.ledgerId, matchDecisions.ledgerId), eq(matchRuns.id, matchDecisions.matchRunId)),
    )
    .where(and(eq(payments.ledgerId, ledgerId), eq(payments.id, paymentId)));
  if (row === undefined) throw new LedgerError('ledger.not_found', { payment: paymentId });
  return row;
}

async function readItems(
  orm: Orm,
  ledgerId: LedgerId,
  ids: readonly OpenItemId[],
): Promise<ReadonlyMap<OpenItemId, ProposedItem>> {
  if (ids.length === 0) return new Map();
  const rows = await orm
    .select({
      id: typed<OpenItemId>(openItems.id),
      residual: amountOf(openItems.residualMinor, openItems.currency),
      disputed: amountOf(openItems.disputedMinor, openItems.currency),
      issueDate: typed<LocalDate>(openItems.issueDate),
      dueDate: typed<LocalDate>(openItems.dueDate),
    })
    .from(openItems)
    .where(and(eq(openItems.ledgerId, ledgerId), inArray(openItems.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row]));
}

const standingOf =
  (
    certificate: MatchCertificate,
    { unapplied }: PaymentRecord,
    items: ReadonlyMap<OpenItemId, ProposedItem>,
    customers: ReadonlyMap<CustomerId, CustomerName>,
  ) =>
  ({ proposal, index }: Readonly<{ proposal: Proposal; index: number }>): StandingProposal => {
    const own = proposal.lines.flatMap(({ openItemId }) => items.get(openItemId) ?? []);
    const residuals = new Map(own.map(({ id, residual }) => [id, residual.minor]));
    return {
      index,
      proposal,
      customer: proposal.customerId === null ? null : (customers.get(proposal.customerId) ?? null),
      arithmetic: arithmeticOf(certificate, proposal),
      items: own,
      isStanding: isStanding(certificate, proposal, unapplied, residuals),
    };
  };
