/** A worker thread's task: proposes for some lines of a company against columns that all threads share. */
import { openPartition, type PartitionColumns } from '../../../src/matching/index/partition.ts';
import { everything } from '../../../src/matching/decision/verdict.ts';
import { openProposer, type Outlook } from '../../../src/matching/propose.ts';
import { readPayments, type ByteRange } from './payments.ts';

export type ProposeLinesTask = Readonly<{ folder: string; range: ByteRange; columns: PartitionColumns }>;

/** Certificates are made, as for a ledger, and let go: storing them is not what is measured. */
export default function proposeLines({ folder, range, columns }: ProposeLinesTask): readonly Outlook[] {
  const proposer = openProposer(openPartition(columns), columns.itemResiduals, everything);
  return readPayments(folder, range).map((payment) => proposer.propose(payment).outlook);
}
