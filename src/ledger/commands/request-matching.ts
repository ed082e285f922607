import type { Pool } from 'pg';
import { inLedger } from '../transaction.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { enqueueMatching } from './enqueue-matching.ts';

/**
 * Asks for a run of every currency that has unapplied payments. Asking again while one waits is asking once.
 *
 * @returns those currencies, sorted; none when nothing is unapplied.
 */
export async function requestMatching(pool: Pool, ledgerId: LedgerId): Promise<readonly CurrencyCode[]> {
  return inLedger(pool, ledgerId, async (tx) => {
    await enqueueMatching(tx, ledgerId);
    const { rows } = await tx.query<{ currency: CurrencyCode }>(
      'select distinct currency from payment where ledger_id = $1 and unapplied_minor > 0 order by currency',
      [ledgerId],
    );
    return rows.map(({ currency }) => currency);
  });
}
