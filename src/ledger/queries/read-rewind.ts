import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { openRewind, undoneTypes, type Rewind, type UndoneEvent } from '../plan/rewind.ts';

const pageSize = 5_000;

/** The last event of the ledger's audit chain that `tx` sees; 0: there is none. */
export async function readAuditSequence(tx: PoolClient, ledgerId: LedgerId): Promise<bigint> {
  const { rows } = await tx.query<{ sequence: bigint }>('select sequence from audit_head where ledger_id = $1', [
    ledgerId,
  ]);
  return rows[0]?.sequence ?? 0n;
}

/**
 * What has to be undone to see the books as of an event of the chain. Every event since is read once: a night costs about
 * as much as its own applications.
 */
export async function readRewind(tx: PoolClient, ledgerId: LedgerId, auditSequence: bigint): Promise<Rewind> {
  const rewind = openRewind();
  let before = (await readAuditSequence(tx, ledgerId)) + 1n;
  while (before > auditSequence + 1n) {
    const from = before - BigInt(pageSize) > auditSequence ? before - BigInt(pageSize) : auditSequence + 1n;
    const { rows } = await tx.query<{ body: UndoneEvent }>(
      `select body from (select sequence, body::json as body from audit_event
         where ledger_id = $1 and sequence >= $2 and sequence < $3) event
       where body ->> 'type' = any($4) order by sequence desc`,
      [ledgerId, from, before, undoneTypes],
    );
    for (const { body } of rows) rewind.undo(body);
    before = from;
  }
  return rewind;
}
