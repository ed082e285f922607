import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { bookedPostings } from './booked-postings.ts';
import { bookLineOf, numberedPostings, type BookLine, type BookLineRow } from './book-line.ts';
import { letterStates, movedLetters } from './current-letters.ts';
import { readExportRows, type ExportPeriod } from './export-rows.ts';
import { rateOfDay } from './rate-of-day.ts';

/**
 * The lines of all postings dated in the period, in the order of booking. Numbers run over all postings, whatever the
 * period, so that a line has the same number in every export. What a bank booked in another currency has its value at the
 * rate of the day, as the payment has when it is used.
 */
export async function* exportPostings(
  tx: PoolClient,
  ledgerId: LedgerId,
  { from, to }: ExportPeriod,
): AsyncGenerator<BookLine> {
  for await (const row of readExportRows<BookLineRow>(tx, lines, [ledgerId, from, to])) yield bookLineOf(row);
}

const lines = `
  with ${bookedPostings('0')}, ${numberedPostings}, ${movedLetters}, ${letterStates}
  select n.journal, n.number as "entryNumber", l.line_index as "lineIndex", n.id as "postingId",
    n.posting_date as "entryDate", l.account, bank.name as "bankName", c.code as "customerCode", c.name as "customerName",
    n.source_id as reference, n.posting_date as "referenceDate", n.label, l.side, l.amount_minor as "amountMinor",
    l.currency, case l.currency when base.base_currency then l.amount_minor else l.base_minor end as "baseMinor",
    case when n.journal = 'BQ' and l.currency <> base.base_currency
      then (${rateOfDay('l.currency', 'n.posting_date')}) end as rate,
    base.base_currency as "baseCurrency", letter.code_number as "codeNumber", letter.kind as "letterKind",
    letter.lettering_date as "letteringDate", (n.at at time zone 'UTC')::date as "bookedOn"
  from numbered n
  join posting_line l on l.ledger_id = $1 and l.posting_id = n.id
  cross join base
  left join bank on bank.gl_account = l.account
  left join customer c on c.ledger_id = $1 and c.id = l.customer_id
  left join moved m on l.lettering_id is not null and m.posting_id = l.posting_id and m.account = l.account
    and m.customer_id = l.customer_id and m.currency = l.currency
  left join letter on letter.id = coalesce(m.lettering_id, l.lettering_id)
  where n.posting_date between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
  order by n.sequence, n.entry_index, n.id, l.line_index`;
