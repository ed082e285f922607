/**
 * The audit chain of a ledger: each event carries the hash of the one before it, so that an edited, removed or
 * swapped event is found by reading the chain once. The chain alone can't stop an owner who rewrites all of it: its
 * head is for keeping elsewhere.
 */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { LedgerId } from '../domain/ids.ts';
import { canonicalJson, type CanonicalValue } from './canonical-json.ts';

/** Who acts, and when: ledger functions read no clock. */
export type Act = Readonly<{ actor: string; now: Date }>;

/** What happened, in words of `docs/glossary.md`: `payment.applied`, `statement.published`. */
export type AuditEvent = Readonly<{
  type: string;
  subject: string;
  details: { readonly [key: string]: CanonicalValue };
}>;

export const genesisHash = '0'.repeat(64);

export const chainHash = (previousHash: string, body: string): string =>
  createHash('sha256').update(`${previousHash}\n${body}`, 'utf8').digest('hex');

/** Appends events in the order given. Takes the head's lock: after it only a job may be asked for. */
export async function appendAuditEvents(
  tx: PoolClient,
  ledgerId: LedgerId,
  events: readonly AuditEvent[],
  act: Act,
): Promise<void> {
  if (events.length === 0) return;
  const head = await lockHead(tx, ledgerId);
  let { sequence, hash } = head;
  const rows = events.map(({ type, subject, details }) => {
    const body = canonicalJson({ type, subject, actor: act.actor, at: act.now.toISOString(), details });
    const previousHash = hash;
    hash = chainHash(previousHash, body);
    sequence += 1n;
    return { sequence, body, previousHash, hash };
  });
  await tx.query(
    `insert into audit_event (ledger_id, sequence, body, previous_hash, hash)
     select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[])`,
    [
      ledgerId,
      rows.map((row) => row.sequence),
      rows.map((row) => row.body),
      rows.map((row) => row.previousHash),
      rows.map((row) => row.hash),
    ],
  );
  await tx.query('update audit_head set sequence = $2, hash = $3 where ledger_id = $1', [ledgerId, sequence, hash]);
}

async function lockHead(tx: PoolClient, ledgerId: LedgerId): Promise<{ sequence: bigint; hash: string }> {
  await tx.query(
    `insert into audit_head (ledger_id, sequence, hash) values ($1, 0, $2) on conflict (ledger_id) do nothing`,
    [ledgerId, genesisHash],
  );
  const { rows } = await tx.query<{ sequence: bigint; hash: string }>(
    'select sequence, hash from audit_head where ledger_id = $1 for update',
    [ledgerId],
  );
  const [head] = rows;
  if (head === undefined) throw new Error(`audit head of ledger ${ledgerId} is not visible`);
  return head;
}
