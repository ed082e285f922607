import type { Pool } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';

/**
 * When the latest new file came from a source. A file that came again counts from its first time, and one that lies in
 * quarantine does not count: neither tells anything of the day.
 */
export async function lastArrivalOf(pool: Pool, ledgerId: LedgerId, source: string): Promise<Date | null> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const { rows } = await tx.query<{ last: Date | null }>(
        `select max(first) as last from (
           select min(a.arrived_at) as first from statement_file_arrival a
           join statement_file f on f.ledger_id = a.ledger_id and f.sha256 = a.sha256
           where a.ledger_id = $1 and a.source = $2 and f.state not in ('quarantined', 'discarded')
           group by a.sha256
         ) arrivals`,
        [ledgerId, source],
      );
      return rows[0]?.last ?? null;
    },
    'snapshot',
  );
}
