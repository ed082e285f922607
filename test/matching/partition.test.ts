import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maximumEntriesPerKey } from '../../src/matching/hash-table.ts';
import { hashKey } from '../../src/matching/key-hash.ts';
import { columnsBytes, openPartition, partitionBuilder, partitionBytes } from '../../src/matching/partition.ts';
import { atelier, columnsOf, customer, customerId, garage, item, itemId, partitionOf } from './sample-ledger.ts';

describe('a partition', () => {
  const partition = partitionOf([
    item(3, 'FA2026-00003', { customerId: customerId(2), residualMinor: 1n }),
    item(1, 'FA2026-00001', { kind: 'credit_note', residualMinor: 9_223_372_036_854_775_807n }),
    item(2, 'Fä2026/00002 №7', { residualMinor: 0n, creditorReference: '00012345678' }),
  ]);

  test('gives back what was put in: by customer, then by id', () => {
    expect([0, 1, 2].map((row) => partition.itemId(row))).toEqual([itemId(1), itemId(2), itemId(3)]);
    expect([0, 1, 2].map((row) => partition.kindOf(row))).toEqual(['credit_note', 'invoice', 'invoice']);
    expect([0, 1, 2].map((row) => partition.residualOf(row))).toEqual([9_223_372_036_854_775_807n, 0n, 1n]);
    expect(partition.documentNumberOf(1)).toBe('Fä2026/00002 №7');
    expect(partition.customerId(partition.customerOf(2))).toBe(customerId(2));
  });

  test('finds items by any spelling of their number and by their reference without leading zeros', () => {
    expect(partition.itemsByDocumentKey('FA2026000027')).toEqual([1]);
    expect(partition.itemsByDocumentKey('FA202600002')).toEqual([]);
    expect(partition.itemsByCreditorReferenceKey('12345678')).toEqual([1]);
  });

  test('lists the open items of a customer, closed ones left out, up to a limit', () => {
    const closed = { residualMinor: 0n };
    const mixed = partitionOf([
      item(1, 'FA2026-1', closed),
      item(4, 'FA2026-4'),
      item(2, 'FA2026-2'),
      item(3, 'FA2026-3', closed),
    ]);
    const idsOf = (rows: readonly number[] | null) => rows?.map((row) => mixed.itemId(row)) ?? null;
    expect(idsOf(mixed.openItemsOf(0, 2))).toEqual([itemId(2), itemId(4)]);
    expect(idsOf(mixed.openItemsOf(0, 1))).toBeNull();
    expect(idsOf(mixed.openItemsOf(1, 1))).toEqual([]);
  });

  test('finds customers by IBAN and by name', () => {
    expect(partition.customersByIban('de89 3704 0044 0532 0130 00')).toEqual([0]);
    expect(partition.customersByNameKey('ATELIERNORD')).toEqual([1]);
    expect(partition.customersByNameKey('ATELIERSUD')).toEqual([]);
  });

  test('is empty without rows', () => {
    const empty = partitionOf([], []);
    expect(empty.itemsByDocumentKey('FA202600001')).toEqual([]);
    expect(empty.customersByIban('DE89370400440532013000')).toEqual([]);
  });
});

test('a copy for another thread reads the same memory', () => {
  const columns = columnsOf([item(1, 'FA2026-00001')]);
  const partition = openPartition(structuredClone(columns));
  expect(partition.residualOf(0)).toBe(12_000n);
  new BigInt64Array(columns.itemResiduals)[0] = 7n;
  expect(partition.residualOf(0)).toBe(7n);
});

test('two keys with equal hashes are never taken for one another', () => {
  const columns = columnsOf([item(1, 'FA2026-00001')]);
  const slots = new Int32Array(columns.documentSlots);
  const { place, tag } = hashKey('FA202600002');
  slots.fill(0);
  // The slot of another key now leads to item 0, with that key's own tag: as if their hashes were equal.
  const slot = (place >>> 0) % (slots.length / 2);
  slots.set([1, tag], slot * 2);
  const partition = openPartition(columns);
  expect(partition.mayHoldDocument(place, tag)).toBe(true);
  expect(partition.itemsByDocumentKey('FA202600002')).toEqual([]);
});

test('a number that many items share is found on a few of them, whatever order they came in', () => {
  const items = Array.from({ length: 2_000 }, (_, index) => item(index, 'ACOMPTE 2026'));
  const found = partitionOf(items).itemsByDocumentKey('ACOMPTE2026');
  expect(found).toEqual(partitionOf(items.toReversed()).itemsByDocumentKey('ACOMPTE2026'));
  expect(found).toHaveLength(maximumEntriesPerKey);
});

test('rows in any order give the same bytes', () => {
  const items = Array.from({ length: 40 }, (_, index) =>
    item(index, `FA2026-${String(index % 13).padStart(5, '0')}`, { customerId: customerId(1 + (index % 3)) }),
  );
  const customers = [garage, atelier, customer(3, 'Garage Müller SA', 'DE89370400440532013000')];
  const bytesOf = (shuffledItems: typeof items, shuffledCustomers: typeof customers) =>
    Object.values(columnsOf(shuffledItems, shuffledCustomers)).map((column) =>
      column instanceof SharedArrayBuffer ? Buffer.from(column).toString('hex') : column,
    );
  const expected = bytesOf(items, customers);
  const shuffled = fc.tuple(
    fc.shuffledSubarray(items, { minLength: items.length }),
    fc.shuffledSubarray(customers, { minLength: customers.length }),
  );
  fc.assert(
    fc.property(shuffled, ([some, others]) => {
      expect(bytesOf(some, others)).toEqual(expected);
    }),
  );
});

test('the size announced before loading is an upper bound', () => {
  const items = Array.from({ length: 500 }, (_, index) =>
    item(index, `FA2026-${index}`, { creditorReference: `${index}55555` }),
  );
  const textBytes = items.length * 20 + 60;
  const announced = partitionBytes({ itemCount: items.length, customerCount: 2, ibanCount: 2, textBytes });
  expect(columnsBytes(columnsOf(items))).toBeLessThanOrEqual(announced);
});

/** Room for one item, and one customer already in. */
const startedBuilder = () => {
  const started = partitionBuilder({ itemCount: 1, customerCount: 1, ibanCount: 1, textBytes: 0 });
  started.addCustomer(garage);
  return started;
};

describe('refuses what the ledger cannot hold', () => {
  test.each([
    ['a residual below zero', item(1, 'FA2026-1', { residualMinor: -1n })],
    ['a residual beyond bigint', item(1, 'FA2026-1', { residualMinor: 9_223_372_036_854_775_808n })],
    ['a customer that was not added', item(1, 'FA2026-1', { customerId: customerId(9) })],
    ['a text of more than 65,535 bytes', item(1, 'é'.repeat(32_768))],
  ])('%s', (_, refused) => {
    expect(() => startedBuilder().addItem(refused)).toThrow(RangeError);
  });

  test('more rows than announced', () => {
    const full = startedBuilder();
    full.addItem(item(1, 'FA2026-1'));
    expect(() => full.addItem(item(2, 'FA2026-2'))).toThrow(RangeError);
    expect(() => full.addCustomer(atelier)).toThrow(RangeError);
  });
});
