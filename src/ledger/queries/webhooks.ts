/** What receivers are to be told, and how far each is. */
import type { Pool } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';

/** An event without what it says of people: its id tells two deliveries of one event from two events. */
export type OutgoingEvent = Readonly<{
  id: string;
  ledger: string;
  sequence: string;
  type: string;
  /** Of the record that it is about, where that is an id; others may be names or account numbers. */
  subject: string | null;
  at: string;
}>;

const idPattern = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{64})$/;

/**
 * Events `from` to `through`, both included.
 *
 * @param most - rows that are read.
 */
export async function readOutgoingEvents(
  pool: Pool,
  ledger: Readonly<{ id: LedgerId; code: string }>,
  from: bigint,
  through: bigint | null,
  most: number,
): Promise<readonly OutgoingEvent[]> {
  const { rows } = await inLedger(
    pool,
    ledger.id,
    (tx) =>
      // Only what is told: an import's event has thousands of items in its body.
      tx.query<{ sequence: bigint; type: string; subject: string; at: string }>(
        `select sequence, type, subject, at from (select * from audit_event
           where ledger_id = $1 and sequence >= $2 and ($3::bigint is null or sequence <= $3) order by sequence limit $4) event
         cross join lateral json_to_record(body::json) as told (type text, subject text, at text) order by sequence`,
        [ledger.id, from, through, most],
      ),
    'snapshot',
  );
  return rows.map(({ sequence, type, subject, at }) => ({
    id: `${ledger.code}/${sequence}`,
    ledger: ledger.code,
    sequence: String(sequence),
    type,
    subject: idPattern.test(subject) ? subject : null,
    at,
  }));
}

export type WebhookState = Readonly<{
  name: string;
  /** Events written and not yet sent or passed over; null: it was never looked at. */
  lag: bigint | null;
  attempt: number;
  nextAttemptAt: Date | null;
  problem: string | null;
  deadLetters: readonly Readonly<{
    id: string;
    fromSequence: string;
    throughSequence: string;
    problem: string;
    failedAt: Date;
    resentAt: Date | null;
  }>[];
}>;

const mostDeadLetters = 100;

/** The state of the named receivers; of each, the latest hundred dead letters. */
export async function listWebhookStates(
  pool: Pool,
  ledgerId: LedgerId,
  names: readonly string[],
): Promise<readonly WebhookState[]> {
  type Letter = WebhookState['deadLetters'][number] & Readonly<{ destination: string }>;
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const { rows: positions } = await tx.query<Omit<WebhookState, 'deadLetters'>>(
        `select destination as name, coalesce((select sequence from audit_head where ledger_id = $1), 0) - sequence as lag,
           attempt, next_attempt_at as "nextAttemptAt", problem
         from webhook_position where ledger_id = $1 and destination = any($2)`,
        [ledgerId, names],
      );
      const { rows: letters } = await tx.query<Letter>(
        `select destination, id::text, from_sequence::text as "fromSequence", through_sequence::text as "throughSequence",
           problem, failed_at as "failedAt", resent_at as "resentAt"
         from (select *, row_number() over (partition by destination order by id desc) as place
               from webhook_dead_letter where ledger_id = $1 and destination = any($2)) letter
         where place <= ${mostDeadLetters} order by letter.id desc`,
        [ledgerId, names],
      );
      const unseen = { lag: null, attempt: 0, nextAttemptAt: null, problem: null };
      return names.map((name) => ({
        ...(positions.find((position) => position.name === name) ?? { name, ...unseen }),
        deadLetters: letters
          .filter(({ destination }) => destination === name)
          .map(({ id, fromSequence, throughSequence, problem, failedAt, resentAt }) => ({
            id,
            fromSequence,
            throughSequence,
            problem,
            failedAt,
            resentAt,
          })),
      }));
    },
    'snapshot',
  );
}
