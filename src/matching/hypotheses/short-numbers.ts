/** Numbers that are written without their date or their first digits: `1347` for `2406-1347`, `9180` for `RE-119180`. */
import { tenTo } from '../index/document-number.ts';
import { beginsLikeDate, joinsOn } from '../references/find-references.ts';
import type { Situation } from '../situation.ts';
import { wordClass } from '../text/word-classes.ts';

/** Open items of a customer beyond which such numbers are not looked for: they would name too much. */
const mostItems = 4_000;
/** A text of more numbers looks items up by the end of their serial numbers; of fewer, it reads them all. */
const fewNumbers = 4;
/** The last two digits: no shorter number is looked for. */
const endCount = 100;

type FindShort = (number: number, isCovered: Uint8Array) => readonly number[];

/** @returns how to find the open items of the customer whose serial number a number of the text is, ascending. */
export function shortNumbersOf({ partition, numbers, residuals }: Situation, customer: number): FindShort {
  const { customerItemStarts, customerOpenEnds, itemSerials, itemSerialSizes, itemSizes, itemDigits, itemPrefixes } =
    partition.columns;
  const start = customerItemStarts[customer] ?? 0;
  const end = customerOpenEnds[customer] ?? 0;
  const isCrowded = end - start > mostItems;
  const rows = !isCrowded && numbers.count > fewNumbers ? byEnd(itemSerials, start, end) : null;

  const fits = (item: number, value: number, size: number): boolean => {
    const serialSize = itemSerialSizes[item] ?? 0;
    const digitCount = itemSizes[item] ?? 0;
    if (serialSize >= digitCount)
      return size >= 3 && size < serialSize && (itemSerials[item] ?? 0) % tenTo(size) === value;
    if (itemSerials[item] !== value || size > serialSize) return false;
    return size < 5 || !beginsLikeDate(value, size, itemDigits[item] ?? 0, digitCount);
  };

  return (number, isCovered) => {
    const value = numbers.value[number] ?? -1;
    const size = numbers.size[number] ?? 0;
    if (value < 0 || size > 9 || isCrowded) return [];
    const isDocument = numbers.context[number] === wordClass.document;
    if (size < 2 || (size < 3 && numbers.count < 2 && !isDocument)) return [];
    if (size === 4 && value >= 1990 && value < 2080 && !isDocument) return [];
    const prefix = numbers.prefix[number] ?? 0;
    const isOurs = prefix !== 0 && partition.isSeriesPrefix(prefix);
    const found: number[] = [];
    const first = rows === null ? start : (rows.starts[value % endCount] ?? 0);
    const last = rows === null ? end : (rows.starts[(value % endCount) + 1] ?? 0);
    for (let at = first; at < last; at += 1) {
      const item = rows === null ? at : (rows.items[at] ?? 0);
      if (!fits(item, value, size) || residuals[item] === 0 || (isOurs && itemPrefixes[item] !== prefix)) continue;
      found.push(item);
    }
    if (found.length < 2 || number === 0 || isCovered[number - 1] === 1 || !joinsOn(numbers, number)) return found;
    // `2404 654`: what stands before says which of them.
    const before = String(numbers.value[number - 1] ?? '');
    const dated = found.filter((item) => String(itemDigits[item]).startsWith(before));
    return dated.length > 0 ? dated : found;
  };
}

type RowsByEnd = Readonly<{ starts: Int32Array; items: Int32Array }>;

/** Of one customer: its rows are looked up before the next one's are sorted. */
const starts = new Int32Array(endCount + 1);
const next = new Int32Array(endCount + 1);
const items = new Int32Array(mostItems);

/** Rows from `start` to `end` by the last digits of their serial numbers, each ascending. */
function byEnd(serials: ArrayLike<number>, start: number, end: number): RowsByEnd {
  const endOf = (item: number): number => (serials[item] ?? 0) % endCount;
  starts.fill(0);
  for (let item = start; item < end; item += 1) starts[endOf(item) + 1] = (starts[endOf(item) + 1] ?? 0) + 1;
  for (let at = 0; at < endCount; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  next.set(starts);
  for (let item = start; item < end; item += 1) {
    const at = next[endOf(item)] ?? 0;
    items[at] = item;
    next[endOf(item)] = at + 1;
  }
  return { starts, items };
}
