/** What waits to be taken back or to be recognised as a collection, and what it could be. Ids of the engine's commands. */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import { isReturn } from '../../domain/return-reasons.ts';
import { contentId } from '../content-id.ts';
import type { CollectedCandidate, CollectedLine } from '../plan/collected-debits.ts';
import type { Clearing, WaitingReturn } from '../plan/find-returned.ts';
import { originalOf } from './original-posting.ts';

/** Made from what the command does: what a person has taken back since is not done again. */
export const returnCommandId = (ledgerId: LedgerId, paymentId: PaymentId): string =>
  contentId('return', ledgerId, paymentId);
export const collectionCommandId = (ledgerId: LedgerId, reference: string, endToEndId: string | null): string =>
  endToEndId === null
    ? contentId('collection', ledgerId, reference)
    : contentId('collection', ledgerId, reference, endToEndId);

const isWhole = `p.ledger_id = $1 and p.currency = $2 and p.unapplied_minor > 0 and p.unapplied_minor = p.amount_minor`;
const isNotDone = (id: string): string =>
  `not exists (select from command done where done.ledger_id = $1 and done.id = content_id(${id}))`;
const texts = `array_remove(array[e.batch_reference, p.end_to_end_id, p.creditor_reference], null) || p.remittance`;

/** Money in with the amount of a collection, or with the end-to-end id and the amount of one debit. */
export async function readCollectedCandidates(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<readonly CollectedCandidate[]> {
  const { rowCount } = await tx.query('select from collection where ledger_id = $1 limit 1', [ledgerId]);
  if (rowCount === 0) return [];
  const { rows } = await tx.query<CollectedCandidate>(
    `select p.id as "paymentId", p.version, c.reference, null as "endToEndId", ${texts} as texts
     from payment p
     join entry e on e.ledger_id = p.ledger_id and e.id = p.entry_id
     join collection c on c.ledger_id = p.ledger_id and c.currency = p.currency and c.amount_minor = p.amount_minor
     where ${isWhole} and p.side = 'credit' and p.return_reason is null and not p.is_reversal
       and ${isNotDone(`'collection|' || $1::int || '|' || c.reference`)}
     union all
     select p.id, p.version, d.reference, d.end_to_end_id, '{}'
     from payment p
     join lateral (
       select l.reference, l.end_to_end_id, sum(l.amount_minor) as debit_minor from collection_line l
       where l.ledger_id = $1 and l.end_to_end_id = p.end_to_end_id group by l.reference, l.end_to_end_id) d
       on d.debit_minor = p.amount_minor
     join collection c on c.ledger_id = p.ledger_id and c.reference = d.reference and c.currency = p.currency
     where ${isWhole} and p.side = 'credit' and p.return_reason is null and not p.is_reversal
       and ${isNotDone(`'collection|' || $1::int || '|' || d.reference || '|' || d.end_to_end_id`)}
     order by 1, 3, 4`,
    [ledgerId, currency],
  );
  return rows;
}

/**
 * Payments that the bank calls returns, with an end-to-end id or a mandate: without them nothing says what came back. One
 * that a person took back from what it had taken back is left to people.
 */
export async function readWaitingReturns(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<readonly WaitingReturn[]> {
  const { rows } = await tx.query<
    WaitingReturn & Readonly<{ isReversal: boolean; bankTransactionCode: string | null }>
  >(
    `select p.id, p.version, p.side, p.currency, p.amount_minor as "amountMinor", p.booking_date as "bookingDate",
       p.end_to_end_id as "endToEndId", p.mandate_id as "mandateId", p.return_reason as "returnReason", p.is_reversal as "isReversal",
       p.bank_transaction_code as "bankTransactionCode"
     from payment p
     where ${isWhole} and coalesce(p.end_to_end_id, p.mandate_id) is not null and p.batch_count is null
       and (p.side = 'debit' or p.return_reason is not null or p.is_reversal or p.bank_transaction_code like '%RTN')
       and ${isNotDone(`'return|' || $1::int || '|' || p.id`)}
       and not exists (select from posting back where back.ledger_id = $1 and back.payment_id = p.id
         and back.source = 'command' and back.cash_minor < 0)
     order by p.booking_date, p.id`,
    [ledgerId, currency],
  );
  return rows.filter((payment) => isReturn(payment));
}

/** Lines of collections that the returns may name. */
export async function readCollectedLines(
  tx: PoolClient,
  ledgerId: LedgerId,
  returns: readonly WaitingReturn[],
): Promise<readonly CollectedLine[]> {
  const { rows } = await tx.query<CollectedLine>(
    `select l.reference, c.collection_date as "collectionDate", c.currency, c.amount_minor as "collectionMinor",
       l.end_to_end_id as "endToEndId", l.mandate_id as "mandateId", l.open_item_id as "openItemId", l.amount_minor as "amountMinor"
     from collection_line l join collection c on c.ledger_id = l.ledger_id and c.reference = l.reference
     where l.ledger_id = $1 and (l.end_to_end_id = any($2) or l.mandate_id = any($3)) order by l.reference, l.line_index`,
    [ledgerId, ...namesOf(returns)],
  );
  return rows;
}

/** End-to-end ids, and the mandates of those that have none. */
function namesOf(returns: readonly WaitingReturn[]): readonly [readonly string[], readonly string[]] {
  const endToEndIds = returns.flatMap(({ endToEndId }) => endToEndId ?? []);
  const mandateIds = returns.flatMap(({ endToEndId, mandateId }) => (endToEndId === null ? (mandateId ?? []) : []));
  return [endToEndIds, mandateIds];
}

/** Refunds reach 13 months back, and the bank some days more. */
const longestReturnDays = 430;

/** Payments that the returns may name, booked before them. */
export async function findOriginalPayments(
  tx: PoolClient,
  ledgerId: LedgerId,
  returns: readonly WaitingReturn[],
): Promise<readonly PaymentId[]> {
  const { rows } = await tx.query<{ id: PaymentId }>(
    `with r as (select * from unnest($2::text[], $3::text[], $4::date[], $5::text[]) as r (end_to_end_id, mandate_id, booked, side)),
     named as (
       select p.id, p.booking_date, r.booked from r join payment p on p.ledger_id = $1
         and p.end_to_end_id = r.end_to_end_id and p.side <> r.side and p.unapplied_minor < p.amount_minor
       union all
       select p.id, p.booking_date, r.booked from r join payment p on p.ledger_id = $1
         and p.mandate_id = r.mandate_id and p.side <> r.side and p.unapplied_minor < p.amount_minor
       where r.end_to_end_id is null)
     select distinct id from named where booking_date between booked - $6::int and booked`,
    [
      ledgerId,
      returns.map(({ endToEndId }) => endToEndId),
      returns.map(({ mandateId }) => mandateId),
      returns.map(({ bookingDate }) => bookingDate),
      returns.map(({ side }) => side),
      longestReturnDays,
    ],
  );
  return rows.map(({ id }) => id);
}

/** What postings cleared of these items, and of all items that these payments cleared. */
export async function readClearings(
  tx: PoolClient,
  ledgerId: LedgerId,
  itemIds: readonly OpenItemId[],
  paymentIds: readonly PaymentId[],
): Promise<readonly Clearing[]> {
  const { rows } = await tx.query<Clearing>(
    `with item as (
       select unnest($2::uuid[]) as id
       union select open_item_id from allocation where ledger_id = $1 and payment_id = any($3)),
     cleared as (
       select ${originalOf('o')} as posting_id, a.open_item_id, sum(a.amount_minor)::bigint as left_minor
       from item join allocation a on a.ledger_id = $1 and a.open_item_id = item.id and a.means = 'payment'
       join posting o on o.ledger_id = $1 and o.id = a.posting_id
       group by 1, 2 having sum(a.amount_minor) > 0)
     select o.id as "postingId", i.id as "openItemId", i.side as "itemSide", i.currency, c.left_minor as "leftMinor",
       p.id as "paymentId", p.side as "paymentSide", p.amount_minor as "paymentMinor",
       p.end_to_end_id as "paymentEndToEndId",
       p.mandate_id as "paymentMandateId", ${texts} as "paymentTexts"
     from cleared c
     join posting o on o.ledger_id = $1 and o.id = c.posting_id
     join payment p on p.ledger_id = $1 and p.id = o.payment_id
     join entry e on e.ledger_id = $1 and e.id = p.entry_id
     join open_item i on i.ledger_id = $1 and i.id = c.open_item_id
     order by o.id, i.id`,
    [ledgerId, itemIds, paymentIds],
  );
  return rows;
}
