/** Match runs and how far each is applied. */
import { and, eq, sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import { LedgerError } from '../errors.ts';
import { matchChunks, matchRunCancellations, matchRuns } from '../schema.ts';
import { readLedger, rowCount, typed, type Orm } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';

/** Applied wholly when `appliedChunkCount` = `chunkCount`. */
export type MatchRunRecord = Readonly<{
  id: MatchRunId;
  runNumber: number;
  currency: CurrencyCode;
  engine: string;
  decidedAt: Date;
  /** Payments that the run decided on. */
  paymentCount: number;
  chunkCount: number;
  appliedChunkCount: number;
  /** So far: payments applied, and payments put into the review queue. */
  appliedCount: number;
  reviewCount: number;
  /** A person stopped it: its other chunks are never applied. */
  cancelled: Readonly<{ actor: string; cancelledAt: Date }> | null;
}>;

/** Latest run first. */
export async function listMatchRuns(
  pool: Pool,
  ledgerId: LedgerId,
  request: PageRequest,
): Promise<Page<MatchRunRecord>> {
  const page = seek({ columns: [matchRuns.runNumber], direction: 'descending' }, request);
  const rows = await readLedger(pool, ledgerId, (orm) =>
    selectRuns(orm)
      .where(and(eq(matchRuns.ledgerId, ledgerId), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  return pageOf(rows, request, ({ runNumber }) => [runNumber]);
}

/** @throws LedgerError `ledger.not_found` */
export async function findMatchRun(pool: Pool, ledgerId: LedgerId, matchRunId: MatchRunId): Promise<MatchRunRecord> {
  const [run] = await readLedger(pool, ledgerId, (orm) =>
    selectRuns(orm).where(and(eq(matchRuns.ledgerId, ledgerId), eq(matchRuns.id, matchRunId))),
  );
  if (run === undefined) throw new LedgerError('ledger.not_found', { matchRun: matchRunId });
  return run;
}

function selectRuns(orm: Orm) {
  const progress = orm
    .select({
      chunkCount: rowCount.as('applied_chunk_count'),
      appliedCount: sql<number>`coalesce(sum(${matchChunks.appliedCount}), 0)::int`.as('applied_payment_count'),
      reviewCount: sql<number>`coalesce(sum(${matchChunks.reviewCount}), 0)::int`.as('review_payment_count'),
    })
    .from(matchChunks)
    .where(and(eq(matchChunks.ledgerId, matchRuns.ledgerId), eq(matchChunks.matchRunId, matchRuns.id)))
    .as('progress');
  return orm
    .select({
      id: typed<MatchRunId>(matchRuns.id),
      runNumber: matchRuns.runNumber,
      currency: typed<CurrencyCode>(matchRuns.currency),
      engine: matchRuns.engine,
      decidedAt: matchRuns.decidedAt,
      paymentCount: matchRuns.paymentCount,
      chunkCount: matchRuns.chunkCount,
      appliedChunkCount: progress.chunkCount,
      appliedCount: progress.appliedCount,
      reviewCount: progress.reviewCount,
      cancelled: { actor: matchRunCancellations.actor, cancelledAt: matchRunCancellations.cancelledAt },
    })
    .from(matchRuns)
    .innerJoinLateral(progress, sql`true`)
    .leftJoin(
      matchRunCancellations,
      and(eq(matchRunCancellations.ledgerId, matchRuns.ledgerId), eq(matchRunCancellations.matchRunId, matchRuns.id)),
    );
}
