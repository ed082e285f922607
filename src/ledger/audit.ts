/**
 * The audit chain of a ledger: each event carries the hash of the one before it, so that an edited, removed or
 * swapped event is found by reading the chain once. The chain alone can't stop an owner who rewrites all of it: its
 * head is for keeping elsewhere.
 */
import { hash as hashOf } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { LedgerId } from '../domain/ids.ts';
import { textColumn } from './column-parameter.ts';
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
  hashOf('sha256', `${previousHash}\n${body}`, 'hex');

/** What the chain keeps of an event, byte for byte. */
export const auditBody = ({ type, subject, details }: AuditEvent, { actor, now }: Act): string =>
  canonicalJson({ type, subject, actor, at: now.toISOString(), details });

/** Appends events in the order given. Takes the head's lock: after it only a job may be asked for. */
export const appendAuditEvents = (
  tx: PoolClient,
  ledgerId: LedgerId,
  events: readonly AuditEvent[],
  act: Act,
): Promise<void> =>
  appendAuditBodies(
    tx,
    ledgerId,
    events.map((event) => auditBody(event, act)),
  );

/** As {@link appendAuditEvents}, for events that were spelled before: see {@link auditBody}. */
export async function appendAuditBodies(tx: PoolClient, ledgerId: LedgerId, bodies: readonly string[]): Promise<void> {
  if (bodies.length === 0) return;
  const head = await lockHead(tx, ledgerId);
  let { hash } = head;
  const events = bodies.map((body) => {
    const previousHash = hash;
    hash = chainHash(previousHash, body);
    return { body, previousHash, hash };
  });
  await tx.query(
    `insert into audit_event (ledger_id, sequence, body, previous_hash, hash)
     select $1, $2::bigint + position, body, previous_hash, hash
     from unnest($3::text[], $4::text[], $5::text[]) with ordinality as event (body, previous_hash, hash, position)`,
    [
      ledgerId,
      head.sequence,
      textColumn(events, ({ body }) => body),
      textColumn(events, ({ previousHash }) => previousHash),
      textColumn(events, (event) => event.hash),
    ],
  );
  await tx.query('update audit_head set sequence = $2, hash = $3 where ledger_id = $1', [
    ledgerId,
    head.sequence + BigInt(bodies.length),
    hash,
  ]);
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
