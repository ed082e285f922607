import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { openRewind } from '../../ledger/plan/rewind.ts';
import {
  measurePartition,
  readPartitionCustomers,
  readPartitionItems,
  readPayerAliases,
  readRecentPayments,
} from '../../ledger/queries/matching-input.ts';
import { readAuditSequence, readRewind } from '../../ledger/queries/read-rewind.ts';
import { listPaymentRanges, type PaymentRange, type PaymentsSeen } from '../../ledger/queries/waiting-payments.ts';
import { digestColumns } from '../../matching/index/columns-digest.ts';
import { partitionBuilder, repeatDays, type PartitionColumns } from '../../matching/index/partition.ts';
import { partitionBytes } from '../../matching/index/partition-size.ts';
import type { WorkContext } from '../work-context.ts';

/** The open items of one ledger and currency do not fit the memory that matching may use. */
export class PartitionTooLarge extends Error {
  override readonly name = 'PartitionTooLarge';
  constructor(currency: CurrencyCode, neededBytes: number, allowedBytes: number) {
    const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1_048_576));
    super(
      `Matching the open items in ${currency} needs ${megabytes(neededBytes)} MB; LETTRAGE_MATCH_MEMORY_MB allows ${megabytes(allowedBytes)}. Raise it and run again.`,
    );
  }
}

/** Which books: those that `tx` sees, or with `asOf` those after that event of the audit chain. */
export type PartitionAsked = Readonly<{
  ledgerId: LedgerId;
  currency: CurrencyCode;
  seen: PaymentsSeen;
  asOf: bigint | null;
}>;

/** What is matched: the partition, and the payments cut into ranges for threads. */
export type LoadedPartition = Readonly<{
  columns: PartitionColumns;
  ranges: readonly PaymentRange[];
  /** What people declined later than these books: to be left out. */
  declinedSince: ReadonlySet<string>;
  /** The last event of the audit chain in it, and the SHA-256 of what matching reads. */
  auditSequence: bigint;
  inputsSha256: string;
}>;

/** @throws PartitionTooLarge, before anything is loaded; ResidualTooLarge */
export async function loadPartition(
  tx: PoolClient,
  { largestPartitionBytes, paymentsPerTask }: Pick<WorkContext, 'largestPartitionBytes' | 'paymentsPerTask'>,
  { ledgerId, currency, seen, asOf }: PartitionAsked,
): Promise<LoadedPartition> {
  const measure = await measurePartition(tx, ledgerId, currency);
  const needed = partitionBytes(measure);
  if (needed > largestPartitionBytes) throw new PartitionTooLarge(currency, needed, largestPartitionBytes);
  const rewind = asOf === null ? openRewind() : await readRewind(tx, ledgerId, asOf);
  const builder = partitionBuilder(measure);
  await addAll(readPartitionCustomers(tx, ledgerId), rewind.customer, builder.addCustomer);
  await addAll(readPayerAliases(tx, ledgerId), rewind.alias, builder.addAlias);
  for (const alias of rewind.forgottenAliases()) builder.addAlias(alias);
  await addAll(readPartitionItems(tx, ledgerId, currency), rewind.item, builder.addItem);
  for (const paid of await readRecentPayments(tx, ledgerId, seen, repeatDays, rewind)) builder.addPaid(paid);
  const columns = builder.finish();
  return {
    columns,
    ranges: await listPaymentRanges(tx, ledgerId, seen, paymentsPerTask),
    declinedSince: rewind.declinedSince,
    auditSequence: asOf ?? (await readAuditSequence(tx, ledgerId)),
    inputsSha256: digestColumns(columns),
  };
}

/** Takes rows as they were, those that were not there yet left out. */
async function addAll<Row>(
  source: AsyncIterable<readonly Row[]>,
  asItWas: (now: Row) => Row | null,
  add: (row: Row) => void,
): Promise<void> {
  for await (const rows of source)
    for (const row of rows) {
      const then = asItWas(row);
      if (then !== null) add(then);
    }
}
