import type { Pool } from 'pg';
import type { LedgerId, PaymentId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';

const mostAnswers = 5;

/** @param prefix - a payment's id, or as much of its beginning as is written in a list; at most five answers. */
export async function findPaymentIds(pool: Pool, ledgerId: LedgerId, prefix: string): Promise<readonly PaymentId[]> {
  const written = prefix.toLowerCase();
  if (!/^[0-9a-f-]{1,36}$/.test(written)) return [];
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const { rows } = await tx.query<{ id: PaymentId }>(
        `select id from payment where ledger_id = $1 and id::text like $2 || '%' order by id limit $3`,
        [ledgerId, written, mostAnswers],
      );
      return rows.map(({ id }) => id);
    },
    'snapshot',
  );
}
