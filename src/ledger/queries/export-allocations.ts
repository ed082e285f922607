import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { letteringCode } from '../plan/lettering-code.ts';
import { letterStates, movedLetters } from './current-letters.ts';
import { decimalOf, readExportRows, type ExportPeriod } from './export-rows.ts';

/**
 * One allocation as other systems take it. Amounts are signed decimal strings: a credit note used up, or an invoice opened
 * again, is negative. Without a payment, what is of one is empty.
 */
export type ExportedAllocation = Readonly<{
  allocationId: string;
  allocatedAt: string;
  postingDate: string;
  postingId: string;
  /** The posting that this one takes back; empty for most. */
  reversesPostingId: string;
  bookingDate: string;
  bankAccount: string;
  paymentId: string;
  endToEndId: string;
  customerCode: string;
  documentNumber: string;
  documentKind: string;
  means: string;
  amount: string;
  currency: string;
  letteringCode: string;
  letteringDate: string;
  basis: string;
}>;

type Row = Omit<ExportedAllocation, 'amount' | 'letteringCode' | 'allocatedAt'> &
  Readonly<{ at: Date; amountMinor: bigint; codeNumber: number; letterKind: string }>;

/** All allocations posted in the period, in the order of posting date and id. */
export async function* exportAllocations(
  tx: PoolClient,
  ledgerId: LedgerId,
  { from, to }: ExportPeriod,
): AsyncGenerator<ExportedAllocation> {
  for await (const row of readExportRows<Row>(tx, allocations, [ledgerId, from, to])) {
    const { at, amountMinor, codeNumber, letterKind, ...texts } = row;
    yield {
      ...texts,
      allocatedAt: at.toISOString(),
      amount: decimalOf(amountMinor, texts.currency),
      letteringCode: letteringCode(codeNumber, letterKind === 'lettered'),
    };
  }
}

const allocations = `
  with ${movedLetters}, ${letterStates}
  select a.id as "allocationId", a.allocated_at as at, o.posting_date as "postingDate", o.id as "postingId",
    coalesce(o.reverses_posting_id::text, '') as "reversesPostingId", coalesce(p.booking_date::text, '') as "bookingDate",
    coalesce(b.identifier, '') as "bankAccount", coalesce(p.id::text, '') as "paymentId",
    coalesce(p.end_to_end_id, '') as "endToEndId", c.code as "customerCode", i.document_number as "documentNumber",
    i.kind as "documentKind", a.means, case a.side when 'debit' then a.amount_minor else -a.amount_minor end as "amountMinor",
    a.currency, g.code_number as "codeNumber", g.kind as "letterKind",
    coalesce(g.lettering_date::text, '') as "letteringDate", a.basis
  from allocation a
  join posting o on o.ledger_id = a.ledger_id and o.id = a.posting_id
  join open_item i on i.ledger_id = a.ledger_id and i.id = a.open_item_id
  join customer c on c.ledger_id = a.ledger_id and c.id = i.customer_id
  left join payment p on p.ledger_id = a.ledger_id and p.id = a.payment_id
  left join entry e on e.ledger_id = a.ledger_id and e.id = p.entry_id
  left join bank_account b on b.ledger_id = a.ledger_id and b.id = e.bank_account_id
  left join moved m on m.posting_id = a.posting_id and m.account = i.account and m.customer_id = i.customer_id and m.currency = i.currency
  join letter g on g.id = coalesce(m.lettering_id, a.lettering_id)
  where a.ledger_id = $1 and o.posting_date between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
  order by o.posting_date, a.id`;
