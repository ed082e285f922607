import type { PoolClient } from 'pg';
import type { LedgerId, MatchRunId, PaymentId } from '../../domain/ids.ts';
import type { MatchCertificate, Proposal } from '../../domain/match.ts';
import { LedgerError } from '../errors.ts';

/** A suggestion by its place in the certificate of a run: 0 is the best. */
export type ProposalPlace = Readonly<{ paymentId: PaymentId; matchRunId: MatchRunId; index: number }>;

/** @throws LedgerError `ledger.not_found`. */
export async function readProposal(
  tx: PoolClient,
  ledgerId: LedgerId,
  { paymentId, matchRunId, index }: ProposalPlace,
): Promise<Proposal> {
  const { rows } = await tx.query<{ certificate: MatchCertificate }>(
    'select certificate from match_decision where ledger_id = $1 and match_run_id = $2 and payment_id = $3',
    [ledgerId, matchRunId, paymentId],
  );
  const [decision] = rows;
  const proposal = index === 0 ? decision?.certificate.chosen : decision?.certificate.alternatives[index - 1];
  if (proposal === undefined || proposal === null)
    throw new LedgerError('ledger.not_found', { payment: paymentId, proposal: String(index) });
  return proposal;
}
