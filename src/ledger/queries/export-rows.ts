/** Rows of an export as they come: all of one snapshot, a page of them in memory. */
import type { PoolClient, QueryResultRow } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { formatDecimal, money } from '../../domain/money.ts';

/** Both days included; null: no end on that side. */
export type ExportPeriod = Readonly<{ from: LocalDate | null; to: LocalDate | null }>;

const pageSize = 2_000;

/** Reads a query through a cursor of the transaction. One at a time. */
export async function* readExportRows<Row extends QueryResultRow>(
  tx: PoolClient,
  sql: string,
  values: readonly unknown[],
): AsyncGenerator<Row> {
  // All rows will be read, in an order that no index has: the plan for the first few is not the one for all.
  await tx.query(
    `select set_config('cursor_tuple_fraction', '1', true), set_config('work_mem', '64MB', true),
       set_config('jit', 'off', true)`,
  );
  await tx.query(`declare export_row no scroll cursor for ${sql}`, [...values]);
  for (;;) {
    const { rows } = await tx.query<Row>(`fetch ${pageSize} from export_row`);
    yield* rows;
    if (rows.length < pageSize) break;
  }
  await tx.query('close export_row');
}

/** A decimal string; signed when `minor` is. */
export const decimalOf = (minor: bigint, currency: string): string =>
  formatDecimal(money(minor, currency as CurrencyCode));
