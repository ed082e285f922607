/** Builds the partition of one company from its files, row by row, and says what of that time was the index. */
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CurrencyCode } from '../../../src/domain/currency.ts';
import type { CustomerId, OpenItemId } from '../../../src/domain/ids.ts';
import type { LocalDate } from '../../../src/domain/local-date.ts';
import type { PartitionItem } from '../../../src/domain/partition.ts';
import {
  partitionBuilder,
  type PartitionBuilder,
  type PartitionColumns,
} from '../../../src/matching/index/partition.ts';
import { idOf, itemOf } from '../lettrage.ts';
import type { BenchBatch, BenchClosed, BenchCustomer, BenchHistory, BenchItem } from '../types.ts';
import type { Company } from './books.ts';
import { rowsOf } from './rows.ts';

type LoadedPartition = Readonly<{
  columns: PartitionColumns;
  /** Processor time of the builder alone: reading the files and making rows of them is not in it. */
  indexMicroseconds: number;
}>;

const rowsPerTurn = 5_000;

/** @param onTurn - awaited every few thousand rows, so that a thread that waits for its next task gets it. */
export async function loadPartition(
  company: Company,
  onTurn: () => Promise<unknown> = nextTurn,
): Promise<LoadedPartition> {
  const clock = stopwatch();
  const builder = clock.time(() => partitionBuilder(company));
  addPayers(builder, company.folder);
  for (const [kind, file] of [
    ['d', 'items'],
    ['e', 'closed'],
  ] as const)
    // prettier-ignore
    for (const items of inTurns(itemsOf(join(company.folder, `${file}.jsonl`), kind))) {
      clock.time(() => items.forEach(builder.addItem));
      await onTurn();
    }
  addCollections(builder, company.folder);
  const columns = clock.time(builder.finish);
  return { columns, indexMicroseconds: clock.microseconds() };
}

/** Adds up the processor time of several pieces of work, garbage collection in other threads included. */
function stopwatch() {
  let microseconds = 0;
  return {
    time<Value>(work: () => Value): Value {
      const start = process.cpuUsage();
      const value = work();
      const { user, system } = process.cpuUsage(start);
      microseconds += user + system;
      return value;
    },
    microseconds: () => microseconds,
  };
}

function* itemsOf(path: string, kind: 'd' | 'e'): Generator<PartitionItem> {
  for (const row of rowsOf<BenchItem | BenchClosed>(path))
    yield itemOf(row, kind, kind === 'd' ? Math.abs(row.amount) : 0);
}

function* inTurns<Row>(rows: Iterable<Row>): Generator<readonly Row[]> {
  let turn: Row[] = [];
  for (const row of rows) {
    if (turn.push(row) < rowsPerTurn) continue;
    yield turn;
    turn = [];
  }
  yield turn;
}

type Learned = Readonly<{ customer: number; name: string; iban: string; date: string; count: number }>;

function addPayers(builder: PartitionBuilder, folder: string): void {
  for (const { id, code, name, ibans } of rowsOf<BenchCustomer>(join(folder, 'customers.jsonl')))
    builder.addCustomer({ customerId: idOf<CustomerId>('c', id), code, name, ibans });
  const learned = new Map<string, Learned>();
  for (const { customer, name, iban, date } of rowsOf<BenchHistory>(join(folder, 'history.jsonl'))) {
    const key = `${customer} ${name} ${iban}`;
    learned.set(key, { customer, name, iban, date, count: (learned.get(key)?.count ?? 0) + 1 });
  }
  for (const { customer, name, iban, date, count } of learned.values()) {
    const alias = { customerId: idOf<CustomerId>('c', customer), confirmedCount: count, lastDate: date as LocalDate };
    if (iban !== '') builder.addAlias({ ...alias, kind: 'iban', value: iban });
    if (name !== '') builder.addAlias({ ...alias, kind: 'name', value: name });
  }
}

function addCollections(builder: PartitionBuilder, folder: string): void {
  for (const { id, items } of rowsOf<BenchBatch>(join(folder, 'batches.jsonl')))
    builder.addCollection({ reference: id, openItemIds: items.map((item) => idOf<OpenItemId>('d', item)) });
  for (const rates of rowsOf<Readonly<Record<string, number>>>(join(folder, 'rates.json')))
    for (const [from, rate] of Object.entries(rates))
      for (const [to, other] of Object.entries(rates))
        builder.addRate({ from: from as CurrencyCode, to: to as CurrencyCode, rate: rate / other });
}
