import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { formatDecimal, money } from '../../domain/money.ts';
import { letteringCode } from '../plan/lettering-code.ts';

/** One allocation as other systems take it; amounts are signed decimal strings, a credit note used up is negative. */
export type ExportedAllocation = Readonly<{
  allocationId: string;
  allocatedAt: string;
  bookingDate: string;
  bankAccount: string;
  paymentId: string;
  endToEndId: string;
  customerCode: string;
  documentNumber: string;
  amount: string;
  currency: string;
  letteringCode: string;
  letteringDate: string;
  basis: string;
}>;

type Row = Omit<ExportedAllocation, 'amount' | 'letteringCode' | 'allocatedAt'> &
  Readonly<{ at: Date; amountMinor: bigint; codeNumber: number; kind: string }>;

const pageSize = 2_000;

/** All allocations in the order of booking date and id; one page in memory at a time. */
export async function* exportAllocations(tx: PoolClient, ledgerId: LedgerId): AsyncGenerator<ExportedAllocation> {
  let after = { date: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const { rows } = await tx.query<Row>(page, [ledgerId, after.date, after.id, pageSize]);
    for (const { at, amountMinor, codeNumber, kind, ...row } of rows) {
      yield {
        ...row,
        allocatedAt: at.toISOString(),
        amount: formatDecimal(money(amountMinor, row.currency as CurrencyCode)),
        letteringCode: letteringCode(codeNumber, kind === 'lettered'),
      };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = { date: last.bookingDate, id: last.allocationId };
  }
}

const page = `
  select a.id as "allocationId", a.allocated_at as at, p.booking_date as "bookingDate", b.identifier as "bankAccount",
    p.id as "paymentId", coalesce(p.end_to_end_id, '') as "endToEndId", c.code as "customerCode",
    i.document_number as "documentNumber", case a.side when 'debit' then a.amount_minor else -a.amount_minor end as "amountMinor",
    a.currency, l.code_number as "codeNumber", v.kind, coalesce(v.lettering_date::text, '') as "letteringDate", a.basis
  from allocation a
  join payment p on p.ledger_id = a.ledger_id and p.id = a.payment_id
  join entry e on e.ledger_id = a.ledger_id and e.id = p.entry_id
  join bank_account b on b.ledger_id = a.ledger_id and b.id = e.bank_account_id
  join open_item i on i.ledger_id = a.ledger_id and i.id = a.open_item_id
  join customer c on c.ledger_id = a.ledger_id and c.id = i.customer_id
  join lettering l on l.ledger_id = a.ledger_id and l.id = a.lettering_id
  join lateral (
    select kind, lettering_date from lettering_event v where v.ledger_id = a.ledger_id and v.lettering_id = a.lettering_id
    order by event_index desc limit 1) v on true
  where a.ledger_id = $1 and (p.booking_date, a.id) > ($2::date, $3::uuid)
  order by p.booking_date, a.id limit $4`;
