/** Money that no document claims, by how long it has been so: in suspense (471), on account (411) and advances (4191). */
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { inLedger } from '../transaction.ts';
import { booksAsOf, findAuditSequence } from './as-of.ts';

/** Last days of age of each bucket but the open last one: 0-7, 8-30, 31-90, from 91. */
export const usualAges: readonly number[] = [7, 30, 90];

export const unappliedKinds = ['money_in', 'money_out', 'on_account', 'advance'] as const;

export type UnappliedCash = Readonly<{
  currency: CurrencyCode;
  /** `money_in` and `money_out` are in suspense. */
  kind: (typeof unappliedKinds)[number];
  count: number;
  minor: bigint;
  /** A bucket more than there are ages, minor units. */
  byAge: readonly Readonly<{ count: number; minor: bigint }>[];
}>;

/**
 * @param asOf - the instant at which it was known; null: now.
 * @param day - that ages are counted to: from the booking date of a payment, the issue date of an item.
 */
export async function readUnappliedCash(
  pool: Pool,
  ledgerId: LedgerId,
  { asOf, day, ages }: Readonly<{ asOf: Date | null; day: LocalDate; ages: readonly number[] }>,
): Promise<readonly UnappliedCash[]> {
  type Cell = Pick<UnappliedCash, 'currency' | 'kind' | 'count' | 'minor'> & Readonly<{ bucket: number }>;
  const { rows } = await inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const sequence = asOf === null ? 0n : await findAuditSequence(tx, ledgerId, asOf);
      return tx.query<Cell>(cashSql, [ledgerId, asOf, sequence, day, ages.map((lastDay) => lastDay + 1)]);
    },
    'snapshot',
  );
  const keys = new Map(rows.map(({ currency, kind }) => [`${currency} ${kind}`, { currency, kind }]));
  return [...keys.values()].map(({ currency, kind }) => {
    const cells = rows.filter((cell) => cell.currency === currency && cell.kind === kind);
    const byAge = Array.from({ length: ages.length + 1 }, (_, bucket) => {
      const cell = cells.find((cell) => cell.bucket === bucket);
      return { count: cell?.count ?? 0, minor: cell?.minor ?? 0n };
    });
    const count = byAge.reduce((sum, cell) => sum + cell.count, 0);
    return { currency, kind, count, minor: byAge.reduce((sum, cell) => sum + cell.minor, 0n), byAge };
  });
}

const cashSql = `
  with ${booksAsOf}
  select currency, kind, bucket, count(*)::int as count, sum(minor)::bigint as minor from (
    select currency, case side when 'credit' then 'money_in' else 'money_out' end as kind, unapplied_minor as minor,
      width_bucket($4::date - booking_date, $5::int[]) as bucket
    from payment_then where unapplied_minor > 0 and ($2::timestamptz is not null or unapplied_now_minor > 0)
    union all
    select currency, kind, residual_minor, width_bucket($4::date - issue_date, $5::int[])
    from item_then where residual_minor > 0 and kind in ('on_account', 'advance')) cash
  group by currency, kind, bucket order by currency, kind, bucket`;
