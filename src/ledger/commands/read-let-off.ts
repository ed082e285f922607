/** What was let off so far, summed from the rows: of documents, of payments that were too much, of customers by month. */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { valueInBase, type Worth } from '../plan/exchange.ts';
import { monthKey, type ClearedByMeans } from '../plan/let-off.ts';
import { shareOf } from '../plan/rounding.ts';
import { readRate, readWorth } from './read-worth.ts';

/** Has others who let something off of these customers wait: they share one limit. */
export async function lockCustomers(tx: PoolClient, ledgerId: LedgerId, ids: Iterable<CustomerId>): Promise<void> {
  await tx.query('select from customer where ledger_id = $1 and id = any($2::uuid[]) order by id for no key update', [
    ledgerId,
    [...ids],
  ]);
}

/** All that was ever cleared of these documents, by what cleared it; sums of nothing left out. */
export async function readClearedByMeans(
  tx: PoolClient,
  ledgerId: LedgerId,
  ids: readonly OpenItemId[],
): Promise<readonly ClearedByMeans[]> {
  const { rows } = await tx.query<ClearedByMeans>(
    `select open_item_id as "openItemId", means, sum(amount_minor)::bigint as minor from allocation
     where ledger_id = $1 and open_item_id = any($2::uuid[]) group by 1, 2 having sum(amount_minor) <> 0 order by 1, 2`,
    [ledgerId, ids],
  );
  return rows;
}

// What a person or a run cleared of these customers, dated by what it takes back where it does.
const clearedOfCustomers = `
  cleared as materialized (
    select c.id as customer_id, i.id as open_item_id, a.posting_id, a.payment_id, a.means, a.amount_minor,
      r.id is not null as is_reversal, to_char(coalesce(r.posting_date, p.posting_date), 'YYYY-MM') as month
    from unnest($2::uuid[]) as c (id)
    join open_item i on i.ledger_id = $1 and i.customer_id = c.id
    join allocation a on a.ledger_id = $1 and a.open_item_id = i.id
    join posting p on p.ledger_id = $1 and p.id = a.posting_id
    left join posting r on r.ledger_id = $1 and r.id = p.reverses_posting_id)`;

/** What of a payment was more than its items: `$1` the ledger; a posting that writes items off has none. */
const overpaidLines = `
  select p.payment_id, p.id as posting_id, case when p.reverses_posting_id is null then l.amount_minor
    else -l.amount_minor end as minor
  from posting p
  join posting_line l on l.ledger_id = $1 and l.posting_id = p.id and l.account in ('658', '758')
  where p.ledger_id = $1 and not exists (select from allocation a where a.ledger_id = $1
    and a.payment_id = p.payment_id and a.posting_id = p.id and a.means = 'write_off')`;

/** In the currency of each payment. */
export async function readOverpaid(
  tx: PoolClient,
  ledgerId: LedgerId,
  ids: readonly PaymentId[],
): Promise<ReadonlyMap<PaymentId, bigint>> {
  const { rows } = await tx.query<{ id: PaymentId; minor: bigint }>(
    `select payment_id as id, sum(minor)::bigint as minor from (${overpaidLines}
       and p.id in (select posting_id from allocation a where a.ledger_id = $1 and a.payment_id = any($2::uuid[]))
     ) overpaid where payment_id = any($2::uuid[]) group by 1`,
    [ledgerId, ids],
  );
  return new Map(rows.map(({ id, minor }) => [id, minor]));
}

type WrittenOffItem = Readonly<{
  customerId: CustomerId;
  month: string;
  id: OpenItemId;
  currency: CurrencyCode;
  amountMinor: bigint;
  baseMinor: bigint | null;
  issueDate: LocalDate;
  minor: bigint;
}>;

type OverpaidPayment = Readonly<{
  customerId: CustomerId;
  month: string;
  id: PaymentId;
  currency: CurrencyCode;
  bookingDate: LocalDate;
  minor: bigint;
}>;

/**
 * What was written off of these customers in the months of `days`, by {@link monthKey}, in the base currency; null where
 * that is not known. What was taken back counts in the month that it was written off in. A month with nothing is absent.
 */
export async function readMonthly(
  tx: PoolClient,
  ledgerId: LedgerId,
  customerIds: readonly CustomerId[],
  days: readonly LocalDate[],
): Promise<ReadonlyMap<string, bigint | null>> {
  const asked = [ledgerId, customerIds, [...new Set(days.map((day) => day.slice(0, 7)))]];
  const items = await tx.query<WrittenOffItem>(
    `with ${clearedOfCustomers}
     select c.customer_id as "customerId", c.month, i.id, i.currency, i.amount_minor as "amountMinor",
       i.base_minor as "baseMinor", i.issue_date as "issueDate", c.minor
     from (select customer_id, month, open_item_id, sum(amount_minor)::bigint as minor from cleared
       where means = 'write_off' and month = any($3::text[]) group by 1, 2, 3 having sum(amount_minor) <> 0) c
     join open_item i on i.ledger_id = $1 and i.id = c.open_item_id`,
    asked,
  );
  const overpaid = await tx.query<OverpaidPayment>(
    `with ${clearedOfCustomers}
     select c.customer_id as "customerId", c.month, paid.id, paid.currency, paid.booking_date as "bookingDate",
       sum(case when c.is_reversal then -l.amount_minor else l.amount_minor end)::bigint as minor
     from (select customer_id, month, posting_id, payment_id, is_reversal from cleared
       where payment_id is not null and month = any($3::text[])
       group by 1, 2, 3, 4, 5 having bool_and(means <> 'write_off')) c
     join posting_line l on l.ledger_id = $1 and l.posting_id = c.posting_id and l.account in ('658', '758')
     join payment paid on paid.ledger_id = $1 and paid.id = c.payment_id
     group by 1, 2, 3, 4, 5`,
    asked,
  );
  const worth = await readWorth(tx, ledgerId, null, items.rows);
  const monthly = new Map<string, bigint | null>();
  const add = ({ customerId, month }: Readonly<{ customerId: CustomerId; month: string }>, value: bigint | null) => {
    const key = monthKey(customerId, month);
    const sum = monthly.get(key);
    monthly.set(key, sum === null || value === null ? null : (sum ?? 0n) + value);
  };
  for (const row of items.rows) add(row, documentValue(worth, row, row.minor));
  for (const row of overpaid.rows) add(row, await cashValue(tx, ledgerId, row, row.minor, worth.baseCurrency));
  return monthly;
}

/** Minor units of a document in the base currency, half up; null: nobody said what it is worth. */
export function documentValue(
  { baseCurrency, documents }: Worth,
  item: Readonly<{ id: OpenItemId; currency: CurrencyCode; amountMinor: bigint }>,
  minor: bigint,
): bigint | null {
  if (item.currency === baseCurrency) return minor;
  const document = documents.get(item.id);
  return document === undefined ? null : shareOf(document.baseMinor, minor, item.amountMinor);
}

/** Minor units of a payment in the base currency, at the rate of its day; null where there is none. */
export async function cashValue(
  tx: PoolClient,
  ledgerId: LedgerId,
  payment: Readonly<{ id: PaymentId; currency: CurrencyCode; bookingDate: LocalDate }>,
  minor: bigint,
  baseCurrency: CurrencyCode,
): Promise<bigint | null> {
  if (payment.currency === baseCurrency) return minor;
  const rate = await readRate(tx, ledgerId, payment.currency, payment.bookingDate);
  return rate === null ? null : valueInBase(minor, payment.currency, rate, baseCurrency);
}
