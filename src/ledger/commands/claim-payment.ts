/**
 * Who has a payment of the queue open. Courtesy between people: nothing is held to a claim but another claim, and what is
 * decided meanwhile is held to the version of the payment.
 */
import type { Pool, PoolClient } from 'pg';
import type { LedgerId, PaymentId } from '../../domain/ids.ts';
import type { Act } from '../audit.ts';
import { LedgerError } from '../errors.ts';
import { inLedger } from '../transaction.ts';

export type Claimed = Readonly<{ actor: string; claimedUntil: Date }>;

const claimMs = 2 * 60_000;

/**
 * Claims for two minutes from now, or as long again.
 *
 * @param takeOver - from whoever has it.
 * @throws LedgerError `ledger.payment_claimed` with who has it and until when; `ledger.not_found`;
 *   `ledger.payment_not_queued`
 */
export async function claimPayment(
  pool: Pool,
  ledgerId: LedgerId,
  { paymentId, takeOver }: Readonly<{ paymentId: PaymentId; takeOver: boolean }>,
  { actor, now }: Act,
): Promise<Claimed> {
  return inLedger(pool, ledgerId, async (tx) => {
    await queuedPayment(tx, ledgerId, paymentId);
    // What a person once had open is not kept for ever.
    await tx.query('delete from payment_claim where ledger_id = $1 and actor = $2 and claimed_until <= $3', [
      ledgerId,
      actor,
      now,
    ]);
    const { rows } = await tx.query<Claimed>(
      `insert into payment_claim as held (ledger_id, payment_id, actor, claimed_until) values ($1, $2, $3, $4)
       on conflict (ledger_id, payment_id) do update set actor = excluded.actor, claimed_until = excluded.claimed_until
         where held.actor = excluded.actor or held.claimed_until <= $5 or $6
       returning actor, claimed_until as "claimedUntil"`,
      [ledgerId, paymentId, actor, new Date(now.getTime() + claimMs), now, takeOver],
    );
    const [claimed] = rows;
    if (claimed === undefined) throw await claimedByOther(tx, ledgerId, paymentId);
    return claimed;
  });
}

/** Lets go of what `actor` has open; what somebody else has, or nobody, stays so. */
export async function releasePayment(
  pool: Pool,
  ledgerId: LedgerId,
  paymentId: PaymentId,
  actor: string,
): Promise<void> {
  await inLedger(pool, ledgerId, (tx) =>
    tx.query('delete from payment_claim where ledger_id = $1 and payment_id = $2 and actor = $3', [
      ledgerId,
      paymentId,
      actor,
    ]),
  );
}

/** @throws LedgerError `ledger.not_found`, `ledger.payment_not_queued` */
export async function queuedPayment(tx: PoolClient, ledgerId: LedgerId, paymentId: PaymentId): Promise<void> {
  const { rows } = await tx.query<{ status: string }>('select status from payment where ledger_id = $1 and id = $2', [
    ledgerId,
    paymentId,
  ]);
  const [payment] = rows;
  if (payment === undefined) throw new LedgerError('ledger.not_found', { payment: paymentId });
  if (payment.status !== 'in_review') throw new LedgerError('ledger.payment_not_queued', { payment: paymentId });
}

async function claimedByOther(tx: PoolClient, ledgerId: LedgerId, paymentId: PaymentId): Promise<LedgerError> {
  const { rows } = await tx.query<Claimed>(
    'select actor, claimed_until as "claimedUntil" from payment_claim where ledger_id = $1 and payment_id = $2',
    [ledgerId, paymentId],
  );
  const [held] = rows;
  return new LedgerError('ledger.payment_claimed', {
    actor: held?.actor ?? '',
    claimedUntil: held?.claimedUntil.toISOString() ?? '',
  });
}
