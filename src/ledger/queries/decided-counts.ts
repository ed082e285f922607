import type { Pool } from 'pg';
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import type { ReviewReason } from '../../domain/match.ts';
import type { SettledRun } from '../commands/record-decisions.ts';
import { decidedKey, decidedRows, numberedPayments } from '../decided-rows.ts';
import { inLedger } from '../transaction.ts';

/** How many payments each rule applies and each reason keeps back, the most frequent first. */
export type DecidedCounts = Readonly<{
  rules: readonly Readonly<{ rule: string; count: number }>[];
  reasons: readonly Readonly<{ reason: ReviewReason; count: number }>[];
}>;

// Chunks are not looked at.
const anyChunkSize = 1_000;

/** Counts what the certificates staged under `runId` come to. */
export async function countDecided(
  pool: Pool,
  ledgerId: LedgerId,
  runId: MatchRunId,
  settled: SettledRun,
): Promise<DecidedCounts> {
  return inLedger(pool, ledgerId, async (tx) => {
    type Row = { rule: string; reason: null; count: number } | { rule: null; reason: ReviewReason; count: number };
    const { rows } = await tx.query<Row>(
      `with ${numberedPayments} select certificate ->> 'rule' as rule, reason, count(*)::int as count
       from (${decidedRows}) decided group by 1, 2 order by count desc, rule, reason`,
      decidedKey(ledgerId, runId, settled, anyChunkSize),
    );
    return {
      rules: rows.flatMap(({ rule, count }) => (rule === null ? [] : [{ rule, count }])),
      reasons: rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }])),
    };
  });
}
