/**
 * Many suggestions accepted at once: each by a command of its own, with an id made of the key and the payment. Asked again
 * after a crash with the same key, what was done is answered and the rest is done.
 */
import type { Pool } from 'pg';
import type { LedgerId, MatchRunId, PaymentId } from '../../domain/ids.ts';
import type { MatchCertificate } from '../../domain/match.ts';
import type { Act } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { LedgerError, type Refusal } from '../errors.ts';
import { mayAcceptUnseen, type BulkRest, type SeenProposal } from '../plan/bulk-accept.ts';
import { inLedger } from '../transaction.ts';
import { carryOut, type CommandResult } from './carry-out.ts';

export type BulkAccept = Readonly<{ key: string; list: readonly SeenProposal[]; rest: BulkRest; reason: string }>;

export type BulkOutcome = Readonly<{ paymentId: PaymentId; commandId: string }> &
  (Readonly<{ state: CommandResult['state'] }> | Readonly<{ state: 'refused'; refusal: Refusal }>);

/**
 * One after the other, in the order of the list. A refusal of one is told and keeps no other from being done.
 *
 * @throws whatever is no refusal: then some may have been done; asking again with the same key goes on.
 */
export async function acceptInBulk(
  pool: Pool,
  ledgerId: LedgerId,
  { key, list, rest, reason }: BulkAccept,
  act: Act,
): Promise<readonly BulkOutcome[]> {
  const acceptable = await readAcceptable(pool, ledgerId, list);
  const outcomes: BulkOutcome[] = [];
  for (const seen of list) {
    const { paymentId } = seen;
    const commandId = contentId<string>('bulk_accept', key, paymentId);
    try {
      if (!acceptable.has(placeOf(seen))) throw new LedgerError('ledger.bulk_not_allowed', { payment: paymentId });
      const request = { ...seen, index: 0, rest };
      const { state } = await carryOut(
        pool,
        ledgerId,
        { id: commandId, kind: 'accept_proposal', reason, request },
        act,
      );
      outcomes.push({ paymentId, commandId, state });
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      outcomes.push({ paymentId, commandId, state: 'refused', refusal: error.refusal });
    }
  }
  return outcomes;
}

const placeOf = ({ paymentId, matchRunId }: Readonly<{ paymentId: PaymentId; matchRunId: MatchRunId }>): string =>
  `${matchRunId} ${paymentId}`;

/** Looked up again: the list comes from outside, and what runs wrote down does not change. */
async function readAcceptable(
  pool: Pool,
  ledgerId: LedgerId,
  list: readonly SeenProposal[],
): Promise<ReadonlySet<string>> {
  const { rows } = await inLedger(
    pool,
    ledgerId,
    (tx) =>
      tx.query<Readonly<{ paymentId: PaymentId; matchRunId: MatchRunId; certificate: MatchCertificate }>>(
        `select payment_id as "paymentId", match_run_id as "matchRunId", certificate from match_decision
         where ledger_id = $1 and (match_run_id, payment_id) in (select * from unnest($2::uuid[], $3::uuid[]))`,
        [ledgerId, list.map(({ matchRunId }) => matchRunId), list.map(({ paymentId }) => paymentId)],
      ),
    'snapshot',
  );
  return new Set(rows.filter(({ certificate }) => mayAcceptUnseen(certificate)).map(placeOf));
}
