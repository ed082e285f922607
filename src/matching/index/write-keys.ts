/** The table of all numbers under which a document or a customer may be named. */
import type { PartitionCustomer } from '../../domain/partition.ts';
import { creditorReferenceKeyOf } from '../key-text.ts';
import { keyKind, shortestLookup } from './columns.ts';
import { digitsOf } from './digits-of.ts';
import { hashNumber, hashText } from '../hash.ts';
import { insertKey, slotsFor } from './key-slots.ts';
import { sharedInt32 } from './shared-arrays.ts';
import type { WrittenItems } from './write-items.ts';

/** Where the next text begins: a native search costs more than the few bytes it looks at. */
function behindText(texts: Uint8Array, start: number): number {
  let end = start;
  while ((texts[end] ?? 0) !== 0) end += 1;
  return end + 1;
}

/** All keys under which a document may be named. Open items first: a crowded key keeps those. */
export function writeKeys({ columns, itemShortYears }: WrittenItems, customers: readonly PartitionCustomer[]) {
  const { itemDigits, itemSizes, itemSerials, itemSerialSizes, itemResiduals, itemTextStarts, texts } = columns;
  const count = itemDigits.length;
  const keys = new Int32Array(count * 5 + customers.length);
  const rows = new Uint32Array(count * 5 + customers.length);
  let used = 0;
  const put = (hash: number, row: number): void => {
    keys[used] = hash;
    rows[used] = row;
    used += 1;
  };
  const view = Buffer.from(texts.buffer, texts.byteOffset, texts.byteLength);
  for (const isOpen of [true, false])
    for (let row = 0; row < count; row += 1) {
      if ((itemResiduals[row] !== 0) !== isOpen) continue;
      const size = itemSizes[row] ?? 0;
      const digits = itemDigits[row] ?? 0;
      if (size >= 4) put(hashNumber(digits, keyKind.digits), row);
      const shortYear = itemShortYears[row] ?? -1;
      if (shortYear >= 0) put(hashNumber(shortYear, keyKind.shortYear), row);
      const serialSize = itemSerialSizes[row] ?? 0;
      if (serialSize < size && serialSize >= shortestLookup)
        put(hashNumber(itemSerials[row] ?? 0, keyKind.serial), row);
      const start = itemTextStarts[row] ?? 0;
      const referenceStart = behindText(texts, start);
      const orderStart = behindText(texts, referenceStart);
      const end = (itemTextStarts[row + 1] ?? 1) - 1;
      if (orderStart - 1 > referenceStart) {
        const key = creditorReferenceKeyOf(view.toString('utf8', referenceStart, orderStart - 1));
        if (key !== null) put(hashText(key, keyKind.structured), row);
      }
      if (end > orderStart) {
        const order = digitsOf(view.toString('utf8', orderStart, end));
        if (order >= 1_000) put(hashNumber(order, keyKind.order), row);
      }
    }
  for (const [row, { code }] of customers.entries()) {
    const digits = digitsOf(code);
    if (digits >= 100) put(hashNumber(digits, keyKind.customerCode), row);
  }
  const keySlots = sharedInt32(slotsFor(used) * 2);
  for (let at = 0; at < used; at += 1) insertKey(keySlots, keys[at] ?? 0, rows[at] ?? 0);
  return { keySlots };
}
