/**
 * The books as they were known at a past instant, in SQL. Facts carry the instant they were written at: what came later is
 * left out. What is changed in place is told whole by the audit chain: the first change after the instant says what stood
 * before. Both are of one transaction and have its instant, so the answer is the one that was given then.
 *
 * What it costs grows with what happened since, not with the age of the books (test/ledger/as-of.db.test.ts).
 */
import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { readAuditSequence } from './read-rewind.ts';

/** Transactions take the head of the chain one after the other, but their instants are from when they began. */
const longestTransactionMs = 3_600_000;

// Keys are sorted in the chain: `at` comes second, before anything that a person wrote could look like it.
const writtenAt = `substring(body from '"at":"([^"]+)"')::timestamptz`;

/** A place in the chain before which every event was there at the instant: the last that is surely so, by halving. */
export async function findAuditSequence(tx: PoolClient, ledgerId: LedgerId, asOf: Date): Promise<bigint> {
  const sure = new Date(asOf.getTime() - longestTransactionMs);
  let before = 0n;
  let after = (await readAuditSequence(tx, ledgerId)) + 1n;
  while (after - before > 1n) {
    const middle = (before + after) / 2n;
    const { rows } = await tx.query<{ isKnown: boolean }>(
      `select ${writtenAt} <= $3 as "isKnown" from audit_event where ledger_id = $1 and sequence = $2`,
      [ledgerId, middle, sure],
    );
    if (rows[0]?.isKnown === true) before = middle;
    else after = middle;
  }
  return before;
}

/**
 * Common table expressions, for a query whose `$1` is the ledger, `$2` the instant or null for now, and `$3` the place
 * of {@link findAuditSequence}:
 * - `item_then`: every item known then, with `due_date`, `amount_minor` and `residual_minor` as they were;
 * - `payment_then`: every payment known then, with `unapplied_minor` as it was, and `unapplied_now_minor`, which an index has;
 *   one that a report detailed since, as it is now;
 * - `suspense_then`: the balance of 471 by currency, credit positive: what was unapplied.
 */
export const booksAsOf = `
  event as (
    select sequence, body::json as body from audit_event
    where $2::timestamptz is not null and ledger_id = $1 and sequence > $3
      and (body like '%"type":"open_item.changed"}' or body like '%"type":"open_item.closed"}'
        or body like '%"type":"statement.published"}')
      and ${writtenAt} > $2),
  item_told as (
    select distinct on (body ->> 'subject') (body ->> 'subject')::uuid as id,
      (body #>> '{details,before,amountMinor}')::bigint as amount_minor,
      (body #>> '{details,before,dueDate}')::date as due_date
    from event where body ->> 'type' <> 'statement.published' order by body ->> 'subject', sequence),
  cleared_since as (
    select open_item_id, sum(amount_minor) as minor from (
      select open_item_id, amount_minor from allocation
      where $2::timestamptz is not null and ledger_id = $1 and allocated_at > $2
      union all
      select open_item_id, amount_minor from open_item_adjustment
      where $2::timestamptz is not null and ledger_id = $1 and adjusted_at > $2 and reason <> 'amount_changed') since
    group by open_item_id),
  item_then as (
    select i.id, i.customer_id, i.origin_posting_id, i.kind, i.side, i.currency, i.issue_date, coalesce(t.due_date, i.due_date) as due_date,
      coalesce(t.amount_minor, i.amount_minor) as amount_minor,
      i.residual_minor + coalesce(c.minor, 0) + coalesce(t.amount_minor - i.amount_minor, 0) as residual_minor
    from open_item i
    left join cleared_since c on c.open_item_id = i.id
    left join item_told t on t.id = i.id
    where i.ledger_id = $1 and ($2::timestamptz is null or i.added_at <= $2)),
  used_since as (
    select o.payment_id, o.cash_minor from command k
    join posting o on o.ledger_id = $1 and o.source = 'command' and o.source_id = k.id
    where $2::timestamptz is not null and k.ledger_id = $1 and k.done_at > $2 and o.payment_id is not null
    union all
    select o.payment_id, o.cash_minor from (
      select distinct posting_id from allocation
      where $2::timestamptz is not null and ledger_id = $1 and allocated_at > $2 and match_run_id is not null) since
    join posting o on o.ledger_id = $1 and o.source = 'application' and o.id = since.posting_id),
  used_of as (select payment_id, sum(cash_minor)::bigint as minor from used_since group by payment_id),
  published_since as (
    select (body ->> 'subject')::uuid as statement_id from event where body ->> 'type' = 'statement.published'),
  payment_then as (
    select p.id, p.entry_id, p.side, p.currency, p.amount_minor, p.booking_date,
      p.unapplied_minor + coalesce(u.minor, 0) as unapplied_minor, p.unapplied_minor as unapplied_now_minor
    from payment p left join used_of u on u.payment_id = p.id
    where p.ledger_id = $1 and ($2::timestamptz is null or not exists (
      select from entry e join published_since s on s.statement_id = e.statement_id
      where e.ledger_id = $1 and e.id = p.entry_id))),
  suspense_then as (
    select currency, sum(minor)::bigint as minor from (
      select currency, case side when 'credit' then unapplied_minor else -unapplied_minor end as minor
      from payment where ledger_id = $1 and unapplied_minor > 0
      union all
      select p.currency, case p.side when 'credit' then u.cash_minor else -u.cash_minor end
      from used_since u join payment p on p.ledger_id = $1 and p.id = u.payment_id
      union all
      select s.currency, s.debits_minor - s.credits_minor from published_since
      join statement s on s.ledger_id = $1 and s.id = published_since.statement_id) moved
    group by currency having sum(minor) <> 0)`;
