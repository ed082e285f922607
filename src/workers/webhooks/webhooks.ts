/** Tells receivers what happened, in order, once or more; what one does not take becomes a dead letter in the end. */
import type { Pool } from 'pg';
import type { Webhook } from '../../config/webhooks.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { listLedgers } from '../../ledger/commands/register.ts';
import {
  advanceWebhook,
  claimWebhook,
  failWebhook,
  findDeadLetter,
  noteResent,
  type WebhookClaim,
} from '../../ledger/commands/webhook-positions.ts';
import { readOutgoingEvents, type OutgoingEvent } from '../../ledger/queries/webhooks.ts';

const mostEvents = 100;
const mostRead = 500;
const firstPauseMs = 5_000;
const longestPauseMs = 3_600_000;

type Ledger = Readonly<{ id: LedgerId; code: string }>;
type Post = (webhook: Webhook, body: string, now: Date) => Promise<void>;

export type WebhookContext = Readonly<{
  pool: Pool;
  webhooks: readonly Webhook[];
  now: () => Date;
  /** 0 to below 1: pauses differ between receivers that failed together. */
  random: () => number;
  post: Post;
}>;

/** Those that are told of a ledger. */
export const webhooksOf = (webhooks: readonly Webhook[], ledger: string): readonly Webhook[] =>
  webhooks.filter(({ ledgers }) => ledgers === null || ledgers.includes(ledger));

/**
 * Sends what is due to every receiver, receivers beside each other. A failure is noted with the receiver's position, and
 * no other waits for it.
 */
export async function deliverDue(context: WebhookContext): Promise<void> {
  const { pool, webhooks } = context;
  if (webhooks.length === 0) return;
  const ledgers = await listLedgers(pool);
  await Promise.all(
    webhooks.map(async (webhook) => {
      for (const ledger of ledgers) {
        if (webhooksOf([webhook], ledger.code).length === 1) await deliver(context, webhook, ledger);
      }
    }),
  );
}

async function deliver(context: WebhookContext, webhook: Webhook, ledger: Ledger): Promise<void> {
  const { pool, now } = context;
  for (;;) {
    const claim = await claimWebhook(pool, ledger.id, webhook.name, now());
    if (claim === null) return;
    const read = await readOutgoingEvents(pool, ledger, claim.sequence + 1n, null, mostRead);
    const batch = batchOf(read, webhook);
    try {
      await postBatch(context, webhook, ledger, batch.events);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      const nextAttemptAt = new Date(now().getTime() + pauseAfter(claim, context.random()));
      await failWebhook(pool, ledger.id, claim, { through: batch.through, problem, now: now(), nextAttemptAt });
      return;
    }
    await advanceWebhook(pool, ledger.id, claim, batch.through, now());
  }
}

/** Five seconds, doubled with each failure up to an hour; of that, half to all. */
const pauseAfter = ({ attempt }: WebhookClaim, random: number): number =>
  Math.min(firstPauseMs * 2 ** attempt, longestPauseMs) * (0.5 + random / 2);

/** The first hundred events that the receiver wants, and how far that is. */
function batchOf(
  read: readonly OutgoingEvent[],
  { events }: Webhook,
): Readonly<{ events: readonly OutgoingEvent[]; through: bigint }> {
  const wanted = read.filter(({ type }) => events === null || events.includes(type));
  const batch = wanted.slice(0, mostEvents);
  const last = wanted.length > mostEvents ? batch.at(-1) : read.at(-1);
  if (last === undefined) throw new Error('a receiver was claimed without an event to tell');
  return { events: batch, through: BigInt(last.sequence) };
}

async function postBatch(
  { post, now }: WebhookContext,
  webhook: Webhook,
  ledger: Ledger,
  events: readonly OutgoingEvent[],
): Promise<void> {
  if (events.length > 0) await post(webhook, JSON.stringify({ ledger: ledger.code, events }), now());
}

/**
 * Sends a dead letter once more, now.
 *
 * @throws LedgerError `ledger.not_found`; what the sending fails with
 */
export async function resendDeadLetter(
  context: WebhookContext,
  webhook: Webhook,
  ledger: Ledger,
  id: bigint,
): Promise<void> {
  const { pool, now } = context;
  const { fromSequence, throughSequence } = await findDeadLetter(pool, ledger.id, webhook.name, id);
  const read = await readOutgoingEvents(pool, ledger, fromSequence, throughSequence, mostRead);
  await postBatch(context, webhook, ledger, batchOf(read, webhook).events);
  await noteResent(pool, ledger.id, id, now());
}
