/** The equations as SQL: each check gives one row per violation. What SQL can't say is in verify.ts. */
import { bookedPostings } from './booked-postings.ts';
import { movedLetters } from './current-letters.ts';
import { originalOf } from './original-posting.ts';
import type { Equation } from './verify.ts';

/** `readsChain`: says nothing where the audit chain was tampered with. */
type Check = Readonly<{ equation: Equation; check: string; sql: string; readsChain?: true }>;

// What stands in each letter group now.
const currentLetters = `${movedLetters},
  lettered_item as (
    select coalesce(m.lettering_id, a.lettering_id) as lettering_id, a.open_item_id, a.amount_minor,
      case a.side when 'debit' then a.amount_minor else -a.amount_minor end as cleared
    from allocation a join open_item i on i.ledger_id = a.ledger_id and i.id = a.open_item_id
    left join moved m on m.posting_id = a.posting_id and m.account = i.account and m.customer_id = i.customer_id and m.currency = i.currency
    where a.ledger_id = $1),
  lettered_line as (
    select coalesce(m.lettering_id, l.lettering_id) as lettering_id,
      case l.side when 'credit' then l.amount_minor else -l.amount_minor end as posted
    from posting_line l left join moved m on m.posting_id = l.posting_id and m.account = l.account
      and m.customer_id = l.customer_id and m.currency = l.currency
    where l.ledger_id = $1 and l.lettering_id is not null)`;

// Each gives one row per violation: the subject, and by how much it is off.
export const checks: readonly Check[] = [
  {
    equation: 'statement_proves',
    check: 'opening + Σ booked entries = closing, credits and debits each',
    sql: `select id::text as subject, (opening_minor + credits - debits - closing_minor)::text as off
          from (
            select s.id, s.opening_minor, s.closing_minor, s.credits_minor, s.debits_minor, s.entry_count,
              count(e.id) as entries,
              coalesce(sum(e.amount_minor) filter (where e.side = 'credit'), 0) as credits,
              coalesce(sum(e.amount_minor) filter (where e.side = 'debit'), 0) as debits
            from statement s left join entry e on e.ledger_id = s.ledger_id and e.statement_id = s.id
            where s.ledger_id = $1 group by s.ledger_id, s.id) summed
          where opening_minor + credits - debits <> closing_minor or credits <> credits_minor
            or debits <> debits_minor or entries <> entry_count`,
  },
  {
    equation: 'statement_proves',
    check: 'closing(n) = opening(n+1) of the account, but for the holes that a statement was published with',
    sql: `select id::text as subject, (opening_minor - previous)::text as off from (
            select id, opening_minor, gap_before_minor, lag(closing_minor) over chain as previous,
              lag(gap_after_minor) over chain as said_before
            from statement where ledger_id = $1
            window chain as (partition by bank_account_id order by statement_date, day_rank)) chained
          where opening_minor <> previous and gap_before_minor is distinct from previous
            and said_before is distinct from opening_minor`,
  },
  {
    equation: 'statement_proves',
    check: 'every entry is of a statement',
    sql: `select e.id::text as subject, e.amount_minor::text as off
          from entry e left join statement s on s.ledger_id = e.ledger_id and s.id = e.statement_id
          where e.ledger_id = $1 and s.id is null`,
  },
  {
    equation: 'payment_adds_up',
    check: 'entry = Σ of its payments',
    sql: `select e.id::text as subject, (e.amount_minor - coalesce(sum(case when p.side = e.side then p.amount_minor
            else -p.amount_minor end), 0))::text as off
          from entry e left join payment p on p.ledger_id = e.ledger_id and p.entry_id = e.id
          where e.ledger_id = $1 group by e.ledger_id, e.id
          having e.amount_minor <> coalesce(sum(case when p.side = e.side then p.amount_minor else -p.amount_minor end), 0)`,
  },
  {
    equation: 'payment_adds_up',
    check: 'every payment is of an entry',
    sql: `select p.id::text as subject, p.amount_minor::text as off
          from payment p left join entry e on e.ledger_id = p.ledger_id and e.id = p.entry_id
          where p.ledger_id = $1 and e.id is null`,
  },
  {
    equation: 'payment_adds_up',
    check: 'what a posting takes of a payment = its lines on 471',
    sql: `select p.id::text as subject, (p.cash_minor - coalesce(l.cash, 0))::text as off
          from posting p join payment paid on paid.ledger_id = p.ledger_id and paid.id = p.payment_id
          left join (select posting_id, currency, sum(case side when 'debit' then amount_minor else -amount_minor end) as cash
            from posting_line where ledger_id = $1 and account = '471' group by posting_id, currency) l
            on l.posting_id = p.id and l.currency = paid.currency
          where p.ledger_id = $1
            and p.cash_minor <> coalesce(l.cash, 0) * case paid.side when 'credit' then 1 else -1 end`,
  },
  {
    equation: 'payment_adds_up',
    check: 'a posting takes of a payment that is there, and an allocation has its posting',
    sql: `select p.id::text as subject, p.cash_minor::text as off from posting p
          where p.ledger_id = $1 and p.payment_id is not null and not exists (
            select from payment where ledger_id = $1 and id = p.payment_id)
          union all
          select a.id::text, a.amount_minor::text from allocation a left join posting p
            on p.ledger_id = a.ledger_id and p.id = a.posting_id
          where a.ledger_id = $1 and (p.id is null or p.payment_id is distinct from a.payment_id)`,
  },
  {
    equation: 'item_adds_up',
    check: 'what is taken back of a posting ≤ what it cleared, item by item',
    sql: `select original.id::text || ' ' || a.open_item_id::text as subject, sum(a.amount_minor)::text as off
          from allocation a join posting p on p.ledger_id = a.ledger_id and p.id = a.posting_id
          cross join lateral (select ${originalOf('p')} as id) original
          where a.ledger_id = $1 and a.means <> 'taken_back'
          group by original.id, a.open_item_id, a.means having sum(a.amount_minor) < 0`,
  },
  {
    equation: 'item_adds_up',
    check: 'what a run cleared - what was paid = what it decided to write off, and by that means',
    sql: `select p.id::text as subject, concat_ws(' ', p.cleared - p.cash_minor, p.written, p.means) as off
          from (
            select p.id, p.payment_id, p.cash_minor, a.match_run_id,
              sum(case a.side when 'debit' then a.amount_minor else -a.amount_minor end) as cleared,
              coalesce(sum(a.amount_minor) filter (where a.means <> 'payment'), 0) as written,
              max(a.means) filter (where a.means <> 'payment') as means
            from posting p join allocation a on a.ledger_id = p.ledger_id and a.posting_id = p.id and a.payment_id = p.payment_id
            where p.ledger_id = $1 and p.source = 'application' group by p.ledger_id, p.id, a.match_run_id) p
          left join match_decision d on d.ledger_id = $1 and d.match_run_id = p.match_run_id and d.payment_id = p.payment_id
          where (p.cleared - p.cash_minor, p.written, coalesce(p.means, 'payment'))
            is distinct from (coalesce(d.write_off_minor, 0), greatest(d.write_off_minor, 0),
              case when coalesce(d.write_off_minor, 0) <= 0 then 'payment' else case d.write_off_kind
                when 'discount' then 'discount' when 'rounding' then 'write_off' else 'bank_charge' end end)`,
  },
  {
    equation: 'item_adds_up',
    check: 'collection = Σ of its lines',
    sql: `select c.reference as subject, (c.amount_minor - coalesce(l.sum, 0))::text as off from collection c
          left join (select reference, sum(amount_minor) as sum, count(*) as count from collection_line
            where ledger_id = $1 group by reference) l on l.reference = c.reference
          where c.ledger_id = $1 and (c.amount_minor <> coalesce(l.sum, 0) or c.line_count <> coalesce(l.count, 0))`,
  },
  {
    equation: 'item_adds_up',
    check: 'residual = what the ERP said was left - what we cleared and it does not know of yet',
    sql: `select i.id::text as subject, (i.residual_minor - i.imported_residual_minor + coalesce(a.cleared, 0)
            - i.acknowledged_minor)::text as off
          from open_item i left join (
            select open_item_id, sum(amount_minor) as cleared from allocation where ledger_id = $1 group by open_item_id
          ) a on a.open_item_id = i.id
          where i.ledger_id = $1
            and i.residual_minor <> i.imported_residual_minor - coalesce(a.cleared, 0) + i.acknowledged_minor`,
  },
  {
    equation: 'item_adds_up',
    check: 'disputed of an item = Σ of its open disputes, and no more than is left',
    sql: `select i.id::text as subject, (i.disputed_minor - coalesce(d.amount, 0))::text as off
          from open_item i left join (select open_item_id, sum(amount_minor) as amount from dispute
            where ledger_id = $1 and state = 'open' group by open_item_id) d on d.open_item_id = i.id
          where i.ledger_id = $1
            and (i.disputed_minor <> coalesce(d.amount, 0) or i.disputed_minor > i.residual_minor)`,
  },
  {
    equation: 'item_adds_up',
    check: 'a dispute stands as its last event says, and its version counts its events',
    sql: `select d.id::text as subject, (d.version - coalesce(e.events, 0))::text as off from dispute d
          left join (select distinct on (dispute_id) dispute_id, details, event_index + 1 as version,
              count(*) over (partition by dispute_id) as events
            from dispute_event where ledger_id = $1 order by dispute_id, event_index desc) e on e.dispute_id = d.id
          where d.ledger_id = $1 and (d.version is distinct from e.events or d.version is distinct from e.version
            or (d.amount_minor, d.open_item_id, d.currency, d.category, d.reason_code, d.owner, d.department,
              d.due_date, d.state, d.resolution)
            is distinct from ((details ->> 'amountMinor')::bigint, (details ->> 'openItemId')::uuid,
              details ->> 'currency', details ->> 'category', details ->> 'reasonCode', details ->> 'owner',
              details ->> 'department', (details ->> 'dueDate')::date, details ->> 'state',
              details ->> 'resolution'))`,
  },
  {
    equation: 'postings_balance',
    check: 'debits = credits of every posting: in its currency, but for exchange differences, and in the base currency',
    sql: `select posting_id::text as subject, coalesce(nullif(plain, 0), off)::text as off from (
            select l.posting_id, count(distinct l.currency) filter (where not is_exchange) as currencies,
              coalesce(sum(case l.side when 'debit' then amount_minor else -amount_minor end)
                filter (where not is_exchange), 0) as plain,
              sum(case l.side when 'debit' then value else -value end) as off, count(*) - count(value) as unknown,
              bool_or(is_exchange) as has_exchange
            from (select *, account in ('656', '756') as is_exchange, case currency
                when (select base_currency from ledger where id = $1) then amount_minor else base_minor end as value
              from posting_line where ledger_id = $1) l
            group by l.posting_id) sums
          where (currencies = 1 and plain <> 0) or (unknown = 0 and off <> 0)
            or (unknown > 0 and (currencies > 1 or has_exchange))`,
  },
  {
    equation: 'postings_balance',
    check: 'what documents give up of their values = the values of their lines',
    sql: `select coalesce(a.posting_id, l.posting_id)::text as subject, (coalesce(a.base, 0) - coalesce(l.base, 0))::text as off
          from (select a.posting_id, i.account, i.customer_id, i.currency,
              sum(case a.side when 'debit' then a.base_minor else -a.base_minor end) as base
            from allocation a join open_item i on i.ledger_id = a.ledger_id and i.id = a.open_item_id
            where a.ledger_id = $1 and a.base_minor is not null group by 1, 2, 3, 4) a
          full join (select posting_id, account, customer_id, currency,
              sum(case side when 'credit' then base_minor else -base_minor end) as base
            from posting_line where ledger_id = $1 and lettering_id is not null and base_minor is not null
            group by 1, 2, 3, 4) l using (posting_id, account, customer_id, currency)
          where coalesce(a.base, 0) <> coalesce(l.base, 0)`,
  },
  {
    equation: 'postings_balance',
    check: 'every posting line is of a posting',
    sql: `select l.posting_id::text as subject, l.amount_minor::text as off
          from posting_line l left join posting p on p.ledger_id = l.ledger_id and p.id = l.posting_id
          where l.ledger_id = $1 and p.id is null`,
  },
  {
    equation: 'postings_balance',
    check: 'letter group: documents cleared = posted to the customer',
    sql: `with ${currentLetters}
          select g.id::text as subject, (coalesce(a.cleared, 0) - coalesce(l.posted, 0))::text as off
          from lettering g
          left join (select lettering_id, sum(cleared) as cleared from lettered_item group by 1) a on a.lettering_id = g.id
          left join (select lettering_id, sum(posted) as posted from lettered_line group by 1) l on l.lettering_id = g.id
          where g.ledger_id = $1 and coalesce(a.cleared, 0) <> coalesce(l.posted, 0)`,
  },
  {
    equation: 'postings_balance',
    check: 'balance of 471 = Σ unapplied, per currency',
    sql: `select 'account 471 ' || currency as subject, (posted - unapplied)::text as off from (
            select currency, sum(posted) as posted, sum(unapplied) as unapplied from (
              select currency, case side when 'credit' then amount_minor else -amount_minor end as posted, 0 as unapplied
              from posting_line where ledger_id = $1 and account = '471'
              union all
              select currency, 0, case side when 'credit' then unapplied_minor else -unapplied_minor end
              from payment where ledger_id = $1) both_sides
            group by currency) totals
          where posted <> unapplied`,
  },
  {
    equation: 'postings_balance',
    check: 'an allocation and a letter event have their letter group',
    sql: `select t.subject, t.lettering_id::text as off
          from (select id::text as subject, lettering_id from allocation where ledger_id = $1
            union all select 'letter event ' || event_index, lettering_id from lettering_event where ledger_id = $1) t
          left join lettering g on g.ledger_id = $1 and g.id = t.lettering_id
          where g.id is null`,
  },
  {
    equation: 'postings_balance',
    check: 'a letter group is whole exactly when it has a lettering date, and when its documents are closed',
    sql: `with ${currentLetters}
          select v.lettering_id::text as subject, v.kind as off
          from (select distinct on (lettering_id) lettering_id, kind, lettering_date from lettering_event
            where ledger_id = $1 order by lettering_id, event_index desc) v
          left join (select n.lettering_id, bool_or(i.residual_minor > 0) as is_open from (
              select lettering_id, open_item_id, sum(amount_minor) from lettered_item group by 1, 2
              having sum(amount_minor) <> 0) n
            join open_item i on i.ledger_id = $1 and i.id = n.open_item_id group by 1) o on o.lettering_id = v.lettering_id
          left join (select distinct lettering_id from lettered_item) m on m.lettering_id = v.lettering_id
          where (v.kind = 'lettered') <> (v.lettering_date is not null)
            or (v.kind = 'lettered' and coalesce(o.is_open, false))
            or (v.kind = 'unlettered') <> (m.lettering_id is null)`,
  },
  {
    equation: 'audit_chain_whole',
    check: 'every posting is told of in the chain, once',
    readsChain: true,
    sql: `with ${bookedPostings('0')}
          select p.id::text as subject, count(b.posting_id)::text as off
          from posting p left join booked b on b.posting_id = p.id
          where p.ledger_id = $1 group by p.ledger_id, p.id having count(b.posting_id) <> 1`,
  },
  {
    equation: 'audit_chain_whole',
    check: 'what was approved is what was carried out; limits and payers take two',
    sql: `select c.id::text as subject, c.kind as off
          from command c
          left join approval_request r on r.ledger_id = c.ledger_id and r.id = c.id
          left join approval a on a.ledger_id = c.ledger_id and a.request_id = c.id and a.decision = 'approved'
          where c.ledger_id = $1 and (r.id is not null or c.kind in ('set_tolerances', 'confirm_payer'))
            and (a.request_sha256, a.author) is distinct from (c.request_sha256, c.actor)`,
  },
];
