import type { Pool } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';

// Advisory locks of a database share one space of numbers; this is ours in it.
const lockSpace = 0x4c45_5454;

/**
 * Runs `work` while nobody else in any process runs it for the ledger; waits for its turn as long as it takes.
 *
 * Two processes that decide at the same time would name their runs alike and mix their certificates in staging.
 */
export async function decideAlone<T>(pool: Pool, ledgerId: LedgerId, work: () => Promise<T>): Promise<T> {
  return inLedger(pool, ledgerId, async (tx) => {
    await tx.query('set local statement_timeout = 0');
    await tx.query('select pg_advisory_xact_lock($1, $2)', [lockSpace, ledgerId]);
    return work();
  });
}
