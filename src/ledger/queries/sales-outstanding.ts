/** Days of sales outstanding by count-back, as known at an instant. */
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { countBack, type CountBack, type MonthOfSales } from '../plan/count-back.ts';
import { inLedger } from '../transaction.ts';
import { booksAsOf, findAuditSequence } from './as-of.ts';

export type SalesOutstanding = CountBack &
  Readonly<{
    /** Invoices less credit notes, VAT included: what is left of them. Money on account lowers nothing. */
    owedMinor: bigint;
  }>;

type Asked = Readonly<{
  currency: CurrencyCode;
  /** Null: now. */
  asOf: Date | null;
  day: LocalDate;
}>;

/** Sales are dated by issue; documents that a command of ours moved to another customer count once. */
export async function readSalesOutstanding(
  pool: Pool,
  ledgerId: LedgerId,
  { currency, asOf, day }: Asked,
): Promise<SalesOutstanding> {
  const rows = await inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const sequence = asOf === null ? 0n : await findAuditSequence(tx, ledgerId, asOf);
      return (await tx.query<MonthRow>(salesSql, [ledgerId, asOf, sequence, currency, day])).rows;
    },
    'snapshot',
  );
  const owedMinor = rows.reduce((sum, row) => sum + row.owedMinor, 0n);
  return { owedMinor, ...countBack(owedMinor, monthsUntil(day, rows)) };
}

type MonthRow = Readonly<{ month: string; salesMinor: bigint; owedMinor: bigint }>;

const salesSql = `
  with ${booksAsOf}
  select to_char(issue_date, 'YYYY-MM') as month,
    coalesce(sum(case side when 'debit' then amount_minor else -amount_minor end)
      filter (where origin_posting_id is null and kind in ('invoice', 'credit_note')), 0)::bigint as "salesMinor",
    sum(case side when 'debit' then residual_minor else -residual_minor end)::bigint as "owedMinor"
  from item_then
  where currency = $4 and issue_date <= $5::date and kind in ('invoice', 'credit_note', 'down_payment', 'retention')
  group by 1 order by 1`;

/** From the month of `day` back to the first of the rows, without a hole. */
function monthsUntil(day: LocalDate, rows: readonly MonthRow[]): readonly MonthOfSales[] {
  const [first] = rows;
  if (first === undefined) return [];
  const salesOf = new Map(rows.map(({ month, salesMinor }) => [month, salesMinor]));
  const months: MonthOfSales[] = [];
  let days = Number(day.slice(8));
  for (let month = day.slice(0, 7); month >= first.month;) {
    months.push({ month, salesMinor: salesOf.get(month) ?? 0n, days });
    // The day before the first of a month is the last of the one before.
    const dayBefore = new Date(Date.parse(`${month}-01T00:00:00.000Z`) - 86_400_000).toISOString();
    month = dayBefore.slice(0, 7);
    days = Number(dayBefore.slice(8, 10));
  }
  return months;
}
