/**
 * How the API's questions are asked: typed queries over the tables of {@link file://./../schema.ts}, in a transaction
 * that only reads, sees one ledger, and sees all of it as of one moment.
 */
import { sql, type SQL } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Pool, PoolClient } from 'pg';
import { inLedger } from '../transaction.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';

export type Orm = NodePgDatabase;

/** Reads from one ledger: several questions asked by `work` get answers that fit together. */
export const readLedger = <T>(pool: Pool, ledgerId: LedgerId, work: (orm: Orm) => Promise<T>): Promise<T> =>
  inLedger(pool, ledgerId, (tx) => work(ormOf(tx)), 'snapshot');

/** Typed queries in a transaction that is open already. */
export const ormOf = (tx: PoolClient): Orm => drizzle({ client: tx });

/**
 * The column as it is, said to hold `Value`: the schema knows `uuid` and `date`, not our brands.
 *
 * Passes by the column's own decoder, so not for `bigint` and `timestamptz`.
 */
export const typed = <Value extends string | null>(column: AnyPgColumn): SQL<Value> => sql<Value>`${column}`;

/** A JSON document, said to hold `Value`: it was written by this ledger. */
export const document = <Value extends object | null>(column: AnyPgColumn): SQL<Value> => sql<Value>`${column}`;

/** Two columns of a select that come out as one `Money`. */
export const amountOf = <Minor extends AnyPgColumn<{ data: bigint }>>(minor: Minor, currency: AnyPgColumn) => ({
  minor,
  currency: typed<CurrencyCode>(currency),
});

/** How many rows, as a number: our lists are shorter than two thousand million. */
export const rowCount: SQL<number> = sql<number>`count(*)::int`;
