import type { Pool } from 'pg';
import { inLedger } from '../transaction.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { enqueue } from '../jobs.ts';

/**
 * Asks for a run of every currency that has unapplied payments, or of one of them. Asking again while one waits is asking
 * once.
 *
 * @param only - null: all.
 * @returns those currencies, sorted; none when nothing is unapplied.
 */
export async function requestMatching(
  pool: Pool,
  ledgerId: LedgerId,
  only: CurrencyCode | null,
): Promise<readonly CurrencyCode[]> {
  return inLedger(pool, ledgerId, async (tx) => {
    const { rows } = await tx.query<{ currency: CurrencyCode }>(
      `select distinct currency from payment
       where ledger_id = $1 and unapplied_minor > 0 and ($2::char(3) is null or currency = $2::char(3)) order by currency`,
      [ledgerId, only],
    );
    for (const { currency } of rows) await enqueue(tx, ledgerId, 'match', currency);
    return rows.map(({ currency }) => currency);
  });
}
