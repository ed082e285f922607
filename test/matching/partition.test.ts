/** The index of one ledger and currency: what goes in comes out, in one order, and hashes only find. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnsBytes,
  keyKind,
  openPartition,
  partitionBuilder,
  rowsPerKey,
} from '../../src/matching/index/partition.ts';
import { dayNumberOf } from '../../src/matching/index/day-number.ts';
import { hashNumber } from '../../src/matching/hash.ts';
import { findKey, insertKey, slotsFor } from '../../src/matching/index/key-slots.ts';
import { hitsIn } from './engine.ts';
import {
  atelier,
  closed,
  columnsOf,
  creditNote,
  customer,
  customerId,
  day,
  garage,
  invoice,
  itemId,
  partitionOf,
  payment,
} from './ledgers.ts';

describe('a partition', () => {
  const partition = partitionOf({
    items: [
      invoice('FA2026-00003', 1, { of: 2 }),
      closed('Fä2026/00002 №7', { creditorReference: '00012345678', dueDate: day('2026-01-01') }),
      creditNote('AV2026-00001', 900, { dueDate: day('2026-05-01') }),
      invoice('FA2026-00004', 800, { dueDate: day('2026-04-01'), purchaseOrder: 'Ü-77' }),
    ],
    paid: [{ customerId: customerId(1), amountMinor: 800n, date: day('2026-03-01') }],
    collections: [{ reference: 'SDD-2026-03', openItemIds: [itemId('1 invoice FA2026-00004')] }],
  });
  const rows = [0, 1, 2, 3];

  test('orders by customer, then open before closed, then by due date', () => {
    expect(rows.map((row) => partition.documentNumberOf(row))).toEqual([
      'FA2026-00004',
      'AV2026-00001',
      'Fä2026/00002 №7',
      'FA2026-00003',
    ]);
    expect([...partition.columns.itemResiduals]).toEqual([800, -900, 0, 1]);
    expect(rows.map((row) => partition.columns.itemCustomers[row])).toEqual([0, 0, 0, 1]);
    expect([...partition.columns.customerItemStarts]).toEqual([0, 3, 4]);
    expect([...partition.columns.customerOpenEnds]).toEqual([2, 4]);
  });

  test('gives back ids and texts', () => {
    expect(partition.itemId(0)).toBe(itemId('1 invoice FA2026-00004'));
    expect(partition.customerId(1)).toBe(customerId(2));
    expect(partition.purchaseOrderOf(0)).toBe('Ü-77');
    expect(partition.creditorReferenceOf(2)).toBe('00012345678');
  });

  test('finds by amount, by what was paid, by collection, by reference', () => {
    const [from, to] = partition.amountRange(900);
    expect([...partition.columns.amountRows.subarray(from, to)]).toEqual([1]);
    const on = (date: string) => partition.hasPaid(0, 800, dayNumberOf(day(date)));
    expect(['2026-02-28', '2026-03-01', '2026-03-26', '2026-03-27'].map(on)).toEqual([false, true, true, false]);
    expect([...(partition.collectionByKey('SDD202603') ?? [])]).toEqual([0]);
    expect(partition.itemsByStructuredReference('12345678')).toEqual([2]);
    expect(partition.itemsByStructuredReference('12345679')).toEqual([]);
  });

  test('is empty without rows', () => {
    const empty = partitionOf({ items: [], customers: [] });
    expect(hitsIn(empty, payment(1, 'FA2026-00001', { from: 'DE89370400440532013000', by: 'Garage' }))).toEqual([]);
    expect(empty.amountRange(1)).toEqual([0, 0]);
  });
});

test('a copy for another thread reads the same memory', () => {
  const columns = columnsOf({ items: [invoice('FA2026-00001', 12_000)] });
  const partition = openPartition(structuredClone(columns));
  columns.itemResiduals[0] = 7;
  expect(partition.columns.itemResiduals[0]).toBe(7);
});

/** Two numbers of a ledger whose hashes are equal: a birthday among some hundred thousand. */
function collidingNumbers(): readonly [number, number] {
  const seen = new Map<number, number>();
  for (let value = 20_260_000_001; ; value += 1_234_577) {
    const hash = hashNumber(value, keyKind.digits);
    const other = seen.get(hash);
    if (other !== undefined) return [other, value];
    seen.set(hash, value);
  }
}

test('two numbers with equal hashes are never taken for one another', () => {
  const [ours, theirs] = collidingNumbers();
  expect(hashNumber(ours, keyKind.digits)).toBe(hashNumber(theirs, keyKind.digits));
  const partition = partitionOf({ items: [invoice(String(ours), 12_000)] });
  const found = new Int32Array(rowsPerKey);
  expect(partition.rowsByNumber(theirs, keyKind.digits, found)).toBe(1);
  expect(hitsIn(partition, payment(12_000, `FACT ${theirs}`))).toEqual([]);
  expect(hitsIn(partition, payment(12_000, `FACT ${ours}`))).toEqual([`${ours} full`]);
});

test('two IBANs, two references and two customer codes that share a slot are told apart', () => {
  const columns = columnsOf({ items: [invoice('FA2026-00001', 1, { creditorReference: 'RF96R24000941' })] });
  // Every slot of these tables now leads to row 0: as if all hashes were equal.
  const everywhere = (slots: Int32Array): void => {
    for (let at = 1; at < slots.length; at += 2) if (slots[at] !== 0) slots[at - 1] = 4_711;
  };
  everywhere(columns.payerSlots);
  everywhere(columns.keySlots);
  const partition = openPartition(columns);
  expect(partition.itemsByStructuredReference('RF18539007547034')).toEqual([]);
  expect(partition.payerEntriesByIban('BE68539007547034')).toEqual([]);
  expect(partition.customersByCode(815)).toEqual([]);
});

describe('a key', () => {
  test('keeps the first rows that share it, and stays apart from its neighbours', () => {
    const slots = new Int32Array(slotsFor(20) * 2);
    const found = new Int32Array(rowsPerKey);
    for (let row = 0; row < 12; row += 1) insertKey(slots, 7, row);
    for (let row = 12; row < 20; row += 1) insertKey(slots, 7 + slotsFor(20), row);
    expect([...found.subarray(0, findKey(slots, 7, found))]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...found.subarray(0, findKey(slots, 7 + slotsFor(20), found))]).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
    expect(findKey(slots, 8, found)).toBe(0);
  });

  test('is found among any others', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), (hashes) => {
        const slots = new Int32Array(slotsFor(hashes.length) * 2);
        for (const [row, hash] of hashes.entries()) insertKey(slots, hash | 0, row);
        const found = new Int32Array(rowsPerKey);
        for (const hash of hashes) {
          const expected = hashes
            .flatMap((other, row) => ((other | 0) === (hash | 0) ? [row] : []))
            .slice(0, rowsPerKey);
          expect([...found.subarray(0, findKey(slots, hash | 0, found))]).toEqual(expected);
        }
      }),
    );
  });
});

test('rows in any order give the same bytes', () => {
  const items = Array.from({ length: 40 }, (_, index) =>
    invoice(`FA2026-${String(index % 13).padStart(5, '0')}`, (index % 7) * 100, {
      of: 1 + (index % 3),
      openItemId: itemId(`row ${index}`),
      creditorReference: index % 5 === 0 ? 'RF96R24000941' : null,
    }),
  );
  const customers = [garage, atelier, customer(3, 'Garage Müller SA', 'DE89370400440532013000')];
  const paid = [1, 2, 3].map((index) => ({
    customerId: customerId(index),
    amountMinor: 100n,
    date: day(`2026-02-0${index}`),
  }));
  const aliases = [1, 2, 3].map((index) => ({
    customerId: customerId(index),
    kind: 'name' as const,
    value: 'HOLDING',
    confirmedCount: 1,
    lastDate: day('2026-01-01'),
  }));
  const bytesOf = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex');
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bytesOf(inner)]));
  };
  const expected = bytesOf(columnsOf({ items, customers, paid, aliases }));
  const whole = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(
    fc.property(whole(items), whole(customers), whole(paid), whole(aliases), (some, others, payments, names) => {
      expect(bytesOf(columnsOf({ items: some, customers: others, paid: payments, aliases: names }))).toEqual(expected);
    }),
  );
});

test('an item takes less than 160 bytes', () => {
  const items = Array.from({ length: 20_000 }, (_, index) =>
    invoice(`FA2026-${String(index).padStart(5, '0')}`, 100 + index),
  );
  expect(columnsBytes(columnsOf({ items })) / items.length).toBeLessThan(160);
});

describe('refuses what it cannot hold', () => {
  const started = () => {
    const builder = partitionBuilder({ itemCount: 1, customerCount: 1, ibanCount: 1, textBytes: 0 });
    builder.addCustomer(garage);
    return builder;
  };
  test.each([
    ['a residual below zero', { ...invoice('FA2026-1', 1), residualMinor: -1n }],
    ['a residual beyond what a double holds', { ...invoice('FA2026-1', 1), residualMinor: 2n ** 53n }],
    ['a customer that was not added', invoice('FA2026-1', 1, { of: 9 })],
  ])('%s', (_, refused) => {
    expect(() => started().addItem(refused)).toThrow(RangeError);
  });

  test('more items than announced', () => {
    const full = started();
    full.addItem(invoice('FA2026-1', 1));
    expect(() => full.addItem(invoice('FA2026-2', 1))).toThrow(RangeError);
  });
});

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', 0],
  ['1970-01-02', 1],
  ['2000-02-29', 11_016],
  ['2026-03-02', 20_514],
  ['2149-06-06', 65_535],
  ['2149-06-07', 65_535],
  ['9999-12-31', 65_535],
])('%s is day %i', (date, expected) => {
  expect(dayNumberOf(day(date))).toBe(expected);
});
