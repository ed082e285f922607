/** A worker thread's task: looks at some lines of a company against columns that all threads share. */
import { openPartition, type Partition, type PartitionColumns } from '../../../src/matching/index/partition.ts';
import { everything } from '../../../src/matching/decision/verdict.ts';
import { openProposer, type Outlook } from '../../../src/matching/propose.ts';
import { readPayments, type ByteRange } from './payments.ts';

/** `residuals`: what is left of the items, in shared memory. */
export type ProposeLinesTask = Readonly<{
  folder: string;
  ranges: readonly ByteRange[];
  columns: PartitionColumns;
  residuals: Float64Array;
}>;

/** As in the service: answers about names are kept from task to task. */
let opened: Readonly<{ folder: string; partition: Partition }> | null = null;

/** Certificates are made, as for a ledger, and let go: storing them is not what is measured. */
export default function proposeLines({ folder, ranges, columns, residuals }: ProposeLinesTask): readonly Outlook[] {
  if (opened?.folder !== folder) opened = { folder, partition: openPartition(columns) };
  const proposer = openProposer(opened.partition, residuals, everything);
  return readPayments(folder, ranges).map((payment) => proposer.propose(payment).outlook);
}
