import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitsOf, earlySets } from '../../../src/matching/combination/early-sets.ts';
import { everySet } from './every-set.ts';

const setsOf = (amounts: readonly number[], target: number, limit = 3) =>
  earlySets(Float64Array.from(amounts), amounts.length, target, limit);
const placesOf = (...each: Parameters<typeof setsOf>) => setsOf(...each).sets.map(({ places }) => places);

describe('bits', () => {
  test.each([
    ['the first two: no other set of two is there', 1, 2, 1],
    ['two of the first three', 2, 2, 3],
    ['two of the first eight', 7, 2, 28],
    ['four of the first ten', 9, 4, 210],
    ['all of ten', 9, 10, 1],
  ])('%s', (_, last, size, sets) => {
    expect(2 ** bitsOf(last, size)).toBeCloseTo(sets, 6);
  });
});

describe('the set that ends earlier stands before', () => {
  test.each([
    ['a later one of the same size', [50, 30, 11, 20, 60, 40, 41], 80, ['0 1', '3 4']],
    [
      'all but one stands before a pair that lies far behind',
      [7, 11, 13, 17, 19, 23, 25, 2, 67],
      90,
      ['0 1 2 3 4 5', '5 8'],
    ],
    ['a pair stands before three of as many', [10, 20, 30, 40, 1], 50, ['1 2', '0 3']],
  ])('%s', (_, amounts, target, expected) => {
    expect(placesOf(amounts, target, 2).map((places) => places.join(' '))).toEqual(expected);
  });

  test('of equal amounts the older ones, and then the next', () => {
    expect(placesOf([99, 99, 99, 99, 500], 198)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });
});

test('credit notes are left out, and what is more than the target does not count as looked through', () => {
  const { sets, itemCount } = setsOf([-10, 900, 30, -5, 800, 50], 80);
  expect(sets).toEqual([{ places: [2, 5], bits: 0 }]);
  expect(itemCount).toBe(2);
});

test('nothing is found where nothing gives the target, or nothing is there', () => {
  expect(setsOf([30, 50], 81)).toEqual({ sets: [], count: 0, itemCount: 2 });
  expect(setsOf([], 81)).toEqual({ sets: [], count: 0, itemCount: 0 });
});

test('of a large account the first 24 amounts are looked at, and equal ones are counted up to a limit', () => {
  const equal = Array.from({ length: 300 }, () => 100);
  const { sets, count, itemCount } = setsOf(equal, 1_200);
  expect(itemCount).toBe(24);
  expect(count).toBe(20_000);
  expect(sets).toHaveLength(3);
});

test('finds what trying all sets finds, cheapest first', () => {
  const amounts = fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: -9, max: -1 })), {
    maxLength: 11,
  });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 120 }), (account, target) => {
      const { sets, count } = setsOf(account, target, 5_000);
      const all = everySet(account, target).filter((places) => places.every((place) => (account[place] ?? 0) > 0));
      expect(count).toBe(all.length);
      expect(sets.map(({ places }) => places.join(' ')).toSorted()).toEqual(
        all.map((places) => places.join(' ')).toSorted(),
      );
      const costs = sets.map(({ bits }) => bits);
      expect(costs).toEqual(costs.toSorted((a, b) => a - b));
      expect(placesOf(account, target, 2)).toEqual(sets.slice(0, 2).map(({ places }) => places));
    }),
    { numRuns: 400 },
  );
});
