/** What customers owe, by days past due, as it is or as it was known at an instant. */
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { inLedger } from '../transaction.ts';
import { booksAsOf, findAuditSequence } from './as-of.ts';

/** Last days past due of each bucket but the open last one: 1-30, 31-60, 61-90, from 91. */
export const usualBuckets: readonly number[] = [30, 60, 90];

/** What one customer owes in one currency, minor units, ≥ 0. Credits lower no bucket: nobody has said what they pay. */
export type AgedRow = Readonly<{
  customerId: CustomerId;
  code: string;
  name: string;
  currency: CurrencyCode;
  notDueMinor: bigint;
  /** A bucket more than there are limits. */
  pastDueMinor: readonly bigint[];
  /** Credit notes, and what is to be paid back. */
  creditsMinor: bigint;
  /** Money of the customer that no document claims: on account, and advances. */
  onAccountMinor: bigint;
}>;

export type AgedBalance = Readonly<{
  /** By customer code, then currency; customers are called what they are called now. */
  rows: readonly AgedRow[];
  /** Money whose payer or purpose is unknown (471), by currency; negative where more went out. */
  suspense: readonly Readonly<{ currency: CurrencyCode; minor: bigint }>[];
}>;

export type AgedBalanceQuestion = Readonly<{
  /** The instant at which it was known; null: now. */
  asOf: Date | null;
  /** The day that "past due" is counted to: what is due on it is not past due. */
  day: LocalDate;
  /** Rising. */
  buckets: readonly number[];
}>;

export const agedBalance = (pool: Pool, ledgerId: LedgerId, question: AgedBalanceQuestion): Promise<AgedBalance> =>
  inLedger(pool, ledgerId, (tx) => readAgedBalance(tx, ledgerId, question), 'snapshot');

/** As {@link agedBalance}, of the moment that the transaction sees. */
export async function readAgedBalance(
  tx: PoolClient,
  ledgerId: LedgerId,
  question: AgedBalanceQuestion,
): Promise<AgedBalance> {
  const { asOf } = question;
  const sequence = asOf === null ? 0n : await findAuditSequence(tx, ledgerId, asOf);
  return {
    rows: await readRows(tx, ledgerId, sequence, question),
    suspense: await readSuspense(tx, ledgerId, sequence, asOf),
  };
}

type Column = 'owed' | 'credits' | 'on_account';
type Cell = Pick<AgedRow, 'customerId' | 'code' | 'name' | 'currency'> &
  Readonly<{ column: Column; bucket: number; minor: bigint }>;

async function readRows(
  tx: PoolClient,
  ledgerId: LedgerId,
  sequence: bigint,
  { asOf, day, buckets }: AgedBalanceQuestion,
): Promise<readonly AgedRow[]> {
  const { rows } = await tx.query<Cell>(
    `with ${booksAsOf},
     cell as (
       select customer_id, currency,
         case when side = 'debit' then 'owed' when kind in ('on_account', 'advance') then 'on_account' else 'credits' end as col,
         case side when 'debit' then width_bucket($4::date - due_date, $5::int[]) else 0 end as bucket,
         sum(residual_minor)::bigint as minor
       from item_then where residual_minor > 0 group by 1, 2, 3, 4)
     select c.id as "customerId", c.code, c.name, cell.currency, cell.col as "column", cell.bucket, cell.minor
     from cell join customer c on c.ledger_id = $1 and c.id = cell.customer_id
     order by c.code collate "C", cell.currency`,
    [ledgerId, asOf, sequence, day, [1, ...buckets.map((lastDay) => lastDay + 1)]],
  );
  const byKey = new Map<string, Cell[]>();
  for (const cell of rows) {
    const key = `${cell.customerId} ${cell.currency}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [cell]);
    else known.push(cell);
  }
  return [...byKey.values()].flatMap((cells) => rowOf(cells, buckets.length + 1));
}

function rowOf(cells: readonly Cell[], bucketCount: number): readonly AgedRow[] {
  const [first] = cells;
  if (first === undefined) return [];
  const minorOf = (column: Column, bucket: number): bigint =>
    cells.find((cell) => cell.column === column && cell.bucket === bucket)?.minor ?? 0n;
  const { customerId, code, name, currency } = first;
  return [
    {
      customerId,
      code,
      name,
      currency,
      notDueMinor: minorOf('owed', 0),
      pastDueMinor: Array.from({ length: bucketCount }, (_, index) => minorOf('owed', index + 1)),
      creditsMinor: minorOf('credits', 0),
      onAccountMinor: minorOf('on_account', 0),
    },
  ];
}

async function readSuspense(tx: PoolClient, ledgerId: LedgerId, sequence: bigint, asOf: Date | null) {
  const { rows } = await tx.query<AgedBalance['suspense'][number]>(
    `with ${booksAsOf} select currency, minor from suspense_then order by currency`,
    [ledgerId, asOf, sequence],
  );
  return rows;
}
