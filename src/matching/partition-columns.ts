/**
 * The open items of one ledger and currency as flat columns in shared memory, so that every matching thread reads the
 * same bytes without a copy.
 *
 * Rows stand in one order whatever order they came in: customers by id, items by customer, open before closed, then by
 * id. So the open items of a customer are a range, and no result depends on how a database returned its rows.
 */
import type { PartitionSize } from '../domain/partition.ts';
import type { OpenItemKind } from '../domain/open-item.ts';
import { seriesBytes } from './document-series.ts';
import { tableSizeBytes } from './hash-table.ts';

export type { PartitionCustomer, PartitionItem, PartitionSize } from '../domain/partition.ts';

/** Plain and structured-clonable: posting it to a worker thread shares the buffers. `…Starts` have one row more. */
export type PartitionColumns = Readonly<{
  itemCount: number;
  customerCount: number;
  ibanCount: number;
  /** 16 bytes an item. */
  itemIds: SharedArrayBuffer;
  /** Uint32: the customer's row. */
  itemCustomers: SharedArrayBuffer;
  /** Uint8: place in {@link itemKinds}. */
  itemKinds: SharedArrayBuffer;
  /** BigInt64, minor units. */
  itemResiduals: SharedArrayBuffer;
  /** Uint32: where the item's texts start in `itemTexts`: document number, then creditor reference. */
  itemTextStarts: SharedArrayBuffer;
  /** Uint16: bytes of the document number; the rest up to the next start is the creditor reference. */
  itemDocumentSizes: SharedArrayBuffer;
  itemTexts: SharedArrayBuffer;
  documentSlots: SharedArrayBuffer;
  /** The distinct series of the document numbers, as text (`document-series.ts`). */
  documentSeries: SharedArrayBuffer;
  creditorReferenceSlots: SharedArrayBuffer;
  customerIds: SharedArrayBuffer;
  /** Uint32: the customer's first item row. */
  customerItemStarts: SharedArrayBuffer;
  customerNameStarts: SharedArrayBuffer;
  /** The names' keys, not the names: nothing else of them is needed here. */
  customerNames: SharedArrayBuffer;
  nameSlots: SharedArrayBuffer;
  ibanCustomers: SharedArrayBuffer;
  ibanStarts: SharedArrayBuffer;
  ibans: SharedArrayBuffer;
  ibanSlots: SharedArrayBuffer;
}>;

/** The order is the stored code: append only. */
export const itemKinds: readonly OpenItemKind[] = ['invoice', 'credit_note', 'down_payment'];

// Per row of the columns above, texts and tables apart.
const itemRowBytes = 16 + 4 + 1 + 8 + 4 + 2;
const customerRowBytes = 16 + 4 + 4;
const ibanRowBytes = 4 + 4;

/** Shared bytes that a partition of this size takes at most, to refuse one that is too large before it is loaded. */
export const partitionBytes = ({ itemCount, customerCount, ibanCount, textBytes }: PartitionSize): number =>
  (itemCount + 1) * itemRowBytes +
  (customerCount + 1) * customerRowBytes +
  (ibanCount + 1) * ibanRowBytes +
  tableSizeBytes(itemCount) * 2 +
  tableSizeBytes(customerCount) +
  tableSizeBytes(ibanCount) +
  seriesBytes +
  textBytes;

/** Shared bytes that a partition takes. */
export function columnsBytes(columns: PartitionColumns): number {
  let sizeBytes = 0;
  for (const column of Object.values(columns)) if (column instanceof SharedArrayBuffer) sizeBytes += column.byteLength;
  return sizeBytes;
}
