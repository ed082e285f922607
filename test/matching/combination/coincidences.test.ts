import { describe, expect, test } from 'vitest';
import { expectedCoincidences } from '../../../src/matching/combination/coincidences.ts';
import { randomFrom } from './every-set.ts';

const ofAmounts = (amounts: readonly number[], size: number, target: number): number =>
  expectedCoincidences(Float64Array.from(amounts), amounts.length, size, target);

test('is C(n, k) · step / (σ · √(2πk))', () => {
  // Amounts 1 to 7: σ = 2, no common divisor; C(7, 2) = 21.
  expect(ofAmounts([1, 2, 3, 4, 5, 6, 7], 2, 7)).toBeCloseTo(21 / (2 * Math.sqrt(4 * Math.PI)), 10);
});

test.each([
  ['of equal amounts every set of the size coincides', [990, 990, 990, 990], 2, 1_980, 6],
  ['a sum between the steps is never made', [1_000, 2_000, 5_000], 2, 3_001, 0],
  ['there is no set larger than the account', [10, 25], 3, 35, 0],
])('%s', (_, amounts, size, target, expected) => {
  expect(ofAmounts(amounts, size, target)).toBeCloseTo(expected, 10);
});

test('one odd amount among round prices does not hide how often round sums coincide', () => {
  const round = Array.from({ length: 20 }, (_, index) => 10_000 + 500 * index);
  expect(ofAmounts([...round, 12_345], 2, 30_000)).toBeGreaterThan(0.9 * ofAmounts(round, 2, 30_000));
});

describe('against what is counted', () => {
  test.each([2, 3])('sets of %i coincide not much more often than expected', (size) => {
    const random = randomFrom(7);
    let expected = 0;
    let counted = 0;
    for (let round = 0; round < 600; round += 1) {
      const price = (): number => 100 + Math.floor(random() * 20_000);
      const amounts = Array.from({ length: 30 }, price);
      const target = Array.from({ length: size }, price).reduce((sum, value) => sum + value, 0);
      expected += ofAmounts(amounts, size, target);
      counted += countSets(amounts, size, target);
    }
    expect(counted).toBeGreaterThan(expected / 3);
    expect(counted).toBeLessThan(expected * 1.5);
  });
});

/** Sets of two or three with the sum, by trying all. */
function countSets(amounts: readonly number[], size: number, target: number, start = 0): number {
  if (size === 0) return target === 0 ? 1 : 0;
  let count = 0;
  for (let place = start; place < amounts.length; place += 1)
    count += countSets(amounts, size - 1, target - (amounts[place] ?? 0), place + 1);
  return count;
}
