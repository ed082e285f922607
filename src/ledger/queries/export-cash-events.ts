/**
 * Which invoices were paid, when, and by how much at each VAT rate: what a company tells its invoicing platform as status
 * "Encaissée", and reports of payments where VAT falls due with them. One event for each amount received, and one with the
 * opposite amount when it is taken back.
 *
 * @see Code général des impôts, art. 290 A
 */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { splitByRate } from '../plan/vat-shares.ts';
import { fromStoredVat, type StoredVatShare } from '../vat-column.ts';
import { bookedPostings } from './booked-postings.ts';
import { decimalOf, readExportRows, type ExportPeriod } from './export-rows.ts';

/** Amounts are signed decimal strings; those by rate add up to `amount`, tax included. */
export type CashEvent = Readonly<{
  /** Where it stands among all events: the next export takes what comes after the last of this one. */
  cursor: string;
  /** Made from what it is: the same event has the same id in every export. */
  eventId: string;
  kind: 'received' | 'taken_back';
  /** The event that this one takes back; empty when it takes back none, or parts of several. */
  takesBackEventId: string;
  /** The day of receipt; of what is taken back, the day it is booked on. */
  date: LocalDate;
  documentNumber: string;
  documentKind: string;
  documentDate: LocalDate;
  customerCode: string;
  paymentId: string;
  amount: string;
  currency: string;
  /** Empty when nobody has said the rates of the document. */
  amountsByRate: readonly Readonly<{ rateBp: number; amount: string }>[];
}>;

type Row = Omit<CashEvent, 'cursor' | 'kind' | 'amount' | 'currency' | 'amountsByRate'> &
  Readonly<{
    sequence: bigint;
    amountMinor: bigint;
    isTakenBack: boolean;
    currency: CurrencyCode;
    vat: readonly StoredVatShare[] | null;
  }>;

/**
 * The events in the order of booking.
 *
 * @param after - the `cursor` of the last event that the consumer has; 0 for all.
 */
export async function* exportCashEvents(
  tx: PoolClient,
  ledgerId: LedgerId,
  { from, to, after }: ExportPeriod & Readonly<{ after: bigint }>,
): AsyncGenerator<CashEvent> {
  for await (const row of readExportRows<Row>(tx, events, [ledgerId, from, to, after])) {
    const { sequence, amountMinor, isTakenBack, vat, ...texts } = row;
    const { currency } = texts;
    const shares = splitByRate(amountMinor, fromStoredVat(vat, currency) ?? []);
    yield {
      cursor: String(sequence),
      ...texts,
      kind: isTakenBack ? 'taken_back' : 'received',
      amount: decimalOf(amountMinor, currency),
      amountsByRate: shares.map(({ rateBp, grossMinor }) => ({ rateBp, amount: decimalOf(grossMinor, currency) })),
    };
  }
}

// What a bank kept of it as its fee, the customer has paid: the charge is ours. Money that was put on account or paid in advance is received for an invoice when it is netted against it, as of the day it came.
const events = `
  with ${bookedPostings('$4::bigint')}
  select b.sequence, a.id as "eventId", coalesce(earlier.id::text, '') as "takesBackEventId",
    o.reverses_posting_id is not null as "isTakenBack",
    case when o.reverses_posting_id is not null then o.posting_date else coalesce(p.booking_date, money.came_on) end as date,
    i.document_number as "documentNumber", i.kind as "documentKind", i.issue_date as "documentDate",
    c.code as "customerCode", coalesce(p.id::text, '') as "paymentId",
    case a.side when 'debit' then a.amount_minor else -a.amount_minor end as "amountMinor", a.currency, i.vat
  from booked b
  join posting o on o.ledger_id = $1 and o.id = b.posting_id
  join allocation a on a.ledger_id = $1 and a.posting_id = o.id
  join open_item i on i.ledger_id = $1 and i.id = a.open_item_id
  join customer c on c.ledger_id = $1 and c.id = i.customer_id
  left join payment p on p.ledger_id = $1 and p.id = a.payment_id
  left join lateral (
    select max(m.issue_date) as came_on from allocation n join open_item m on m.ledger_id = $1 and m.id = n.open_item_id
    where a.means = 'netting' and n.ledger_id = $1 and n.posting_id = o.id and n.payment_id is null
      and m.kind in ('on_account', 'advance')) money on true
  left join lateral (
    select r.id from allocation r where o.reverses_posting_id is not null and r.ledger_id = $1
      and r.posting_id = o.reverses_posting_id and r.open_item_id = a.open_item_id and r.means = a.means) earlier on true
  where i.kind in ('invoice', 'credit_note', 'down_payment')
    and (a.means in ('payment', 'bank_charge') or money.came_on is not null)
    and o.posting_date between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
  order by b.sequence, a.id`;
