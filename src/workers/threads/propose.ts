/** Proposes for one range of payments against the shared partition. Certificates go to staging, outlooks go back. */
import type { PoolClient } from 'pg';
import { inLedger } from '../../ledger/transaction.ts';
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import type { MatchingPolicy } from '../../matching/decision/verdict.ts';
import { openPartition, type Partition, type PartitionColumns } from '../../matching/index/partition.ts';
import { openProposer, type Outlook } from '../../matching/propose.ts';
import { stageCertificates } from '../../ledger/commands/record-decisions.ts';
import {
  readDeclinedPairs,
  readSeenPayments,
  type PaymentRange,
  type PaymentsSeen,
} from '../../ledger/queries/waiting-payments.ts';
import { threadPool } from './thread-pool.ts';

export type ProposeTask = Readonly<{
  serviceUrl: string;
  ledgerId: LedgerId;
  /** Under which certificates are staged. */
  runId: MatchRunId;
  seen: PaymentsSeen;
  policy: MatchingPolicy;
  columns: PartitionColumns;
  declinedSince: ReadonlySet<string>;
  /** Of the transaction that loaded the columns: payments are read as of the same moment. */
  snapshotId: string;
  range: PaymentRange;
}>;

/** What this thread opened last, as long as the collector lets it stand: answers about names are kept from range to range. */
let opened: Readonly<{ key: string; partition: WeakRef<Partition> }> | null = null;

/** One snapshot has one set of columns; each task brings other views of the same memory. */
function partitionOf({ runId, snapshotId, columns }: ProposeTask): Partition {
  const key = `${runId} ${snapshotId}`;
  const known = opened?.key === key ? opened.partition.deref() : undefined;
  if (known !== undefined) return known;
  const partition = openPartition(columns);
  opened = { key, partition: new WeakRef(partition) };
  return partition;
}

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
