/**
 * How far each receiver was told. The audit chain is the outbox: what is to be sent was written in the transaction that did
 * it, and a receiver is a place in the chain. A claim is a lease: while one node sends, no other does; a node that dies
 * leaves it to run out, and the events are sent again. So each is sent once or more, in order, with the same id.
 */
import type { Pool, PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { LedgerError } from '../errors.ts';
import { inLedger } from '../transaction.ts';

/** `sequence`: the last event that was sent. */
export type WebhookClaim = Readonly<{ destination: string; sequence: bigint; attempt: number }>;

const leaseMs = 60_000;
export const mostWebhookAttempts = 12;

/** Null: nothing is due, or another node is at it. A receiver that is new begins with what happens from now on. */
export async function claimWebhook(
  pool: Pool,
  ledgerId: LedgerId,
  destination: string,
  now: Date,
): Promise<WebhookClaim | null> {
  return inLedger(pool, ledgerId, async (tx) => {
    await tx.query(
      `insert into webhook_position (ledger_id, destination, sequence, next_attempt_at)
       select $1, $2, coalesce((select sequence from audit_head where ledger_id = $1), 0), $3
       on conflict (ledger_id, destination) do nothing`,
      [ledgerId, destination, now],
    );
    const { rows } = await tx.query<Omit<WebhookClaim, 'destination'>>(
      `update webhook_position p set next_attempt_at = $4
       where ledger_id = $1 and destination = $2 and next_attempt_at <= $3
         and sequence < (select h.sequence from audit_head h where h.ledger_id = $1)
       returning sequence, attempt`,
      [ledgerId, destination, now, new Date(now.getTime() + leaseMs)],
    );
    return rows[0] === undefined ? null : { ...rows[0], destination };
  });
}

/** The events up to `through` were taken, or none of them was wanted. */
export async function advanceWebhook(
  pool: Pool,
  ledgerId: LedgerId,
  claim: WebhookClaim,
  through: bigint,
  now: Date,
): Promise<void> {
  await inLedger(pool, ledgerId, (tx) => move(tx, ledgerId, claim, through, now));
}

// Held to the place that was claimed: a node whose lease ran out moves nothing back.
const move = (
  tx: PoolClient,
  ledgerId: LedgerId,
  { destination, sequence }: WebhookClaim,
  through: bigint,
  now: Date,
) =>
  tx.query(
    `update webhook_position set sequence = $4, attempt = 0, problem = null, next_attempt_at = $5
     where ledger_id = $1 and destination = $2 and sequence = $3`,
    [ledgerId, destination, sequence, through, now],
  );

/** Tried again at `nextAttemptAt`; after the last attempt the events are a dead letter, and the next ones are sent. */
export async function failWebhook(
  pool: Pool,
  ledgerId: LedgerId,
  claim: WebhookClaim,
  failure: Readonly<{ through: bigint; problem: string; now: Date; nextAttemptAt: Date }>,
): Promise<void> {
  const { through, problem, now, nextAttemptAt } = failure;
  const { destination, sequence, attempt } = claim;
  await inLedger(pool, ledgerId, async (tx) => {
    if (attempt + 1 >= mostWebhookAttempts) {
      const moved = await move(tx, ledgerId, claim, through, now);
      if (moved.rowCount !== 1) return;
      await tx.query(
        `insert into webhook_dead_letter (ledger_id, destination, from_sequence, through_sequence, problem, failed_at)
         values ($1, $2, $3, $4, left($5, 2000), $6)`,
        [ledgerId, destination, sequence + 1n, through, problem, now],
      );
      return;
    }
    await tx.query(
      `update webhook_position set attempt = attempt + 1, problem = left($4, 2000), next_attempt_at = $5
       where ledger_id = $1 and destination = $2 and sequence = $3`,
      [ledgerId, destination, sequence, problem, nextAttemptAt],
    );
  });
}

/** @throws LedgerError `ledger.not_found` */
export async function findDeadLetter(
  pool: Pool,
  ledgerId: LedgerId,
  destination: string,
  id: bigint,
): Promise<Readonly<{ fromSequence: bigint; throughSequence: bigint }>> {
  const { rows } = await inLedger(pool, ledgerId, (tx) =>
    tx.query<{ fromSequence: bigint; throughSequence: bigint }>(
      `select from_sequence as "fromSequence", through_sequence as "throughSequence" from webhook_dead_letter
       where ledger_id = $1 and destination = $2 and id = $3`,
      [ledgerId, destination, id],
    ),
  );
  if (rows[0] === undefined) throw new LedgerError('ledger.not_found', { deadLetter: String(id) });
  return rows[0];
}

export async function noteResent(pool: Pool, ledgerId: LedgerId, id: bigint, now: Date): Promise<void> {
  await inLedger(pool, ledgerId, (tx) =>
    tx.query('update webhook_dead_letter set resent_at = $3 where ledger_id = $1 and id = $2', [ledgerId, id, now]),
  );
}
