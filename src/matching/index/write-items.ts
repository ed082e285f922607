/** Items in their order: by customer; open, disputed, closed; oldest first. */
import { compareUuids } from '../uuid-bytes.ts';
import { serialOf, shortYearOf } from './document-number.ts';
import { sharedBytes, sharedDoubles, sharedInt32, sharedUint16, sharedUint32 } from './shared-arrays.ts';
import type { StagedItems } from './staged-items.ts';

/** Open, disputed, closed: what is no name's to find stands behind what is. */
const placeOf = ({ residuals, disputed }: StagedItems, item: number): number =>
  residuals[item] === 0 ? 2 : (disputed[item] ?? 0);

/** Counts per customer, gives each its range, and orders each range: near-linear, since ranges are small. */
function orderItems(staged: StagedItems, itemCount: number, rowOfAdded: Uint32Array) {
  const customerCount = rowOfAdded.length;
  const starts = sharedUint32(customerCount + 1);
  const openEnds = sharedUint32(customerCount);
  const customerRow = (item: number): number => rowOfAdded[staged.customers[item] ?? 0] ?? 0;
  for (let item = 0; item < itemCount; item += 1) {
    const row = customerRow(item);
    starts[row + 1] = (starts[row + 1] ?? 0) + 1;
    if (placeOf(staged, item) === 0) openEnds[row] = (openEnds[row] ?? 0) + 1;
  }
  for (let row = 0; row < customerCount; row += 1) {
    starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
    openEnds[row] = (openEnds[row] ?? 0) + (starts[row] ?? 0);
  }
  const free = starts.slice();
  const order = new Uint32Array(itemCount);
  for (let item = 0; item < itemCount; item += 1) {
    const row = customerRow(item);
    order[free[row] ?? 0] = item;
    free[row] = (free[row] ?? 0) + 1;
  }
  const { dueDays, ids } = staged;
  for (let row = 0; row < customerCount; row += 1)
    order
      .subarray(starts[row], starts[row + 1])
      .sort(
        (a, b) =>
          placeOf(staged, a) - placeOf(staged, b) ||
          (dueDays[a] ?? 0) - (dueDays[b] ?? 0) ||
          compareUuids(ids, a * 16, b * 16),
      );
  return { order, starts, openEnds };
}

/** `itemShortYears` is for the keys only: it stays with the thread that builds. */
export function writeItems(
  staged: StagedItems,
  itemCount: number,
  rowOfAdded: Uint32Array,
  stagedTexts: Uint8Array,
  dateParts: ReadonlyMap<number, number>,
) {
  const { order, starts, openEnds } = orderItems(staged, itemCount, rowOfAdded);
  const column = {
    itemIds: sharedBytes(itemCount * 16),
    itemCustomers: sharedUint32(itemCount),
    itemResiduals: sharedDoubles(itemCount),
    itemDisputed: sharedBytes(itemCount),
    itemKinds: sharedBytes(itemCount),
    itemCurrencies: sharedBytes(itemCount),
    itemIssueDays: sharedUint16(itemCount),
    itemDueDays: sharedUint16(itemCount),
    itemDiscounts: sharedUint16(itemCount),
    itemDiscountDays: sharedUint16(itemCount),
    itemDigits: sharedDoubles(itemCount),
    itemSizes: sharedBytes(itemCount),
    itemSerials: sharedUint32(itemCount),
    itemSerialSizes: sharedBytes(itemCount),
    itemPrefixes: sharedInt32(itemCount),
    itemTextStarts: sharedUint32(itemCount + 1),
    texts: sharedBytes(stagedTexts.length),
  };
  // Four bytes at a time.
  const idWords = new Uint32Array(column.itemIds.buffer);
  const stagedIdWords = new Uint32Array(staged.ids.buffer);
  const itemShortYears = new Float64Array(itemCount);
  const prefixes = new Set<number>();
  const sizes = new Set<number>();
  for (let row = 0; row < itemCount; row += 1) {
    const item = order[row] ?? 0;
    for (let at = 0; at < 4; at += 1) idWords[row * 4 + at] = stagedIdWords[item * 4 + at] ?? 0;
    column.itemCustomers[row] = rowOfAdded[staged.customers[item] ?? 0] ?? 0;
    column.itemResiduals[row] = staged.residuals[item] ?? 0;
    column.itemDisputed[row] = staged.disputed[item] ?? 0;
    column.itemKinds[row] = staged.kinds[item] ?? 0;
    column.itemCurrencies[row] = staged.currencies[item] ?? 0;
    column.itemIssueDays[row] = staged.issueDays[item] ?? 0;
    column.itemDueDays[row] = staged.dueDays[item] ?? 0;
    column.itemDiscounts[row] = staged.discounts[item] ?? 0;
    column.itemDiscountDays[row] = staged.discountDays[item] ?? 0;
    const digits = staged.digits[item] ?? 0;
    const size = staged.sizes[item] ?? 0;
    const part = dateParts.get(staged.groupings[item] ?? 0) ?? 7;
    const serial = serialOf(part, digits, size);
    column.itemDigits[row] = digits;
    column.itemSizes[row] = size;
    column.itemSerials[row] = serial.serial;
    column.itemSerialSizes[row] = serial.size;
    itemShortYears[row] = shortYearOf(part, digits, size);
    const prefix = staged.prefixes[item] ?? 0;
    column.itemPrefixes[row] = prefix;
    if (prefix !== 0) prefixes.add(prefix);
    sizes.add(size);
    const from = staged.textStarts[item] ?? 0;
    const to = staged.textStarts[item + 1] ?? 0;
    const start = column.itemTextStarts[row] ?? 0;
    for (let at = from; at < to; at += 1) column.texts[start + at - from] = stagedTexts[at] ?? 0;
    column.itemTextStarts[row + 1] = start + to - from;
  }
  return {
    itemShortYears,
    columns: {
      ...column,
      customerItemStarts: starts,
      customerOpenEnds: openEnds,
      seriesPrefixes: [...prefixes].toSorted((a, b) => a - b),
      documentSizes: [...sizes].toSorted((a, b) => a - b),
    },
  };
}

export type WrittenItems = ReturnType<typeof writeItems>;
