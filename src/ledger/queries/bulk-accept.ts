/** What accepting the suggestions of a kind would do: looked at before it is done. */
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type {
  AmountClass,
  MatchCertificate,
  PayerLevelName,
  Proposal,
  ReferenceLevelName,
  Selection,
} from '../../domain/match.ts';
import type { Money } from '../../domain/money.ts';
import { bulkReasons, bulkToken, mayAcceptUnseen, type BulkRest, type SeenProposal } from '../plan/bulk-accept.ts';
import { arithmeticOf, isStanding, type ProposalArithmetic } from '../plan/proposal-standing.ts';
import { matchDecisions, openItems, payments } from '../schema.ts';
import { amountOf, document, readLedger, typed, type Orm } from './orm.ts';
import { standingDecision } from './payments.ts';
import { queueConditions, type QueueFilter } from './queue-filter.ts';
import { readCustomerNames, type CustomerName } from './review-queue.ts';

/** Of the best suggestion; what is absent does not matter. */
export type EvidenceClass = Readonly<{
  cell?: string | undefined;
  selection?: Selection | undefined;
  reference?: ReferenceLevelName | undefined;
  amountClass?: AmountClass | undefined;
  payer?: PayerLevelName | undefined;
}>;

export type BulkPreviewAsked = Readonly<{
  filter: QueueFilter;
  evidence: EvidenceClass;
  rest: BulkRest;
  /** At most so many suggestions. */
  limit: number;
}>;

export type BulkCandidate = SeenProposal &
  Readonly<{
    unapplied: Money;
    counterpartyName: string | null;
    customer: CustomerName | null;
    proposal: Proposal;
    arithmetic: ProposalArithmetic;
  }>;

/** Sums of what would be done, in the currency of the payments. */
export type BulkSum = Readonly<{
  currency: CurrencyCode;
  paymentCount: number;
  paidMinor: bigint;
  writtenOffMinor: bigint;
  leftOverMinor: bigint;
}>;

export type BulkPreview = Readonly<{
  /** See {@link bulkToken}. */
  token: string;
  /** The oldest booking date first. */
  list: readonly BulkCandidate[];
  sums: readonly BulkSum[];
  /** Of that kind, but left out: payment or items are no longer as the run saw them. */
  changedCount: number;
  /** Of that kind, but left out: somebody has to look at each. */
  keptCount: number;
  /** False: there are more than were looked at, or than the limit. */
  isComplete: boolean;
}>;

/** Certificates are read for it: of no more payments than this. */
const mostLookedAt = 5_000;

export async function previewBulkAccept(
  pool: Pool,
  ledgerId: LedgerId,
  { filter, evidence, rest, limit }: BulkPreviewAsked,
  now: Date,
): Promise<BulkPreview> {
  return readLedger(pool, ledgerId, async (orm) => {
    const where = and(
      await queueConditions(orm, ledgerId, filter, now),
      inArray(payments.reviewReason, [...bulkReasons]),
    );
    const lookedAt = await orm
      .select({ id: typed<PaymentId>(payments.id) })
      .from(payments)
      .where(where)
      .orderBy(asc(payments.bookingDate), asc(payments.id))
      .limit(mostLookedAt + 1);
    const rows = await selectOfKind(orm, ledgerId, lookedAt.slice(0, mostLookedAt), evidence).limit(limit + 1);
    const found = rows.slice(0, limit);
    const acceptable = found.filter(({ certificate }) => mayAcceptUnseen(certificate));
    const standing = await stillStanding(orm, ledgerId, acceptable);
    return {
      token: bulkToken(rest, standing),
      list: standing,
      sums: sumsOf(standing),
      changedCount: acceptable.length - standing.length,
      keptCount: found.length - acceptable.length,
      isComplete: rows.length <= limit && lookedAt.length <= mostLookedAt,
    };
  });
}

function selectOfKind(orm: Orm, ledgerId: LedgerId, lookedAt: readonly { id: PaymentId }[], evidence: EvidenceClass) {
  const chosen = sql`${matchDecisions.certificate} -> 'chosen'`;
  const asks = Object.entries(evidence).flatMap(([word, value]): readonly SQL[] =>
    value === undefined ? [] : [sql`${chosen} ->> ${word} = ${value}`],
  );
  return orm
    .select({
      paymentId: typed<PaymentId>(payments.id),
      matchRunId: typed<MatchRunId>(matchDecisions.matchRunId),
      version: payments.version,
      unapplied: amountOf(payments.unappliedMinor, payments.currency),
      counterpartyName: payments.counterpartyName,
      certificate: document<MatchCertificate>(matchDecisions.certificate),
    })
    .from(payments)
    .innerJoin(matchDecisions, standingDecision)
    .where(
      and(
        eq(payments.ledgerId, ledgerId),
        inArray(
          payments.id,
          lookedAt.map(({ id }) => id),
        ),
        sql`json_typeof(${chosen}) = 'object'`,
        ...asks,
      ),
    )
    .orderBy(asc(payments.bookingDate), asc(payments.id));
}

type Found = Omit<BulkCandidate, 'customer' | 'proposal' | 'arithmetic'> & Readonly<{ certificate: MatchCertificate }>;

async function stillStanding(orm: Orm, ledgerId: LedgerId, found: readonly Found[]): Promise<readonly BulkCandidate[]> {
  const proposals = found.flatMap(({ certificate: { chosen } }) => chosen ?? []);
  const residuals = await readResiduals(
    orm,
    ledgerId,
    proposals.flatMap(({ lines }) => lines.map(({ openItemId }) => openItemId)),
  );
  const customers = await readCustomerNames(
    orm,
    ledgerId,
    proposals.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])),
  );
  return found.flatMap(({ certificate, ...seen }): readonly BulkCandidate[] => {
    const { chosen } = certificate;
    if (chosen === null || !isStanding(certificate, chosen, seen.unapplied, residuals)) return [];
    const customer = chosen.customerId === null ? null : (customers.get(chosen.customerId) ?? null);
    return [{ ...seen, customer, proposal: chosen, arithmetic: arithmeticOf(certificate, chosen) }];
  });
}

async function readResiduals(
  orm: Orm,
  ledgerId: LedgerId,
  ids: readonly OpenItemId[],
): Promise<ReadonlyMap<OpenItemId, bigint>> {
  if (ids.length === 0) return new Map();
  const rows = await orm
    .select({ id: typed<OpenItemId>(openItems.id), residualMinor: openItems.residualMinor })
    .from(openItems)
    .where(and(eq(openItems.ledgerId, ledgerId), inArray(openItems.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, residualMinor }) => [id, residualMinor]));
}

function sumsOf(list: readonly BulkCandidate[]): readonly BulkSum[] {
  const currencies = [...new Set(list.map(({ unapplied }) => unapplied.currency))].toSorted();
  return currencies.map((currency) => {
    const own = list.filter(({ unapplied }) => unapplied.currency === currency);
    const sum = (minor: (arithmetic: ProposalArithmetic) => bigint) =>
      own.reduce((total, { arithmetic }) => total + minor(arithmetic), 0n);
    return {
      currency,
      paymentCount: own.length,
      paidMinor: sum(({ paid }) => paid.minor),
      writtenOffMinor: sum(({ writtenOff }) => writtenOff.minor),
      leftOverMinor: sum(({ leftOver }) => leftOver.minor),
    };
  });
}
