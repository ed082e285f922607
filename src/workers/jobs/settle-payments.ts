/**
 * What is to become of all payments that wait in one currency: proposed in threads, then settled in rounds. After each
 * round the payments whose customers had something settled are looked at again, against what is left.
 */
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId, PaymentId } from '../../domain/ids.ts';
import { slices } from '../../domain/slices.ts';
import {
  clearStagedDecisions,
  type Demotion,
  type RunInputs,
  type SettledRun,
} from '../../ledger/commands/record-decisions.ts';
import { readAllowedDifferences } from '../../ledger/queries/allowed-differences.ts';
import type { PaymentRange } from '../../ledger/queries/waiting-payments.ts';
import { exportSnapshot, inLedger } from '../../ledger/transaction.ts';
import type { MatchingPolicy } from '../../matching/decision/verdict.ts';
import type { Outlook } from '../../matching/propose.ts';
import { openSettlement, type Settlement } from '../../matching/settle.ts';
import { matchingPolicyOf } from '../matching-policy.ts';
import { asStage } from '../stages.ts';
import type { WorkContext } from '../work-context.ts';
import type { MatchingTask } from '../threads/matching-task.ts';
import { loadPartition, type PartitionAsked } from './load-partition.ts';

/** What is asked: which books and payments, under which policy. Certificates are staged under `runId`. */
export type Question = PartitionAsked & Readonly<{ runId: MatchRunId; policy: MatchingPolicy }>;

export type Settled = SettledRun & Readonly<{ paymentCount: number; inputs: RunInputs }>;

/** What the next run of a currency asks: what waits now, under what the ledger allows by now. */
export async function nextRunOf(
  pool: Pool,
  ledgerId: LedgerId,
  runId: MatchRunId,
  currency: CurrencyCode,
): Promise<Question> {
  const policy = matchingPolicyOf(await readAllowedDifferences(pool, ledgerId, currency));
  return { ledgerId, runId, currency, seen: { by: 'next_run', currency }, asOf: null, policy };
}

/**
 * Leaves one certificate a payment in staging. Everything is read as of one moment, whatever is written meanwhile; the
 * outcome does not depend on threads, nor on the order of rows.
 */
export async function settlePayments(context: WorkContext, question: Question): Promise<Settled> {
  const { pool, onProgress } = context;
  const settle = async (reading: PoolClient): Promise<Settled> => {
    onProgress({ task: 'load', done: 0, total: null });
    await clearStagedDecisions(pool, question.ledgerId, question.runId);
    const loaded = await asStage('load', () => loadPartition(reading, context, question));
    const { columns, declinedSince, ranges } = loaded;
    const { serviceUrl } = context;
    const snapshotId = await exportSnapshot(reading);
    const task: MatchingTask = { ...question, serviceUrl, columns, declinedSince, snapshotId };
    const settlement = openSettlement(columns);
    const outlooks = await asStage('propose', () => proposeInThreads(context, task, ranges));
    for (const outlook of outlooks) settlement.add(outlook);
    onProgress({ task: 'settle', done: 0, total: null });
    const overtaken = await asStage('settle', () => settleInRounds(context, task, settlement, claimantsOf(outlooks)));
    const { auditSequence, inputsSha256 } = loaded;
    const inputs = { auditSequence, inputsSha256, policy: question.policy };
    return { paymentCount: outlooks.length, inputs, ...settledRun(settlement, overtaken) };
  };
  return inLedger(pool, question.ledgerId, settle, 'snapshot');
}

async function proposeInThreads(
  { threads, onProgress }: WorkContext,
  task: MatchingTask,
  ranges: readonly PaymentRange[],
): Promise<readonly Outlook[]> {
  onProgress({ task: 'propose', done: 0, total: ranges.length });
  let doneCount = 0;
  const proposed = await Promise.all(
    ranges.map(async (range) => {
      const outlooks = await threads.propose({ ...task, range });
      onProgress({ task: 'propose', done: (doneCount += 1), total: ranges.length });
      return outlooks;
    }),
  );
  return proposed.flat();
}

/** Payments whose staged certificate claims something. */
const claimantsOf = (outlooks: readonly Outlook[]): Set<PaymentId> =>
  new Set(outlooks.flatMap(({ paymentId, claim }) => (claim === null ? [] : [paymentId])));

/** Fewer are not worth a second thread. */
const fewestPerTask = 100;

/** @returns payments that claimed what another got, and for which nothing else was found. */
async function settleInRounds(
  { threads, paymentsPerTask }: WorkContext,
  task: MatchingTask,
  settlement: Settlement,
  claimants: Set<PaymentId>,
): Promise<ReadonlySet<PaymentId>> {
  const { residuals } = settlement;
  const overtaken = new Set<PaymentId>();
  for (;;) {
    const again = settlement.settleRound();
    if (again.length === 0) return overtaken;
    const asked = again.map((paymentId) => ({ paymentId, isClaimant: claimants.has(paymentId) }));
    const perThread = Math.max(fewestPerTask, Math.ceil(asked.length / threads.size));
    const parts = slices(asked, Math.min(paymentsPerTask, perThread));
    // All of a round before the next: what is left of the items stays as it is while threads look.
    const looks = await Promise.all(parts.map((part) => threads.lookAgain({ ...task, residuals, asked: part })));
    for (const { outlook, isOvertaken } of looks.flat()) {
      settlement.add(outlook);
      setMember(overtaken, outlook.paymentId, isOvertaken);
      setMember(claimants, outlook.paymentId, isOvertaken || outlook.claim !== null);
    }
  }
}

function setMember(ids: Set<PaymentId>, id: PaymentId, isMember: boolean): void {
  if (isMember) ids.add(id);
  else ids.delete(id);
}

function settledRun(settlement: Settlement, overtaken: ReadonlySet<PaymentId>): SettledRun {
  const { applied, lost } = settlement.result();
  const demotions = [...overtaken].map((paymentId): Demotion => ({ paymentId, reason: 'item_taken_by_other_payment' }));
  return {
    applied: applied.map(({ paymentId, round, writeOff, basis }) => ({ paymentId, round, writeOff, basis })),
    lines: applied.flatMap(({ paymentId, lines }) =>
      lines.map(({ openItemId, residualMinor, clearedMinor }) => ({
        paymentId,
        openItemId,
        residualMinor,
        clearedMinor,
      })),
    ),
    demotions: [...lost, ...demotions].toSorted((a, b) => (a.paymentId < b.paymentId ? -1 : 1)),
  };
}
