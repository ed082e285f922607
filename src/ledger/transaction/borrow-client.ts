/** A connection borrowed from the pool, watched for its loss: a lost one is destroyed, never given to someone else. */
import type pg from 'pg';
import { err, ok, type Result } from '../../domain/result.ts';

type BorrowedClient = Readonly<{
  client: pg.PoolClient;
  throwIfLost(): void;
  /** False when the connection is lost, and the transaction with it. The only test of a connection is to use it. */
  rollBack(): Promise<boolean>;
  giveBack(): void;
}>;

/** Takes a connection; the caller gives it back, whatever happens. */
export async function borrowClient(pool: pg.Pool): Promise<Result<BorrowedClient, unknown>> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    return err(error);
  }
  let loss: Error | null = null;
  const noteLoss = (error: unknown): void => {
    loss ??= error instanceof Error ? error : new Error(String(error));
  };
  // The pool listens to idle connections only; unheard, the event would end the process.
  client.on('error', noteLoss);
  return ok({
    client,
    throwIfLost: () => {
      if (loss !== null) throw loss;
    },
    rollBack: async () => {
      if (loss === null) await client.query('rollback').catch(noteLoss);
      return loss === null;
    },
    giveBack: () => {
      client.release(loss ?? false);
      client.off('error', noteLoss);
    },
  });
}
