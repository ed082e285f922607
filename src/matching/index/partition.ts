/** Look-ups over shared columns: views only, so opening one in another thread costs nothing. */
import type { CustomerId, OpenItemId } from '../../domain/ids.ts';
import { creditorReferenceKeyOf } from '../key-text.ts';
import { openNameIndex, type NameIndex, type NameMatch } from '../names/name-index.ts';
import { readUuid } from '../uuid-bytes.ts';
import { keyKind, rowsPerKey, type PartitionColumns } from './columns.ts';
import { hashNumber, hashText } from '../hash.ts';
import { findKey } from './key-slots.ts';

export { partitionBuilder, type PartitionBuilder } from './partition-builder.ts';
export { digitsOf } from './digits-of.ts';
export * from './columns.ts';

/** Items and customers are row numbers, stable within one partition. */
export type Partition = Readonly<{
  columns: PartitionColumns;
  names: RememberedNames;
  aliasNames: RememberedNames;
  itemId(item: number): OpenItemId;
  customerId(customer: number): CustomerId;
  documentNumberOf(item: number): string;
  creditorReferenceOf(item: number): string;
  purchaseOrderOf(item: number): string;
  /** Rows whose documents may be meant by a number; the caller compares what the kind of key stands for. */
  rowsByNumber(value: number, kind: number, found: Int32Array): number;
  itemsByStructuredReference(key: string): readonly number[];
  /** The comparable form of a structured reference, or null when it is too short to be one. */
  structuredKeyOf(written: string): string | null;
  payerEntriesByIban(iban: string): readonly number[];
  isSeriesPrefix(prefix: number): boolean;
  /** Customers whose code has these digits. */
  customersByCode(digits: number): readonly number[];
  /** Items of the collection with this key (`key-text.ts`), or null. */
  collectionByKey(key: string): Uint32Array | null;
  rateOf(from: string, to: string): number | null;
  /** Did this customer pay just this amount within the days before? */
  hasPaid(customer: number, amount: number, day: number): boolean;
  /** First and end place in `amountRows` of the open items of this absolute amount. */
  amountRange(amount: number): readonly [number, number];
}>;

/** A name index that keeps its answers: payers ask again and again. */
type RememberedNames = Readonly<{
  /** The best {@link mostNames} owners. */
  find(name: string): readonly NameMatch[];
  findEqual(name: string): readonly NameMatch[];
  findInText: NameIndex['findInText'];
}>;

/** Days within which the same amount from the same customer may be the same debt paid twice. */
export const repeatDays = 25;

const nothing: readonly number[] = [];

/** Opens shared columns for reading, in any thread. */
export function openPartition(columns: PartitionColumns): Partition {
  const { texts, itemTextStarts, payerTexts, payerTextStarts, amountValues } = columns;
  const view = Buffer.from(texts.buffer, texts.byteOffset, texts.byteLength);
  const payers = Buffer.from(payerTexts.buffer, payerTexts.byteOffset, payerTexts.byteLength);
  const prefixes = new Set(columns.seriesPrefixes);
  const found = new Int32Array(rowsPerKey);
  const collections = new Map(columns.collections.map(({ key, items }) => [key, items]));
  const textOf = (item: number, place: number): string => {
    let start = itemTextStarts[item] ?? 0;
    for (let skipped = 0; skipped < place; skipped += 1) start = texts.indexOf(0, start) + 1;
    return view.toString('utf8', start, texts.indexOf(0, start));
  };
  let lastCustomer = -1;
  let lastCustomerId = '';
  /** Asked again for each line and each hypothesis of a payment. */
  const customerIdOf = (customer: number): string => {
    if (customer !== lastCustomer) lastCustomerId = readUuid(columns.customerIds, customer * 16);
    lastCustomer = customer;
    return lastCustomerId;
  };
  let lastAmount = Number.NaN;
  let lastRange: readonly [number, number] = [0, 0];
  const lowerBound = (amount: number): number => {
    let low = 0;
    let high = amountValues.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((amountValues[middle] ?? 0) < amount) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** Those of the rows just found that are the right ones. */
  const listFound = (count: number, isRight: (row: number) => boolean): readonly number[] => {
    if (count === 0) return nothing;
    const rows: number[] = [];
    for (let at = 0; at < count; at += 1) if (isRight(found[at] ?? 0)) rows.push(found[at] ?? 0);
    return rows;
  };
  return {
    columns,
    names: remembering(openNameIndex(columns.names)),
    aliasNames: remembering(openNameIndex(columns.aliasNames)),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand leaves no trace to test
    itemId: (item) => readUuid(columns.itemIds, item * 16) as OpenItemId,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand leaves no trace to test
    customerId: (customer) => customerIdOf(customer) as CustomerId,
    documentNumberOf: (item) => textOf(item, 0),
    creditorReferenceOf: (item) => textOf(item, 1),
    purchaseOrderOf: (item) => textOf(item, 2),
    rowsByNumber: (value, kind, into) => findKey(columns.keySlots, hashNumber(value, kind), into),
    itemsByStructuredReference(key) {
      const count = findKey(columns.keySlots, hashText(key, keyKind.structured), found);
      return listFound(count, (item) => item < columns.itemCount && creditorReferenceKeyOf(textOf(item, 1)) === key);
    },
    structuredKeyOf: creditorReferenceKeyOf,
    payerEntriesByIban(iban) {
      const count = findKey(columns.payerSlots, hashText(iban), found);
      return listFound(
        count,
        (entry) => payers.toString('latin1', payerTextStarts[entry] ?? 0, payerTextStarts[entry + 1] ?? 0) === iban,
      );
    },
    isSeriesPrefix: (prefix) => prefixes.has(prefix),
    customersByCode(digits) {
      const count = findKey(columns.keySlots, hashNumber(digits, keyKind.customerCode), found);
      return listFound(count, (row) => row < columns.customerCount && columns.customerCodes[row] === digits);
    },
    hasPaid(customer, amount, day) {
      const count = findKey(columns.paidSlots, hashNumber(amount, customer), found);
      for (let at = 0; at < count; at += 1) {
        const row = found[at] ?? 0;
        const since = day - (columns.paidDays[row] ?? 0);
        const isSame = columns.paidCustomers[row] === customer && columns.paidAmounts[row] === amount;
        if (isSame && since >= 0 && since <= repeatDays) return true;
      }
      return false;
    },
    collectionByKey: (key) => collections.get(key) ?? null,
    rateOf: (from, to) => columns.rates.find((rate) => rate.from === from && rate.to === to)?.rate ?? null,
    amountRange(amount) {
      // Asked again for each hypothesis of a payment.
      if (amount !== lastAmount) {
        lastRange = [lowerBound(amount), lowerBound(amount + 1)];
        lastAmount = amount;
      }
      return lastRange;
    },
  };
}

/** Customers with a name like the payer's that are looked at at all. */
const mostNames = 16;
/** Names whose answers are kept. */
const mostRemembered = 20_000;

function remembering({ find, findEqual, findInText }: NameIndex): RememberedNames {
  return {
    find: remembered((name) => find(name, mostNames)),
    findEqual: remembered((name) => findEqual(name)),
    findInText,
  };
}

function remembered(find: (name: string) => readonly NameMatch[]): (name: string) => readonly NameMatch[] {
  const known = new Map<string, readonly NameMatch[]>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = find(name);
    if (known.size < mostRemembered) known.set(name, found);
    return found;
  };
}
