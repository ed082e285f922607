/**
 * Which documents of the ledger the numbers of a text may mean: numbers as written, or joined over blanks and line ends,
 * looked up by all their digits, with a short year, without the year, as a structured reference, or as a purchase order.
 * Numbers too short to be looked up in a whole ledger are looked for among the items of a customer (`named-items.ts`).
 */
import { isCreditorReference } from '../../domain/check-digits.ts';
import { referenceLevel, type ReferenceLevel } from '../../domain/match-words.ts';
import { keyKind, rowsPerKey, shortestLookup, type Partition } from '../index/partition.ts';
import { readDocumentDigits, tenTo } from '../index/document-number.ts';
import { longestValue, type Numbers } from '../text/numbers.ts';
import { gap, type Scan } from '../text/scan.ts';
import { wordClass } from '../text/word-classes.ts';

/** A reading of the text that leads to a document; numbers from `first` to `last`. -1: the structured field. */
export type Hit = Readonly<{
  item: number;
  level: ReferenceLevel;
  first: number;
  last: number;
  size: number;
  isMisread: boolean;
  /** As many rows have the key as a look-up gives: others may have it too. */
  isCrowded: boolean;
}>;

const mostHits = 512;
const mostJoined = 7;
const found = new Int32Array(rowsPerKey);

/** All hits, longest reading of each number first; a reading inside a longer one that hits is left out. */
export function findReferences(
  scan: Scan,
  numbers: Numbers,
  structuredField: string | null,
  partition: Partition,
): readonly Hit[] {
  const hits: Hit[] = [];
  if (structuredField !== null) hits.push(...hitsOfStructured(structuredField, partition));
  for (let first = 0; first < numbers.count && hits.length < mostHits; first += 1) {
    if (numbers.isAside[first] === 1) continue;
    const context = numbers.context[first];
    if (context === wordClass.other || context === wordClass.customer) continue;
    if (context === wordClass.order) findOrders(numbers, first, partition, hits);
    else findDocuments(scan, numbers, first, partition, hits);
  }
  findLetteredReferences(scan, numbers, partition, hits);
  return hits.length < 2 ? hits : withoutCovered(hits);
}

export const joinsOn = (numbers: Numbers, number: number): boolean =>
  (numbers.joint[number] ?? gap.hard) <= gap.wrap && numbers.isAside[number] === 0 && numbers.isRange[number - 1] === 0;

function findDocuments(scan: Scan, numbers: Numbers, first: number, partition: Partition, hits: Hit[]): void {
  const { columns } = partition;
  const prefix = numbers.prefix[first] ?? 0;
  const isOurs = prefix !== 0 && partition.isSeriesPrefix(prefix);
  let value = 0;
  let size = 0;
  let isMisread = false;
  for (let last = first; last < numbers.count && last < first + mostJoined; last += 1) {
    if (last > first && !joinsOn(numbers, last)) break;
    const partSize = numbers.size[last] ?? 0;
    size += partSize;
    isMisread ||= numbers.isMisread[last] === 1;
    if (size > longestValue) {
      if (size <= 27) findLongStructured(scan, numbers, first, last, size, partition, hits);
      if (size >= 27) break;
      continue;
    }
    value = value * tenTo(partSize) + (numbers.value[last] ?? 0);
    if (size < shortestLookup && !(isOurs && size === shortestLookup - 1)) continue;
    const put = (count: number, level: ReferenceLevel, isMeant: (row: number) => boolean): void => {
      for (let at = 0; at < count; at += 1) {
        const item = found[at] ?? 0;
        if (item >= columns.itemCount || !isMeant(item)) continue;
        if (isOurs && columns.itemPrefixes[item] !== prefix) continue;
        hits.push({
          item,
          level: isMisread ? referenceLevel.typed : level,
          first,
          last,
          size,
          isMisread,
          isCrowded: count === rowsPerKey,
        });
      }
    };
    put(
      partition.rowsByNumber(value, keyKind.digits, found),
      referenceLevel.full,
      (row) => columns.itemDigits[row] === value,
    );
    put(partition.rowsByNumber(value, keyKind.shortYear, found), referenceLevel.full, (row) =>
      isShortYear(columns.itemDigits[row] ?? 0, columns.itemSizes[row] ?? 0, value),
    );
    if (last === first)
      put(
        partition.rowsByNumber(value, keyKind.serial, found),
        referenceLevel.partial,
        (row) =>
          columns.itemSerials[row] === value &&
          (columns.itemSerialSizes[row] ?? 0) >= size &&
          !beginsLikeDate(value, size, columns.itemDigits[row] ?? 0, columns.itemSizes[row] ?? 0),
      );
    if (size >= 8 && prefix === 0)
      findStructuredDigits(String(value).padStart(size, '0'), first, last, partition, hits);
  }
}

/** `FA20240`, cut off in `FA2024-01234`: no serial number, although `FA2024-20240` has it. */
export const beginsLikeDate = (value: number, size: number, digits: number, documentSize: number): boolean =>
  Math.floor(value / tenTo(size - 4)) === Math.floor(digits / tenTo(documentSize - 4));

const isShortYear = (digits: number, size: number, value: number): boolean =>
  digits % tenTo(size - 2) === value || Math.floor(digits / 10_000) * 100 + (digits % 100) === value;

function findOrders(numbers: Numbers, first: number, partition: Partition, hits: Hit[]): void {
  let value = 0;
  let size = 0;
  for (let last = first; last < numbers.count && last < first + 4; last += 1) {
    if (last > first && !joinsOn(numbers, last)) break;
    size += numbers.size[last] ?? 0;
    if (size > longestValue) return;
    value = value * tenTo(numbers.size[last] ?? 0) + (numbers.value[last] ?? 0);
    if (size < 4) continue;
    const count = partition.rowsByNumber(value, keyKind.order, found);
    for (let at = 0; at < count; at += 1) {
      const item = found[at] ?? 0;
      if (item < partition.columns.itemCount && digitsIn(partition.purchaseOrderOf(item)) === value)
        hits.push({
          item,
          level: referenceLevel.order,
          first,
          last,
          size,
          isMisread: false,
          isCrowded: count === rowsPerKey,
        });
    }
  }
}

const digitsIn = (text: string): number => {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) value = value * 10 + code - 48;
  }
  return value;
};

function findStructuredDigits(digits: string, first: number, last: number, partition: Partition, hits: Hit[]): void {
  let start = 0;
  while (digits.charCodeAt(start) === 48) start += 1;
  const key = start === 0 ? digits : digits.slice(start);
  const items = partition.itemsByStructuredReference(key);
  for (const item of items)
    hits.push({
      item,
      level: referenceLevel.structured,
      first,
      last,
      size: digits.length,
      isMisread: false,
      isCrowded: items.length >= rowsPerKey,
    });
}

function findLongStructured(
  scan: Scan,
  numbers: Numbers,
  first: number,
  last: number,
  size: number,
  partition: Partition,
  hits: Hit[],
): void {
  const from = scan.from[numbers.firstAtom[first] ?? 0] ?? 0;
  const to = scan.to[numbers.lastAtom[last] ?? 0] ?? 0;
  // Letters that were read as digits are no part of a structured reference.
  if (to - from === size) findStructuredDigits(textOf(scan, from, to), first, last, partition, hits);
}

const textOf = (scan: Scan, from: number, to: number): string => {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(scan.codes[at] ?? 0);
  return text;
};

/** `RF18 5390 0754 7034`: letters and digits, with blanks anywhere; the check digits say where it ends. */
function findLetteredReferences(scan: Scan, numbers: Numbers, partition: Partition, hits: Hit[]): void {
  for (let atom = 0; atom + 1 < scan.count; atom += 1) {
    const from = scan.from[atom] ?? 0;
    if (scan.isNumber[atom] === 1 || (scan.to[atom] ?? 0) - from !== 2) continue;
    if (scan.codes[from] !== 82 || scan.codes[from + 1] !== 70 || scan.isNumber[atom + 1] !== 1) continue;
    for (let last = atom + 1; last < scan.count && (scan.gapBefore[last] ?? gap.hard) <= gap.wrap; last += 1) {
      const size = (scan.to[last] ?? 0) - from;
      if (size > 25) break;
      if (size < 5) continue;
      const key = textOf(scan, from, scan.to[last] ?? 0);
      if (!isCreditorReference(key)) continue;
      const number = numberAt(numbers, atom + 1);
      const stored = partition.itemsByStructuredReference(key);
      for (const item of stored.length > 0 ? stored : itemsByBody(key.slice(4), partition))
        hits.push({
          item,
          level: referenceLevel.structured,
          first: number,
          last: numberAt(numbers, last),
          size,
          isMisread: false,
          isCrowded: stored.length >= rowsPerKey,
        });
    }
  }
}

/** The number that the atom belongs to, or the last one before it. */
function numberAt(numbers: Numbers, atom: number): number {
  for (let number = numbers.count - 1; number >= 0; number -= 1)
    if ((numbers.firstAtom[number] ?? 0) <= atom) return number;
  return 0;
}

/** The structured field: our own reference, else an RF reference around a document number, else a document number. */
function hitsOfStructured(written: string, partition: Partition): readonly Hit[] {
  const key = partition.structuredKeyOf(written);
  if (key === null) return [];
  const stored = partition.itemsByStructuredReference(key);
  const items = stored.length > 0 ? stored : itemsByBody(isCreditorReference(key) ? key.slice(4) : key, partition);
  return items.map((item) => ({
    item,
    level: referenceLevel.structured,
    first: -1,
    last: -1,
    size: key.length,
    isMisread: false,
    isCrowded: items.length >= rowsPerKey,
  }));
}

const body = { digits: 0, size: 0, prefix: 0, grouping: 0 };

/** `RF06 FA202421186`: behind the check digits stands the document number, whole. */
function itemsByBody(text: string, partition: Partition): readonly number[] {
  readDocumentDigits(text, body);
  if (body.size < 4) return [];
  const { itemDigits, itemSizes, itemPrefixes, itemCount } = partition.columns;
  const count = partition.rowsByNumber(body.digits, keyKind.digits, found);
  return Array.from(found.subarray(0, count)).filter(
    (item) =>
      item < itemCount &&
      itemDigits[item] === body.digits &&
      itemSizes[item] === body.size &&
      (body.prefix === 0 || itemPrefixes[item] === body.prefix),
  );
}

/** Longer readings first; what lies inside a longer one is the same digits read less fully. */
function withoutCovered(hits: readonly Hit[]): readonly Hit[] {
  const byFirst = new Map<number, Hit[]>();
  let widest = 0;
  for (const hit of hits) {
    if (hit.first === -1) continue;
    widest = Math.max(widest, hit.last - hit.first);
    const there = byFirst.get(hit.first);
    if (there === undefined) byFirst.set(hit.first, [hit]);
    else there.push(hit);
  }
  const isCoveredBy = (hit: Hit, other: Hit): boolean =>
    other.last >= hit.last &&
    (other.size > hit.size || (other.size === hit.size && other.level > hit.level && other.item === hit.item));
  return hits.filter((hit) => {
    for (let first = hit.first - widest; first <= hit.first; first += 1)
      if (byFirst.get(first)?.some((other) => isCoveredBy(hit, other)) === true) return false;
    return true;
  });
}
