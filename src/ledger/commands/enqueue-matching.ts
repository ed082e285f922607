import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';

/** New customers or items may explain payments that wait: asks for a run of every currency that has some (see `enqueue`). */
export async function enqueueMatching(tx: PoolClient, ledgerId: LedgerId): Promise<void> {
  await tx.query(
    `insert into job (ledger_id, queue, key, state)
     select $1, 'match', currency, 'waiting' from payment
     where ledger_id = $1 and unapplied_minor > 0 group by currency order by currency
     on conflict (ledger_id, queue, key) where state = 'waiting' do update set run_at = job.run_at`,
    [ledgerId],
  );
}
