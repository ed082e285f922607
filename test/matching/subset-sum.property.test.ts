import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactSubsets } from '../../src/matching/subset-sum.ts';

/** Every non-empty subset that adds up, by trying all of them. */
function allSubsets(amounts: readonly bigint[], target: bigint): readonly string[] {
  const found: string[] = [];
  for (let mask = 1; mask < 2 ** amounts.length; mask += 1) {
    const places = amounts.flatMap((_, place) => ((mask >> place) & 1 ? [place] : []));
    if (places.reduce((sum, place) => sum + (amounts[place] ?? 0n), 0n) === target) found.push(places.join(' '));
  }
  return found.toSorted();
}

test('finds exactly the subsets that trying all of them finds', () => {
  const amounts = fc.array(fc.bigInt({ min: -6n, max: 12n }), { maxLength: 9 });
  fc.assert(
    fc.property(amounts, fc.bigInt({ min: -4n, max: 40n }), (values, target) => {
      const { subsets, isComplete } = exactSubsets(values, target, 1_000);
      expect(isComplete).toBe(true);
      expect(subsets.map((places) => places.join(' ')).toSorted()).toEqual(allSubsets(values, target));
    }),
  );
});

test('stops at the limit', () => {
  expect(exactSubsets([5n, 5n, 5n, 5n], 5n, 2).subsets).toEqual([[0], [1]]);
});

test('says when its budget ended before the search did', () => {
  const evens = Array.from({ length: 60 }, (_, place) => BigInt(1_000 + place * 2));
  expect(exactSubsets(evens, 30_001n, 3)).toEqual({ subsets: [], isComplete: false });
});

test('all of many amounts is found at once', () => {
  const amounts = Array.from({ length: 500 }, (_, place) => BigInt(1 + (place % 7)));
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  expect(exactSubsets(amounts, total, 3)).toEqual({ subsets: [amounts.map((_, place) => place)], isComplete: true });
});
