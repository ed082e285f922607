/** Looks at payments again, against what the rounds so far left of the items, and replaces their staged certificates. */
import type { PoolClient } from 'pg';
import type { PaymentId } from '../../domain/ids.ts';
import { stageCertificates, unstageCertificates } from '../../ledger/commands/record-decisions.ts';
import { findSeenPayments, readDeclinedPairs } from '../../ledger/queries/waiting-payments.ts';
import { inLedger } from '../../ledger/transaction.ts';
import { openProposer, type Outlook } from '../../matching/propose.ts';
import { partitionOf, type MatchingTask } from './matching-task.ts';
import { threadPool } from './thread-pool.ts';

/** `isClaimant`: its staged certificate claims something. */
type Asked = Readonly<{ paymentId: PaymentId; isClaimant: boolean }>;

export type LookAgainTask = MatchingTask &
  Readonly<{
    /** What is left of the items, shared with the settlement, which changes it only while nobody looks. */
    residuals: Float64Array;
    asked: readonly Asked[];
  }>;

/** `isOvertaken`: another payment got what this one claimed, and nothing else is found for it. */
export type Look = Readonly<{ outlook: Outlook; isOvertaken: boolean }>;

/**
 * A payment that was overtaken keeps the certificate it has: it says what was claimed and why, where a new one would say
 * that nothing was found.
 */
export default async function lookAgain(task: LookAgainTask): Promise<readonly Look[]> {
  const { serviceUrl, ledgerId, runId, snapshotId, policy, residuals, asked } = task;
  const pool = threadPool(serviceUrl);
  const proposer = openProposer(partitionOf(task), residuals, policy);
  const claimants = new Set(asked.filter(({ isClaimant }) => isClaimant).map(({ paymentId }) => paymentId));
  const looks = await inLedger(pool, ledgerId, (tx) => readAsked(tx, task), { snapshotId });
  const looked = looks.map(({ payment, declined }) => {
    const { certificate, outlook } = proposer.propose(payment, declined);
    return { payment, certificate, outlook, isOvertaken: certificate.chosen === null && claimants.has(payment.id) };
  });
  const renewed = looked.filter(({ isOvertaken }) => !isOvertaken);
  // Not as of the snapshot: what is replaced was staged behind it.
  await inLedger(pool, ledgerId, async (tx) => {
    await unstageCertificates(
      tx,
      ledgerId,
      runId,
      renewed.map(({ payment }) => payment.id),
    );
    const stage = stageCertificates(tx, ledgerId, runId);
    for (const { certificate, payment } of renewed) await stage.add(certificate, payment);
    await stage.end();
  });
  return looked.map(({ outlook, isOvertaken }) => ({ outlook, isOvertaken }));
}

async function readAsked(tx: PoolClient, { ledgerId, seen, declinedSince, asked }: LookAgainTask) {
  const ids = asked.map(({ paymentId }) => paymentId);
  const payments = await findSeenPayments(tx, ledgerId, seen, ids);
  const declined = await readDeclinedPairs(tx, ledgerId, payments, declinedSince);
  return payments.map((payment) => ({ payment, declined: declined.get(payment.id) }));
}
