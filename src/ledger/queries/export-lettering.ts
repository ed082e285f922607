import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { bookedPostings } from './booked-postings.ts';
import { bookLineOf, numberedPostings, type BookLine, type BookLineRow } from './book-line.ts';
import { letterStates, movedLetters } from './current-letters.ts';
import { readExportRows, type ExportPeriod } from './export-rows.ts';
import { rateOfDay } from './rate-of-day.ts';

/**
 * The letter groups as they stand: their documents, then our lines, group by group of each customer's account.
 *
 * A document counts with what the group clears of it and what is left of it: a whole group adds up to zero, and a partial
 * one to what is open. One that a posting of ours made is that posting's line.
 *
 * @param period - of the days, in UTC, on which the groups became what they are.
 */
export async function* exportLettering(
  tx: PoolClient,
  ledgerId: LedgerId,
  { from, to }: ExportPeriod,
): AsyncGenerator<BookLine> {
  for await (const row of readExportRows<BookLineRow>(tx, lettered, [ledgerId, from, to])) yield bookLineOf(row);
}

// An item that a posting made has no line number of its own: of lines alike, the first is the first item's.
const ownLines = `
  own as (
    select i.id, l.line_index from (
      select id, origin_posting_id, account, customer_id, side, amount_minor, currency, row_number() over (partition by
        origin_posting_id, account, customer_id, side, amount_minor, currency order by id) as place
      from open_item where ledger_id = $1 and origin_posting_id is not null) i
    join (
      select posting_id, account, customer_id, side, amount_minor, currency, line_index, row_number() over (partition by
        posting_id, account, customer_id, side, amount_minor, currency order by line_index) as place
      from posting_line where ledger_id = $1 and customer_id is not null and lettering_id is null) l
    on l.posting_id = i.origin_posting_id and l.account = i.account and l.customer_id = i.customer_id
      and l.side = i.side and l.amount_minor = i.amount_minor and l.currency = i.currency and l.place = i.place)`;

const documents = `
  document as (
    select coalesce(m.lettering_id, a.lettering_id) as lettering_id, a.open_item_id, sum(a.amount_minor) as cleared
    from allocation a join open_item i on i.ledger_id = $1 and i.id = a.open_item_id
    left join moved m on m.posting_id = a.posting_id and m.account = i.account and m.customer_id = i.customer_id and m.currency = i.currency
    where a.ledger_id = $1 group by 1, 2 having sum(a.amount_minor) <> 0)`;

const lettered = `
  with ${bookedPostings('0')}, ${numberedPostings}, ${movedLetters}, ${letterStates}, ${ownLines}, ${documents},
  line as (
    select d.lettering_id, 0 as rank, n.journal, n.number, own.line_index, n.id as posting_id,
      coalesce(n.posting_date, i.issue_date) as entry_date, i.document_number as reference, i.issue_date as reference_date,
      i.kind || ' ' || i.document_number as label, i.side, (d.cleared + i.residual_minor)::bigint as amount_minor,
      i.base_minor, i.amount_minor as whole_minor, n.at, n.sequence
    from document d join open_item i on i.ledger_id = $1 and i.id = d.open_item_id
    left join numbered n on n.id = i.origin_posting_id
    left join own on own.id = i.id
    union all
    select coalesce(m.lettering_id, l.lettering_id), 1, n.journal, n.number, l.line_index, n.id, n.posting_date,
      n.source_id::text, n.posting_date, n.label, l.side, l.amount_minor, l.base_minor, l.amount_minor, n.at,
      n.sequence
    from posting_line l join numbered n on n.id = l.posting_id
    left join moved m on m.posting_id = l.posting_id and m.account = l.account and m.customer_id = l.customer_id and m.currency = l.currency
    where l.ledger_id = $1 and l.lettering_id is not null)
  select l.journal, l.number as "entryNumber", l.line_index as "lineIndex", l.posting_id as "postingId",
    l.entry_date as "entryDate", g.account, null as "bankName", c.code as "customerCode", c.name as "customerName",
    l.reference, l.reference_date as "referenceDate", l.label, l.side, l.amount_minor as "amountMinor", g.currency,
    case when g.currency = base.base_currency then l.amount_minor
      when l.whole_minor = 0 then l.base_minor
      else round(l.base_minor::numeric * l.amount_minor / l.whole_minor)::bigint end as "baseMinor",
    case when l.rank = 0 and g.currency <> base.base_currency
      then (${rateOfDay('g.currency', 'l.reference_date')}) end as rate,
    base.base_currency as "baseCurrency", g.code_number as "codeNumber", g.kind as "letterKind",
    g.lettering_date as "letteringDate", (l.at at time zone 'UTC')::date as "bookedOn"
  from letter g join line l on l.lettering_id = g.id
  join customer c on c.ledger_id = $1 and c.id = g.customer_id
  cross join base
  where g.kind <> 'unlettered' and (g.happened_at at time zone 'UTC')::date
    between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
  order by g.account, c.code, g.code_number, l.rank, l.reference_date, l.sequence nulls first, l.reference, l.line_index`;
