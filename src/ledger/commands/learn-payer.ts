/**
 * What an accepted or reversed payment teaches about its payer. Each function writes inside the transaction of the
 * command that it is part of, whose command id keeps it from counting twice; it comes after the locks on payments and
 * items, because it takes the audit head.
 */
import type { PoolClient } from 'pg';
import type { CustomerId, LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { PayerAliasKind } from '../../domain/partition.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import type { AliasBefore } from '../plan/rewind.ts';

/** A payer as it writes itself, and the customer it pays for. */
type PayerOfCustomer = Readonly<{ kind: PayerAliasKind; value: string; customerId: CustomerId }>;

const isPayer = 'ledger_id = $1 and kind = $2 and value = $3 and customer_id = $4';

/**
 * Counts one more payment by which a person confirmed the payer.
 *
 * @param bookingDate - of that payment; days may come in any order.
 * @returns how often it is confirmed now.
 */
export async function confirmPayer(
  tx: PoolClient,
  ledgerId: LedgerId,
  { kind, value, customerId }: PayerOfCustomer,
  bookingDate: LocalDate,
  act: Act,
): Promise<number> {
  const key = [ledgerId, kind, value, customerId];
  const known = await tx.query<AliasBefore>(
    `select confirmed_count as "confirmedCount", last_date as "lastDate" from payer_alias where ${isPayer} for update`,
    key,
  );
  const { rows } = await tx.query<{ confirmedCount: number }>(
    `insert into payer_alias as known (ledger_id, kind, value, customer_id, confirmed_count, first_date, last_date)
     values ($1, $2, $3, $4, 1, $5, $5)
     on conflict (ledger_id, kind, value, customer_id) do update set confirmed_count = known.confirmed_count + 1,
       first_date = least(known.first_date, excluded.first_date), last_date = greatest(known.last_date, excluded.last_date)
     returning confirmed_count as "confirmedCount"`,
    [...key, bookingDate],
  );
  const confirmedCount = rows[0]?.confirmedCount ?? 0;
  const details = { kind, value, confirmedCount, bookingDate, before: known.rows[0] ?? null };
  await appendAuditEvents(tx, ledgerId, [{ type: 'payer.confirmed', subject: customerId, details }], act);
  return confirmedCount;
}

/**
 * Forgets that the payer pays for these customers, however often that was confirmed: after a reversal a question costs less
 * than the same mistake again.
 *
 * @returns for how many it was known; nothing is written of the others.
 */
export async function forgetPayer(
  tx: PoolClient,
  ledgerId: LedgerId,
  { kind, value }: Omit<PayerOfCustomer, 'customerId'>,
  customerIds: readonly CustomerId[],
  act: Act,
): Promise<number> {
  const { rows } = await tx.query<AliasBefore & Readonly<{ customerId: CustomerId }>>(
    `with forgotten as (
       delete from payer_alias where ledger_id = $1 and kind = $2 and value = $3 and customer_id = any($4)
       returning customer_id, confirmed_count, last_date)
     select customer_id as "customerId", confirmed_count as "confirmedCount", last_date as "lastDate" from forgotten
     order by customer_id`,
    [ledgerId, kind, value, customerIds],
  );
  const events = rows.map(({ customerId, ...before }) => ({
    type: 'payer.forgotten',
    subject: customerId,
    details: { kind, value, before },
  }));
  await appendAuditEvents(tx, ledgerId, events, act);
  return rows.length;
}
