import type { Pool } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';

// Advisory locks of a database share one space of numbers; these are ours in it.
const decidingSpace = 0x4c45_5454;
const askingSpace = 0x4c45_5455;

/**
 * Runs `work` while nobody else in any process runs it for the ledger; waits for its turn as long as it takes.
 *
 * Two processes that decide at the same time would name their runs alike and mix their certificates in staging.
 */
export const decideAlone = <T>(pool: Pool, ledgerId: LedgerId, work: () => Promise<T>): Promise<T> =>
  alone(pool, decidingSpace, ledgerId, work);

/** The same among those who only ask what a run would decide: they stage under one name, and keep no run waiting. */
export const askAlone = <T>(pool: Pool, ledgerId: LedgerId, work: () => Promise<T>): Promise<T> =>
  alone(pool, askingSpace, ledgerId, work);

async function alone<T>(pool: Pool, space: number, ledgerId: LedgerId, work: () => Promise<T>): Promise<T> {
  return inLedger(pool, ledgerId, async (tx) => {
    await tx.query('set local statement_timeout = 0');
    await tx.query('select pg_advisory_xact_lock($1, $2)', [space, ledgerId]);
    return work();
  });
}
