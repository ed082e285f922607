/** One pull of a source at a time, whichever process or machine it runs on. */
import type { Pool } from 'pg';
import type { LedgerId } from '../domain/ids.ts';

/**
 * Runs `work` while no one else does so for this source. The lock belongs to a transaction that does nothing else: it
 * ends with its process, and it survives connection pools that hand each transaction another session.
 *
 * @returns null when another process has the lock.
 */
export async function withSourceLock<T>(
  pool: Pool,
  ledgerId: LedgerId,
  sourceName: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const client = await pool.connect();
  // A connection that breaks frees the lock; two pulls at once cost work, never a file.
  let broken: Error | null = null;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('begin');
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked',
      [`lettrage source ${ledgerId} ${sourceName}`],
    );
    return rows[0]?.locked === true ? await work() : null;
  } finally {
    await client.query('rollback').catch(onError);
    client.off('error', onError);
    client.release(broken ?? undefined);
  }
}
