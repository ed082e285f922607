import { describe, expect, test } from 'vitest';
import { combine } from '../../../src/matching/combination/combine.ts';
import { defaultBudget } from '../../../src/matching/combination/combinations.ts';
import { provenUnique } from './proven-unique.ts';
import { smallCombinations } from '../../../src/matching/combination/small-combinations.ts';
import { randomFrom } from './every-set.ts';

const ask = (amounts: readonly number[], target: number, limit = 3) =>
  combine(Float64Array.from(amounts), amounts.length, target, { limit });

/** Powers of two: every sum is made in exactly one way. */
const powers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => 2 ** index);

describe('small accounts', () => {
  test.each([
    ['one item', [120, 350, 90], 350, [[1]]],
    ['two items', [120, 350, 90], 210, [[0, 2]]],
    ['a credit note deducted', [500, 300, -100], 400, [[0, 2]]],
    ['no set', [120, 350, 90], 211, []],
    ['a cent less than the whole account', [120, 350, 90], 559, []],
    ['equal amounts: each its own answer', [80, 200, 80], 280, [[0, 1], [1, 2]]], // prettier-ignore
    ['an invoice and its own credit note change nothing, so the answer is not unique', [70, 500, -70], 500, [[1], [0, 1, 2]]], // prettier-ignore
    ['more than the account', [120, 350], 1_000, []],
    ['an empty account', [], 1_000, []],
    ['a common divisor that the payment does not have', [100, 200, 400, 800, 1_600], 750, []],
  ])('%s', (_, amounts, target, solutions) => {
    const found = ask(amounts, target);
    expect(found).toMatchObject({ solutions, count: solutions.length, isComplete: true });
    expect(provenUnique(found)).toEqual(solutions.length === 1 ? solutions[0] : null);
  });

  test('fewest members come first, then the earliest places; the count goes on behind the limit', () => {
    const found = ask([30, 10, 20, 30, 5, 5], 30, 2);
    expect(found).toMatchObject({ solutions: [[0], [3]], count: 4, isComplete: true });
  });

  test('only the given length of the amounts counts', () => {
    expect(combine(Float64Array.of(10, 20, 30), 2, 30, { limit: 2 }).solutions).toEqual([[0, 1]]);
  });

  test('millions of solutions are counted, not listed, and not called complete', () => {
    const found = ask(
      Array.from({ length: 24 }, () => 990),
      990 * 12,
    );
    expect(found).toMatchObject({ count: 2_704_156, isComplete: false, method: 'meet_in_the_middle' });
    expect(found.solutions).toHaveLength(3);
  });
});

describe('large accounts', () => {
  test('the whole account, or all but two items, needs no search', () => {
    const amounts = Array.from({ length: 2_000 }, (_, index) => 1_000 + index);
    const total = amounts.reduce((sum, value) => sum + value, 0);
    expect(provenUnique(ask(amounts, total))).toHaveLength(2_000);
    expect(ask(amounts, total).method).toBe('reduction');
    expect(ask(amounts, total - 1)).toMatchObject({ count: 0, isComplete: true });
  });

  test('several pairs end the question', () => {
    const amounts = Array.from({ length: 60 }, (_, index) => 1_000 + index);
    expect(ask(amounts, 2_010)).toMatchObject({ solutions: [[0, 10], [1, 9], [2, 8]], isComplete: false }); // prettier-ignore
  });

  test('amounts that all differ by powers of two are proven unique, whatever their number', () => {
    const unique = provenUnique(ask(powers(40), 2 ** 39 + 2 ** 20 + 2 ** 7 + 1));
    expect(unique).toEqual([0, 7, 20, 39]);
  });

  test('the bit set proves that no set has an odd sum, where branches never end', () => {
    // All even but one item, and with that one 500 are missing, which is less than any other.
    const amounts = [...Array.from({ length: 59 }, (_, index) => 1_000 + index * 2), 29_001];
    const found = ask(amounts, 29_501);
    expect(found).toMatchObject({ count: 0, isComplete: true, method: 'bit_set' });
  });

  test('the bit set finds the members of the only set', () => {
    const amounts = [...Array.from({ length: 58 }, (_, index) => 1_000 + index * 4), 15_001, 15_002];
    const found = ask(amounts, 30_003 + amounts.slice(0, 2).reduce((sum, value) => sum + value, 0));
    expect(found.isComplete ? found.count : null).toBe(found.solutions.length);
  });

  test('a budget that is spent is said', () => {
    const amounts = Array.from({ length: 60 }, (_, index) => 1_000_000 + index * 200 + (index === 7 ? 1 : 0));
    const budget = { nodes: 20_000, words: 0 };
    const found = combine(Float64Array.from(amounts), 60, 30_000_051, { limit: 2, budget });
    expect(found).toMatchObject({ count: 0, isComplete: false });
    expect(found.nodes).toBeLessThan(25_000);
  });

  test('never spends more than its budget allows', () => {
    const random = randomFrom(20_260_301);
    for (let round = 0; round < 200; round += 1) {
      const amounts = Array.from({ length: 25 + Math.floor(random() * 60) }, () => 1 + Math.floor(random() * 300_000));
      const { nodes, words } = ask(amounts, 200_000 + Math.floor(random() * 800_000));
      expect(nodes).toBeLessThan(defaultBudget.nodes + 20_000);
      expect(words).toBeLessThanOrEqual(defaultBudget.words * 2);
    }
  });

  test('sums beyond exact arithmetic are not searched', () => {
    const huge = Array.from({ length: 3 }, () => Number.MAX_SAFE_INTEGER);
    expect(ask(huge, 5)).toMatchObject({ count: 0, isComplete: false, method: 'none' });
  });
});

test.each([
  ['a zero', [10, 0], 10, 2],
  ['half a cent', [10, 2.5], 10, 2],
  ['nothing to pay', [10], 0, 2],
  ['a search that could not find a second solution', [10], 10, 1],
])('refuses %s', (_, amounts, target, limit) => {
  expect(() => ask(amounts, target, limit)).toThrow(RangeError);
});

describe('pairs and triples', () => {
  test('come in order of their places, whichever of the amounts is larger', () => {
    const large = Float64Array.of(20, 10, 10, 10, 10, 10);
    const last = Float64Array.of(10, 10, 10, 10, 10, 20);
    const options = { largestSize: 2, limit: 3 } as const;
    expect(smallCombinations(large, 6, 30, options).solutions).toEqual([[0, 1], [0, 2], [0, 3]]); // prettier-ignore
    expect(smallCombinations(last, 6, 30, options).solutions).toEqual([[0, 5], [1, 5], [2, 5]]); // prettier-ignore
  });

  test('of a thousand equal amounts are counted without being listed', () => {
    const amounts = new Float64Array(1_000).fill(990);
    const options = { largestSize: 3, limit: 3 } as const;
    const pairs = smallCombinations(amounts, 1_000, 1_980, options);
    expect(pairs).toMatchObject({ solutions: [[0, 1], [0, 2], [0, 3]], count: 499_500, largestSize: 2 }); // prettier-ignore
    const triples = smallCombinations(amounts, 400, 2_970, { largestSize: 3, limit: 3 });
    expect(triples.solutions).toEqual([[0, 1, 2], [0, 1, 3], [0, 1, 4]]); // prettier-ignore
    expect(triples.count).toBe((399 * 398) / 2);
  });
});
