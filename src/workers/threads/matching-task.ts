/** What the tasks of matching have in common: the books that a thread looks at, as of one moment. */
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import type { PaymentsSeen } from '../../ledger/queries/waiting-payments.ts';
import type { MatchingPolicy } from '../../matching/decision/verdict.ts';
import { openPartition, type Partition, type PartitionColumns } from '../../matching/index/partition.ts';

export type MatchingTask = Readonly<{
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
}>;

/** What this thread opened last, as long as the collector lets it stand: answers about names are kept from task to task. */
let opened: Readonly<{ key: string; partition: WeakRef<Partition> }> | null = null;

/** One snapshot has one set of columns; each task brings other views of the same memory. */
export function partitionOf({ runId, snapshotId, columns }: MatchingTask): Partition {
  const key = `${runId} ${snapshotId}`;
  const known = opened?.key === key ? opened.partition.deref() : undefined;
  if (known !== undefined) return known;
  const partition = openPartition(columns);
  opened = { key, partition: new WeakRef(partition) };
  return partition;
}
