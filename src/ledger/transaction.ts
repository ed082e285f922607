/**
 * The one way to the tables of a ledger: a transaction that has said which ledger it is for. Row-level security shows
 * it nothing else, and forgets with its end: the next borrower of the connection starts without a ledger.
 */
import { tracingChannel } from 'node:diagnostics_channel';
import type pg from 'pg';
import type { LedgerId } from '../domain/ids.ts';
import { borrowClient } from './transaction/borrow-client.ts';
import { AmbiguousCommit } from './transaction/ambiguous-commit.ts';
import { isConflict, isOutage, withRetries, type Attempt } from './transaction/retry.ts';

/**
 * `snapshot`: reads only, and all of it as of one moment; `copy`: the same, and may write down what it read. With a `snapshotId`: reads as of the moment of another
 * transaction, which {@link exportSnapshot} named and which is still open; it may write as well.
 */
type TransactionMode = 'write' | 'snapshot' | 'copy' | Readonly<{ snapshotId: string }>;

/** Says when a transaction begins and ends, all its tries in one, to whoever listens. */
const traced = tracingChannel<object, { ledgerId: LedgerId }>('lettrage.transaction');

async function begin(client: pg.PoolClient, ledgerId: LedgerId, mode: TransactionMode): Promise<void> {
  if (mode === 'write') await client.query('begin');
  else if (mode === 'snapshot') await client.query('begin isolation level repeatable read, read only');
  else await client.query('begin isolation level repeatable read');
  if (typeof mode === 'object') {
    await client.query(`set transaction snapshot ${client.escapeLiteral(mode.snapshotId)}`);
  }
  await client.query(`select set_config('app.ledger_id', $1, true)`, [String(ledgerId)]);
}

/** A name for what `tx` sees: others may see the same as long as it is open. */
export async function exportSnapshot(tx: pg.PoolClient): Promise<string> {
  const { rows } = await tx.query<{ id: string }>('select pg_export_snapshot() as id');
  const [exported] = rows;
  if (exported === undefined) throw new Error('a snapshot was exported without a name');
  return exported.id;
}

async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  // After a failed statement PostgreSQL answers COMMIT with ROLLBACK, and calls it no error.
  if (command !== 'COMMIT') throw new Error('The transaction was rolled back: a failed statement was passed over.');
}

/**
 * Runs `work` in a transaction of one ledger and commits; whatever it throws rolls back and is thrown on.
 *
 * Deadlocks, serialization failures, facts that someone else wrote meanwhile and connections lost before COMMIT start
 * the whole of `work` again, five times in all: it must have no effect outside the transaction, and must not keep the client.
 *
 * @throws AmbiguousCommit when the connection broke during COMMIT.
 */
export function inLedger<T>(
  pool: pg.Pool,
  ledgerId: LedgerId,
  work: (tx: pg.PoolClient) => Promise<T>,
  mode: TransactionMode = 'write',
): Promise<T> {
  return traced.tracePromise(() => withRetries(() => attempt(pool, ledgerId, work, mode)), { ledgerId });
}

async function attempt<T>(
  pool: pg.Pool,
  ledgerId: LedgerId,
  work: (tx: pg.PoolClient) => Promise<T>,
  mode: TransactionMode,
): Promise<Attempt<T>> {
  const borrowed = await borrowClient(pool);
  if (!borrowed.ok) return { ...borrowed, failure: isOutage(borrowed.error) ? 'connection_lost' : 'final' };
  const { client, throwIfLost, rollBack, giveBack } = borrowed.value;
  let commitSent = false;
  try {
    await begin(client, ledgerId, mode);
    const value = await work(client);
    // A connection known to be lost is no ambiguity: COMMIT was never sent.
    throwIfLost();
    commitSent = true;
    await commit(client);
    return { ok: true, value };
  } catch (error) {
    const isLost = !(await rollBack());
    if (isLost && commitSent) {
      throw new AmbiguousCommit(
        'The connection broke during COMMIT; only the database knows whether it counts. Run it again: nothing counts twice.',
        {
          cause: error,
        },
      );
    }
    return { ok: false, error, failure: isLost ? 'connection_lost' : isConflict(error) ? 'conflict' : 'final' };
  } finally {
    giveBack();
  }
}
