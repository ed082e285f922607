/** Proposes for one range of payments against the shared partition. Certificates go to staging, outlooks go back. */
import type { PoolClient } from 'pg';
import { stageCertificates } from '../../ledger/commands/record-decisions.ts';
import { readDeclinedPairs, readSeenPayments, type PaymentRange } from '../../ledger/queries/waiting-payments.ts';
import { inLedger } from '../../ledger/transaction.ts';
import { openProposer, type Outlook } from '../../matching/propose.ts';
import { partitionOf, type MatchingTask } from './matching-task.ts';
import { threadPool } from './thread-pool.ts';

export type ProposeTask = MatchingTask & Readonly<{ range: PaymentRange }>;

export default async function propose(task: ProposeTask): Promise<readonly Outlook[]> {
  const { serviceUrl, ledgerId, runId, seen, policy, columns, declinedSince, snapshotId, range } = task;
  const proposer = openProposer(partitionOf(task), columns.itemResiduals, policy);
  const read = async (tx: PoolClient): Promise<readonly Outlook[]> => {
    const payments = await readSeenPayments(tx, ledgerId, seen, range);
    const declined = await readDeclinedPairs(tx, ledgerId, payments, declinedSince);
    const stage = stageCertificates(tx, ledgerId, runId);
    const outlooks: Outlook[] = [];
    for (const payment of payments) {
      const { certificate, outlook } = proposer.propose(payment, declined.get(payment.id));
      await stage.add(certificate, payment);
      outlooks.push(outlook);
    }
    await stage.end();
    return outlooks;
  };
  return inLedger(threadPool(serviceUrl), ledgerId, read, { snapshotId });
}
