/** Look-ups over the shared columns of {@link PartitionColumns}: views only, so opening one costs nothing. */
import type { CustomerId, OpenItemId } from '../domain/ids.ts';
import type { OpenItemKind } from '../domain/open-item.ts';
import { readNumbering, type Numbering } from './document-series.ts';
import { findEntries } from './hash-table.ts';
import { hashKey } from './key-hash.ts';
import { creditorReferenceKeyOf, keyOf } from './key-text.ts';
import { itemKinds, type PartitionColumns } from './partition-columns.ts';
import { viewTexts, type TextView } from './text-heap.ts';
import { readUuid } from './uuid-bytes.ts';

export { partitionBuilder, type PartitionBuilder } from './partition-builder.ts';
export * from './partition-columns.ts';

/**
 * Items and customers are row numbers, stable within one partition. Every look-up compares the stored text in the end,
 * so that two keys with equal hashes are never taken for one another; the answers are in row order.
 */
export type Partition = Readonly<{
  itemCount: number;
  customerCount: number;
  itemId(item: number): OpenItemId;
  customerId(customer: number): CustomerId;
  customerOf(item: number): number;
  kindOf(item: number): OpenItemKind;
  /** Minor units, ≥ 0; 0 is closed. */
  residualOf(item: number): bigint;
  documentNumberOf(item: number): string;
  /** Rows of the customer's items with a residual; null when there are more than the limit. */
  openItemsOf(customer: number, limit: number): readonly number[] | null;
  /** False when no item can have a key of these hashes (`key-hash.ts`): answers nearly every reading of a text. */
  mayHoldDocument(place: number, tag: number): boolean;
  itemsByDocumentKey(key: string): readonly number[];
  /** The series that document numbers come in. */
  numbering: Numbering;
  itemsByCreditorReferenceKey(key: string): readonly number[];
  customersByIban(iban: string): readonly number[];
  customersByNameKey(key: string): readonly number[];
}>;

/** Opens shared columns for reading, in any thread. */
export function openPartition(columns: PartitionColumns): Partition {
  const { itemCount, customerCount } = columns;
  return { itemCount, customerCount, ...openItems(columns), ...openCustomers(columns) };
}

function openItems(columns: PartitionColumns) {
  const ids = new Uint8Array(columns.itemIds);
  const customers = new Uint32Array(columns.itemCustomers);
  const kinds = new Uint8Array(columns.itemKinds);
  const residuals = new BigInt64Array(columns.itemResiduals);
  const textStarts = new Uint32Array(columns.itemTextStarts);
  const documentSizes = new Uint16Array(columns.itemDocumentSizes);
  const textOf = viewTexts(columns.itemTexts);
  const customerItemStarts = new Uint32Array(columns.customerItemStarts);
  const documentSlots = new Int32Array(columns.documentSlots);
  const referenceSlots = new Int32Array(columns.creditorReferenceSlots);
  const documentEnd = (item: number): number => (textStarts[item] ?? 0) + (documentSizes[item] ?? 0);
  const documentNumberOf = (item: number): string => textOf(textStarts[item] ?? 0, documentEnd(item));
  const referenceOf = (item: number): string => textOf(documentEnd(item), textStarts[item + 1] ?? 0);
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand leaves no trace to test
    itemId: (item: number) => readUuid(ids, item * 16) as OpenItemId,
    customerOf: (item: number): number => customers[item] ?? 0,
    kindOf: (item: number): OpenItemKind => itemKinds[kinds[item] ?? 0] ?? 'invoice',
    residualOf: (item: number): bigint => residuals[item] ?? 0n,
    documentNumberOf,
    openItemsOf(customer: number, limit: number): readonly number[] | null {
      const open: number[] = [];
      const end = customerItemStarts[customer + 1] ?? 0;
      for (let item = customerItemStarts[customer] ?? 0; item < end && residuals[item] !== 0n; item += 1) {
        if (open.length === limit) return null;
        open.push(item);
      }
      return open;
    },
    numbering: readNumbering(columns.documentSeries),
    mayHoldDocument: (place: number, tag: number): boolean => findEntries(documentSlots, place, tag).length > 0,
    itemsByDocumentKey(key: string): readonly number[] {
      const { place, tag } = hashKey(key);
      return findEntries(documentSlots, place, tag).filter((item) => keyOf(documentNumberOf(item)) === key);
    },
    itemsByCreditorReferenceKey(key: string): readonly number[] {
      const { place, tag } = hashKey(key);
      return findEntries(referenceSlots, place, tag).filter(
        (item) => creditorReferenceKeyOf(referenceOf(item)) === key,
      );
    },
  };
}

/** Entries of a table whose text is this key. */
function entriesOf(slots: Int32Array, starts: Uint32Array, textOf: TextView, key: string): readonly number[] {
  const { place, tag } = hashKey(key);
  return findEntries(slots, place, tag).filter((entry) => textOf(starts[entry] ?? 0, starts[entry + 1] ?? 0) === key);
}

function openCustomers(columns: PartitionColumns) {
  const ids = new Uint8Array(columns.customerIds);
  const nameStarts = new Uint32Array(columns.customerNameStarts);
  const names = viewTexts(columns.customerNames);
  const nameSlots = new Int32Array(columns.nameSlots);
  const ibanCustomers = new Uint32Array(columns.ibanCustomers);
  const ibanStarts = new Uint32Array(columns.ibanStarts);
  const ibans = viewTexts(columns.ibans);
  const ibanSlots = new Int32Array(columns.ibanSlots);
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand leaves no trace to test
    customerId: (customer: number) => readUuid(ids, customer * 16) as CustomerId,
    customersByIban: (iban: string): readonly number[] =>
      entriesOf(ibanSlots, ibanStarts, ibans, keyOf(iban)).map((entry) => ibanCustomers[entry] ?? 0),
    customersByNameKey: (key: string): readonly number[] => entriesOf(nameSlots, nameStarts, names, key),
  };
}
