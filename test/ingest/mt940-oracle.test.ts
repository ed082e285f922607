/** The parser against a second reading of the same bytes that shares no code with it. */
import { expect, test } from 'vitest';
import { formatDecimal, signed } from '../../src/domain/money.ts';
import { mtFixtures, readFixture } from './fixtures.ts';
import { readMtFacts, type MtFacts } from './mt940-oracle.ts';
import { readBytes, type ReadResult } from './read-file.ts';

const plain = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

const factsOf = ({ statements }: ReadResult): MtFacts =>
  statements.map(({ summary, entries }) => ({
    currency: summary.currency,
    opening: summary.openingBalance === null ? null : plain(formatDecimal(summary.openingBalance.amount)),
    closing: summary.closingBalance === null ? null : plain(formatDecimal(summary.closingBalance.amount)),
    entries: entries.map((entry) => ({
      amount: plain(formatDecimal(signed(entry.amount, entry.side))),
      valueDate: entry.valueDate ?? '',
      bookingDate: entry.bookingDate ?? '',
    })),
  }));

const understood = mtFixtures.flatMap((name) => {
  const facts = readMtFacts(readFixture(name));
  return facts === null ? [] : [{ name, facts }];
});

test('the second reading understands most fixtures', () => {
  expect(understood.length).toBeGreaterThan(mtFixtures.length * 0.6);
});

test.each(understood)('finds the same money and days in $name', ({ name, facts }) => {
  expect(factsOf(readBytes(readFixture(name)))).toEqual(facts);
});
