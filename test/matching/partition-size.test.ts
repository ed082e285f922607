/** What a partition takes is said before it is loaded: never less than it takes, and not absurdly more. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsBytes, partitionBuilder } from '../../src/matching/index/partition.ts';
import { partitionBytes } from '../../src/matching/index/partition-size.ts';
import { customer, customerId, day, invoice, itemId } from './ledgers.ts';

const bytesOf = (text: string): number => Buffer.byteLength(text);
const sumOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + bytesOf(text), 0);

type Books = Readonly<{
  names: readonly string[];
  ibans: readonly string[];
  numbers: readonly string[];
  learned: readonly string[];
}>;

function bytesSaidAndTaken({ names, ibans, numbers, learned }: Books): Readonly<{ said: number; taken: number }> {
  const measure = {
    itemCount: numbers.length,
    customerCount: names.length,
    ibanCount: ibans.length + learned.length,
    textBytes: sumOf(numbers) * 3,
    nameCount: names.length + learned.length,
    nameBytes: sumOf(names) + sumOf(learned),
  };
  const builder = partitionBuilder(measure);
  names.forEach((name, index) => builder.addCustomer(customer(index, name, ...(index === 0 ? ibans : []))));
  for (const value of learned) {
    const alias = { customerId: customerId(0), value, confirmedCount: 1, lastDate: day('2026-03-01') };
    builder.addAlias({ ...alias, kind: 'name' });
    builder.addAlias({ ...alias, kind: 'iban' });
  }
  numbers.forEach((number, index) =>
    builder.addItem(
      invoice(number, 12_000, {
        openItemId: itemId(`row ${index}`),
        of: index % names.length,
        creditorReference: number,
        purchaseOrder: number,
      }),
    ),
  );
  return { said: partitionBytes(measure), taken: columnsBytes(builder.finish()) };
}

const iban = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 32 })
  .map((digits) => `XX${digits.join('')}`);

test('never less than it takes, whatever is in it', () => {
  fc.assert(
    fc.property(
      fc.record({
        names: fc.array(fc.string({ maxLength: 60, unit: 'grapheme' }), { minLength: 1, maxLength: 40 }),
        ibans: fc.array(iban, { maxLength: 10 }),
        numbers: fc.array(fc.string({ maxLength: 30 }), { maxLength: 60 }),
        learned: fc.array(fc.string({ maxLength: 34 }), { maxLength: 10 }),
      }),
      (books) => {
        const { said, taken } = bytesSaidAndTaken(books);
        expect(taken).toBeLessThanOrEqual(said);
      },
    ),
    { numRuns: 300 },
  );
});

test('of ordinary books at most two fifths more than they take', () => {
  const { said, taken } = bytesSaidAndTaken({
    names: Array.from({ length: 300 }, (_, index) => `Atelier ${index.toString(36)} Menuiserie SARL`),
    ibans: [],
    numbers: Array.from({ length: 6_000 }, (_, index) => `FA2026-${String(index).padStart(6, '0')}`),
    learned: [],
  });
  expect(said / taken).toBeLessThan(1.4);
});
