/** Rows in, in any order; shared columns out, always in the same order. */
import type { CustomerId } from '../domain/ids.ts';
import { customerNameKeyOf } from './customer-name.ts';
import { collectSeries } from './document-series.ts';
import { insertEntry, tableSizeBytes } from './hash-table.ts';
import { hashKey } from './key-hash.ts';
import { creditorReferenceKeyOf, documentKeyOf, keyOf } from './key-text.ts';
import {
  itemKinds,
  type PartitionColumns,
  type PartitionCustomer,
  type PartitionItem,
  type PartitionSize,
} from './partition-columns.ts';
import { textHeap, type TextHeap } from './text-heap.ts';
import { compareUuids, writeUuid } from './uuid-bytes.ts';

const largestResidual = 9_223_372_036_854_775_807n;
const largestTextBytes = 65_535;

type StagedIban = Readonly<{ iban: string; customerRow: number }>;

export type PartitionBuilder = Readonly<{
  addCustomer(customer: PartitionCustomer): void;
  addItem(item: PartitionItem): void;
  finish(): PartitionColumns;
}>;

/** Items as they arrive; `customers` holds the place at which the customer was added. */
type StagedItems = Readonly<{
  ids: Uint8Array;
  customers: Uint32Array;
  kinds: Uint8Array;
  residuals: BigInt64Array;
  textStarts: Uint32Array;
  documentSizes: Uint16Array;
  texts: TextHeap;
}>;

const shared = (sizeBytes: number): SharedArrayBuffer => new SharedArrayBuffer(sizeBytes);

function stageItems(size: PartitionSize): StagedItems {
  return {
    ids: new Uint8Array(size.itemCount * 16),
    customers: new Uint32Array(size.itemCount),
    kinds: new Uint8Array(size.itemCount),
    residuals: new BigInt64Array(size.itemCount),
    textStarts: new Uint32Array(size.itemCount + 1),
    documentSizes: new Uint16Array(size.itemCount),
    texts: textHeap(size.textBytes),
  };
}

/**
 * Collects one partition: all customers first, then items of those customers.
 *
 * @throws RangeError when more rows come than were announced, for an item of a customer never added, an id that is no
 * UUID, a residual below 0 or beyond Postgres `bigint`, or a text over 64 kB: none can come from the ledger.
 */
export function partitionBuilder(size: PartitionSize): PartitionBuilder {
  const customers: PartitionCustomer[] = [];
  const addedAt = new Map<CustomerId, number>();
  const staged = stageItems(size);
  let itemCount = 0;
  return {
    addCustomer(customer) {
      if (customers.length === size.customerCount) throw new RangeError(`more customers than ${size.customerCount}`);
      addedAt.set(customer.customerId, customers.length);
      customers.push(customer);
    },
    addItem(item) {
      if (itemCount === size.itemCount) throw new RangeError(`more items than ${size.itemCount}`);
      const customer = addedAt.get(item.customerId);
      if (customer === undefined) throw new RangeError(`item ${item.openItemId} of a customer that was not added`);
      stageItem(staged, itemCount, item, customer);
      itemCount += 1;
    },
    finish: () => writeColumns(customers, staged, itemCount),
  };
}

function stageItem(staged: StagedItems, row: number, item: PartitionItem, customer: number): void {
  if (item.residualMinor < 0n || item.residualMinor > largestResidual)
    throw new RangeError(`residual of item ${item.openItemId} out of range`);
  writeUuid(staged.ids, row * 16, item.openItemId);
  staged.customers[row] = customer;
  staged.kinds[row] = itemKinds.indexOf(item.kind);
  staged.residuals[row] = item.residualMinor;
  const documentSize = staged.texts.append(item.documentNumber);
  const referenceSize = item.creditorReference === null ? 0 : staged.texts.append(item.creditorReference);
  if (documentSize > largestTextBytes || referenceSize > largestTextBytes)
    throw new RangeError(`texts of item ${item.openItemId} over ${largestTextBytes} bytes`);
  staged.documentSizes[row] = documentSize;
  staged.textStarts[row + 1] = staged.texts.sizeBytes();
}

function writeColumns(added: readonly PartitionCustomer[], staged: StagedItems, itemCount: number): PartitionColumns {
  const order = added.map((_, index) => index);
  order.sort((a, b) => ((added[a]?.customerId ?? '') < (added[b]?.customerId ?? '') ? -1 : 1));
  const rowOfAdded = new Uint32Array(added.length);
  for (const [row, index] of order.entries()) rowOfAdded[index] = row;
  const customers = order.flatMap((index) => added[index] ?? []);
  const starts = shared((customers.length + 1) * 4);
  const itemOrder = orderItems(staged, itemCount, rowOfAdded, new Uint32Array(starts));
  const customerColumns = writeCustomers(customers);
  const ibanColumns = writeIbans(customers);
  const itemColumns = writeItems(staged, itemOrder, rowOfAdded);
  return { ...customerColumns, ...ibanColumns, ...itemColumns, customerItemStarts: starts };
}

/** Counts per customer, gives each its range, and orders each range: near-linear, since ranges are small. */
function orderItems(staged: StagedItems, itemCount: number, rowOfAdded: Uint32Array, starts: Uint32Array): Uint32Array {
  const customerRow = (item: number): number => rowOfAdded[staged.customers[item] ?? 0] ?? 0;
  for (let item = 0; item < itemCount; item += 1) {
    const next = customerRow(item) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let row = 1; row < starts.length; row += 1) starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0);
  const free = starts.slice();
  const order = new Uint32Array(itemCount);
  for (let item = 0; item < itemCount; item += 1) {
    const row = customerRow(item);
    order[free[row] ?? 0] = item;
    free[row] = (free[row] ?? 0) + 1;
  }
  const isClosed = (item: number): number => (staged.residuals[item] === 0n ? 1 : 0);
  for (let row = 0; row + 1 < starts.length; row += 1)
    order
      .subarray(starts[row], starts[row + 1])
      .sort((a, b) => isClosed(a) - isClosed(b) || compareUuids(staged.ids, a * 16, b * 16));
  return order;
}

function writeItems(staged: StagedItems, order: Uint32Array, rowOfAdded: Uint32Array) {
  const itemCount = order.length;
  const column = {
    itemCount,
    itemIds: shared(itemCount * 16),
    itemCustomers: shared(itemCount * 4),
    itemKinds: shared(itemCount),
    itemResiduals: shared(itemCount * 8),
    itemTextStarts: shared((itemCount + 1) * 4),
    itemDocumentSizes: shared(itemCount * 2),
    itemTexts: shared(staged.texts.sizeBytes()),
  };
  // Two halves at a time; nothing reads their value, so the byte order does not matter.
  const ids = new BigUint64Array(column.itemIds);
  const stagedIds = new BigUint64Array(staged.ids.buffer);
  const customers = new Uint32Array(column.itemCustomers);
  const kinds = new Uint8Array(column.itemKinds);
  const residuals = new BigInt64Array(column.itemResiduals);
  const textStarts = new Uint32Array(column.itemTextStarts);
  const documentSizes = new Uint16Array(column.itemDocumentSizes);
  const texts = new Uint8Array(column.itemTexts);
  const documentSlots = shared(tableSizeBytes(itemCount));
  const referenceSlots = shared(tableSizeBytes(countReferences(staged, itemCount)));
  const documentTable = new Int32Array(documentSlots);
  const referenceTable = new Int32Array(referenceSlots);
  const series = collectSeries();
  for (const [row, item] of order.entries()) {
    const from = staged.textStarts[item] ?? 0;
    const to = staged.textStarts[item + 1] ?? 0;
    const documentEnd = from + (staged.documentSizes[item] ?? 0);
    ids[row * 2] = stagedIds[item * 2] ?? 0n;
    ids[row * 2 + 1] = stagedIds[item * 2 + 1] ?? 0n;
    customers[row] = rowOfAdded[staged.customers[item] ?? 0] ?? 0;
    kinds[row] = staged.kinds[item] ?? 0;
    residuals[row] = staged.residuals[item] ?? 0n;
    documentSizes[row] = documentEnd - from;
    staged.texts.copyTo(texts, textStarts[row] ?? 0, from, to);
    textStarts[row + 1] = (textStarts[row] ?? 0) + to - from;
    const documentKey = documentKeyOf(staged.texts.text(from, documentEnd));
    if (documentKey !== null) series.add(documentKey);
    insertKey(documentTable, documentKey, row);
    insertKey(referenceTable, creditorReferenceKeyOf(staged.texts.text(documentEnd, to)), row);
  }
  return { ...column, documentSlots, documentSeries: series.write(), creditorReferenceSlots: referenceSlots };
}

function countReferences(staged: StagedItems, itemCount: number): number {
  let count = 0;
  for (let item = 0; item < itemCount; item += 1) {
    const documentEnd = (staged.textStarts[item] ?? 0) + (staged.documentSizes[item] ?? 0);
    if ((staged.textStarts[item + 1] ?? 0) > documentEnd) count += 1;
  }
  return count;
}

function writeCustomers(customers: readonly PartitionCustomer[]) {
  const names = customers.map((customer) => customerNameKeyOf(customer.name));
  const { starts, texts } = packTexts(names.map((name) => name ?? ''));
  const customerIds = shared(customers.length * 16);
  const ids = new Uint8Array(customerIds);
  for (const [row, customer] of customers.entries()) writeUuid(ids, row * 16, customer.customerId);
  const nameSlots = tableOf(names);
  return { customerCount: customers.length, customerIds, customerNameStarts: starts, customerNames: texts, nameSlots };
}

function writeIbans(customers: readonly PartitionCustomer[]) {
  const staged: StagedIban[] = customers.flatMap((customer, customerRow) =>
    [...new Set(customer.ibans.map(keyOf))].filter((iban) => iban !== '').map((iban) => ({ iban, customerRow })),
  );
  staged.sort((a, b) => (a.iban === b.iban ? a.customerRow - b.customerRow : a.iban < b.iban ? -1 : 1));
  const { starts, texts } = packTexts(staged.map(({ iban }) => iban));
  const ibanCustomers = shared(staged.length * 4);
  new Uint32Array(ibanCustomers).set(staged.map(({ customerRow }) => customerRow));
  const ibanSlots = tableOf(staged.map(({ iban }) => iban));
  return { ibanCount: staged.length, ibanCustomers, ibanStarts: starts, ibans: texts, ibanSlots };
}

function packTexts(texts: readonly string[]) {
  const heap = textHeap(texts.length * 16);
  const starts = shared((texts.length + 1) * 4);
  const ends = new Uint32Array(starts).subarray(1);
  for (const [row, text] of texts.entries()) {
    heap.append(text);
    ends[row] = heap.sizeBytes();
  }
  const packed = shared(heap.sizeBytes());
  heap.copyTo(new Uint8Array(packed), 0, 0, heap.sizeBytes());
  return { starts, texts: packed };
}

/** A table of the keys by their place; an absent key is not entered. */
function tableOf(keys: readonly (string | null)[]): SharedArrayBuffer {
  const slots = shared(tableSizeBytes(keys.length));
  const table = new Int32Array(slots);
  for (const [entry, key] of keys.entries()) insertKey(table, key, entry);
  return slots;
}

function insertKey(table: Int32Array, key: string | null, entry: number): void {
  if (key === null) return;
  const { place, tag } = hashKey(key);
  insertEntry(table, place, tag, entry);
}
