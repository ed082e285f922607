/** Proposes for one range of payments against the shared partition. Certificates go to staging, claims go back. */
import { inLedger } from '../../ledger/transaction.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import { openPartition, type PartitionColumns } from '../../matching/partition.ts';
import { propose as proposePayment, type Claim } from '../../matching/propose.ts';
import { stageCertificates } from '../../ledger/commands/record-decisions.ts';
import { readWaitingPayments, type PaymentRange } from '../../ledger/queries/matching-input.ts';
import { threadPool } from './thread-pool.ts';

export type ProposeTask = Readonly<{
  serviceUrl: string;
  ledgerId: LedgerId;
  runId: MatchRunId;
  currency: CurrencyCode;
  range: PaymentRange;
  columns: PartitionColumns;
}>;

export type ProposedRange = Readonly<{ paymentCount: number; claims: readonly Claim[] }>;

export default async function propose(task: ProposeTask): Promise<ProposedRange> {
  const { serviceUrl, ledgerId, runId, currency, range, columns } = task;
  const partition = openPartition(columns);
  return inLedger(threadPool(serviceUrl), ledgerId, async (tx) => {
    const payments = await readWaitingPayments(tx, ledgerId, currency, range);
    const stage = stageCertificates(tx, ledgerId, runId);
    const claims: Claim[] = [];
    for (const payment of payments) {
      const { certificate, claim } = proposePayment(payment, partition);
      await stage.add(certificate);
      if (claim !== null) claims.push(claim);
    }
    await stage.end();
    return { paymentCount: payments.length, claims };
  });
}
