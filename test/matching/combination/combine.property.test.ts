/** Every search gives what trying all sets gives, or says that it did not get to the end. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWays, onlyWay, wordsNeeded } from '../../../src/matching/combination/bit-set.ts';
import { branchAndBound } from '../../../src/matching/combination/branch-and-bound.ts';
import { combine } from '../../../src/matching/combination/combine.ts';
import { defaultBudget } from '../../../src/matching/combination/combinations.ts';
import { provenUnique } from './proven-unique.ts';
import { descending } from '../../../src/matching/combination/descending.ts';
import { membersOf, reduce, toggleMember } from '../../../src/matching/combination/reduction.ts';
import { smallCombinations } from '../../../src/matching/combination/small-combinations.ts';
import { everySet, randomFrom } from './every-set.ts';

/** Few distinct amounts, so that coincidences are frequent; some share a divisor, some are credit notes. */
const amount = fc.oneof(
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: -9, max: -1 }),
  fc.integer({ min: 1, max: 20 }).map((units) => units * 10),
  fc.integer({ min: 900, max: 1_100 }),
);
const accounts = fc.array(amount, { minLength: 0, maxLength: 12 });

/** An account, and the sum of some of its items or any sum. */
const questions = fc
  .tuple(accounts, fc.integer({ min: 0, max: 4_095 }), fc.integer({ min: 1, max: 1_500 }), fc.boolean())
  .map(([amounts, bits, any, isAny]) => {
    const sum = amounts.reduce((total, value, place) => total + ((bits >> place) & 1 ? value : 0), 0);
    return { amounts: Float64Array.from(amounts), target: isAny || sum <= 0 ? any : sum };
  });

describe('finds what trying all sets finds', () => {
  test('by meeting in the middle', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 2, max: 9 }), ({ amounts, target }, limit) => {
        const all = everySet(amounts, target);
        const { solutions, count, isComplete } = combine(amounts, amounts.length, target, { limit });
        expect({ solutions, count, isComplete }).toEqual({
          solutions: all.slice(0, limit),
          count: all.length,
          isComplete: true,
        });
      }),
      { numRuns: 400 },
    );
  });

  test('by branch and bound', () => {
    fc.assert(
      fc.property(questions, ({ amounts, target }) => {
        const all = everySet(amounts, target);
        const reduction = reduce(amounts, amounts.length, target);
        fc.pre(reduction.isPossible);
        const found = branchAndBound(descending(reduction), reduction, 10_000, defaultBudget);
        expect([found.solutions, found.count, found.isComplete]).toEqual([all, all.length, true]);
      }),
      { numRuns: 300 },
    );
  });

  test('by bit set', () => {
    fc.assert(
      fc.property(questions, ({ amounts, target }) => {
        const all = everySet(amounts, target);
        const reduction = reduce(amounts, amounts.length, target);
        fc.pre(reduction.isPossible && reduction.count > 0);
        const items = descending(reduction);
        expect(wordsNeeded(items, reduction.target)).toBeGreaterThan(0);
        const ways = countWays(items, reduction.target);
        expect(ways).toBe(Math.min(2, all.length));
        if (ways !== 1) return;
        for (const rank of onlyWay(items, reduction.target)) toggleMember(items.places[rank] ?? 0);
        expect([membersOf(amounts.length)]).toEqual(all);
      }),
      { numRuns: 500 },
    );
  });

  test('among pairs and triples', () => {
    fc.assert(
      fc.property(questions, fc.constantFrom<2 | 3>(2, 3), ({ amounts, target }, largestSize) => {
        const all = everySet(amounts, target).filter((set) => set.length <= largestSize);
        const found = smallCombinations(amounts, amounts.length, target, { largestSize, limit: 10_000 });
        expect([found.solutions, found.count, found.isComplete]).toEqual([all, all.length, true]);
        const first = smallCombinations(amounts, amounts.length, target, { largestSize, limit: 3 });
        expect(first.solutions).toEqual(all.slice(0, 3));
        expect(first.count).toBeLessThanOrEqual(all.length);
        if (all.length < 3) expect(first.isComplete).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('on a budget too small for the first searches: never more than is true, never unique without proof', () => {
    const budgets = fc.record({ nodes: fc.integer({ min: 0, max: 40 }), words: fc.constantFrom(0, 30, 100_000) });
    fc.assert(
      fc.property(questions, budgets, ({ amounts, target }, budget) => {
        const all = everySet(amounts, target);
        const found = combine(amounts, amounts.length, target, { limit: 3, budget });
        expect(found.count).toBeLessThanOrEqual(all.length);
        for (const solution of found.solutions) expect(all).toContainEqual(solution);
        if (found.isComplete) {
          expect(found.count).toBe(all.length);
          expect(found.solutions).toEqual(all.slice(0, 3));
        }
        if (all.length > 1) expect(provenUnique(found)).toBeNull();
        if (budget.words === 100_000 && all.length <= 1) expect(found.isComplete).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('an item of equal amount outside a solution makes another solution', () => {
  fc.assert(
    fc.property(questions, fc.nat(11), ({ amounts, target }, at) => {
      const unique = provenUnique(combine(amounts, amounts.length, target, { limit: 2 }));
      fc.pre(unique !== null);
      const place = (unique ?? [])[at % (unique ?? []).length] ?? 0;
      const twice = Float64Array.from([...amounts, amounts[place] ?? 0]);
      const found = combine(twice, twice.length, target, { limit: 5_000 });
      expect(found.count).toBeGreaterThanOrEqual(2);
      expect(found.solutions).toContainEqual(unique);
    }),
    { numRuns: 500 },
  );
});

/** Two sets of the same sum among other items, and items that belong to both; gives the sum and the account. */
function plantTwo(random: () => number): { amounts: Float64Array; target: number } {
  const below = (limit: number): number => Math.floor(random() * limit);
  const price = (): number => (random() < 0.3 ? 990 * (1 + below(30)) : 100 + below(400_000));
  const sizes = { one: 1 + below(5), two: 1 + below(5), both: below(4), others: below(random() < 0.02 ? 40 : 10) };
  const one = Array.from({ length: sizes.one }, price);
  const two = Array.from({ length: sizes.two }, price);
  const both = Array.from({ length: sizes.both }, price);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  // What makes the second as large as the first: an invoice, a credit note, or nothing.
  const rest = sum(one) - sum(two);
  if (rest !== 0) two.push(rest);
  const others = Array.from({ length: sizes.others }, () => (random() < 0.06 ? -price() : price()));
  const keyed = [...one, ...two, ...both, ...others].map((value) => ({ value, key: random() }));
  const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ value }) => value);
  return { amounts: Float64Array.from(shuffled), target: sum(one) + sum(both) };
}

test('100,000 sums that two sets give are never called unique', () => {
  const casesOfRun = 100;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      const questions = Array.from({ length: casesOfRun }, () => plantTwo(random));
      const wronglyUnique = questions.filter(
        ({ amounts, target }) => provenUnique(combine(amounts, amounts.length, target, { limit: 2 })) !== null,
      );
      expect(wronglyUnique).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
