/**
 * What a run would decide, without one: certificates are staged as for a run, looked at, and forgotten. Nothing of the
 * books is written.
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import { askAlone } from '../../ledger/commands/decide-alone.ts';
import { clearStagedDecisions } from '../../ledger/commands/record-decisions.ts';
import { countDecided, type DecidedCounts } from '../../ledger/queries/decided-counts.ts';
import type { WorkContext } from '../work-context.ts';
import { nextRunOf, settlePayments, type Question, type Settled } from './settle-payments.ts';

/** Staging of those who ask; one asks at a time. */
export const askedRunId = 'dddddddd-0000-8000-8000-000000000000' as MatchRunId;

/**
 * Settles what is asked and hands over the outcome while its certificates are staged, under {@link askedRunId}; they are
 * gone afterwards.
 */
export async function askMatching<T>(
  context: WorkContext,
  question: Omit<Question, 'runId'>,
  look: (settled: Settled) => Promise<T>,
): Promise<T> {
  const { pool } = context;
  const { ledgerId } = question;
  return askAlone(pool, ledgerId, async () => {
    try {
      return await look(await settlePayments(context, { ...question, runId: askedRunId }));
    } finally {
      await clearStagedDecisions(pool, ledgerId, askedRunId);
    }
  });
}

export type DryRun = DecidedCounts & Readonly<{ paymentCount: number; appliedCount: number; reviewCount: number }>;

/** What a run would do now. */
export async function dryRunMatching(
  context: WorkContext,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<DryRun> {
  const question = await nextRunOf(context.pool, ledgerId, askedRunId, currency);
  return askMatching(context, question, async (settled) => {
    const { paymentCount, applied } = settled;
    const counts = await countDecided(context.pool, ledgerId, askedRunId, settled);
    return { paymentCount, appliedCount: applied.length, reviewCount: paymentCount - applied.length, ...counts };
  });
}
