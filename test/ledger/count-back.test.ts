import { expect, test } from 'vitest';
import { countBack, type MonthOfSales } from '../../src/ledger/plan/count-back.ts';

const months: readonly MonthOfSales[] = [
  { month: '2026-11', salesMinor: 120_000n, days: 30 },
  { month: '2026-10', salesMinor: 80_000n, days: 31 },
  { month: '2026-09', salesMinor: 70_000n, days: 30 },
];

test('the published example is 82.4 days: 30 + 31 + 500 / 700 of 30', () => {
  const { tenths, months: counted, uncoveredMinor } = countBack(250_000n, months);
  expect(tenths).toBe(824n);
  expect(counted.map(({ countedTenths }) => countedTenths)).toEqual([300n, 310n, 214n]);
  expect(uncoveredMinor).toBe(0n);
});

test.each([
  ['nothing', 0n, 0n],
  ['more credits than debts', -5n, 0n],
  ['half of the last month', 60_000n, 150n],
  ['the last month to the cent', 120_000n, 300n],
  ['a cent more', 120_001n, 300n],
  ['all that was sold', 270_000n, 910n],
])('%s is %s: %s tenths of a day', (_, owed, tenths) => {
  expect(countBack(owed, months).tenths).toBe(tenths);
});

test('what is owed beyond all sales has no days, and is told', () => {
  expect(countBack(270_001n, months)).toMatchObject({ tenths: null, uncoveredMinor: 1n });
});

test('a month without sales, or with more credit notes, counts its days and takes nothing off', () => {
  const [last, ...before] = months;
  if (last === undefined) throw new Error('no month');
  const quiet = [{ ...last, salesMinor: -10_000n }, ...before];
  expect(countBack(80_000n, quiet).tenths).toBe(610n);
});
