/** Items as they arrive, before their order is known. */
import type { PartitionItem } from '../../domain/partition.ts';
import { writeUuid } from '../uuid-bytes.ts';
import type { ByteHeap } from './byte-heap.ts';
import { creditNoteKind, itemKinds } from './columns.ts';
import { dayNumberOf } from './day-number.ts';
import { readDocumentDigits, type DocumentDigits } from './document-number.ts';

/** `customers` holds the place at which the customer was added, `currencies` that of the currency. */
export const stagedItems = (count: number) => ({
  ids: new Uint8Array(count * 16),
  customers: new Uint32Array(count),
  residuals: new Float64Array(count),
  disputed: new Uint8Array(count),
  kinds: new Uint8Array(count),
  currencies: new Uint8Array(count),
  issueDays: new Uint16Array(count),
  dueDays: new Uint16Array(count),
  discounts: new Uint16Array(count),
  discountDays: new Uint16Array(count),
  digits: new Float64Array(count),
  sizes: new Uint8Array(count),
  prefixes: new Int32Array(count),
  groupings: new Int32Array(count),
  textStarts: new Uint32Array(count + 1),
});
export type StagedItems = ReturnType<typeof stagedItems>;

/** Writes an item down as `row`, all but its customer and currency, and its texts behind those before. */
export function stageItem(
  staged: StagedItems,
  row: number,
  item: PartitionItem,
  read: DocumentDigits,
  texts: ByteHeap,
): void {
  writeUuid(staged.ids, row * 16, item.openItemId);
  const kind = itemKinds.indexOf(item.kind);
  staged.kinds[row] = kind;
  staged.disputed[row] = item.residualMinor > 0n && item.disputedMinor > 0n ? 1 : 0;
  staged.residuals[row] = kind === creditNoteKind ? -Number(item.residualMinor) : Number(item.residualMinor);
  staged.issueDays[row] = dayNumberOf(item.issueDate);
  staged.dueDays[row] = dayNumberOf(item.dueDate);
  staged.discounts[row] = item.discount?.bp ?? 0;
  staged.discountDays[row] = item.discount === null ? 0 : dayNumberOf(item.discount.until);
  readDocumentDigits(item.documentNumber, read);
  staged.digits[row] = read.digits;
  staged.sizes[row] = read.size;
  staged.prefixes[row] = read.prefix;
  staged.groupings[row] = read.grouping;
  for (const text of [item.documentNumber, item.creditorReference ?? '', item.purchaseOrder ?? ''])
    texts.appendEnded(text);
  staged.textStarts[row + 1] = texts.sizeBytes();
}
