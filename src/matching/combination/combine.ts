/**
 * The ladder of searches: the cheapest that can end the question first.
 *
 * 1. Reduction: what must be in or cannot be in; often nothing is left.
 * 2. Up to 24 items left: meet in the middle, every set of every size.
 * 3. More: pairs and triples, then branch and bound. Both mostly find a second solution, which ends the question.
 * 4. Bit set, where its size allows: proves none, one, or several.
 * 5. Not proven.
 */
import { countWays, onlyWay, wordsNeeded } from './bit-set.ts';
import { branchAndBound } from './branch-and-bound.ts';
import {
  defaultBudget,
  keepSmallest,
  type CombinationBudget,
  type CombinationMethod,
  type Combinations,
} from './combinations.ts';
import { descending, type Descending } from './descending.ts';
import { canMeetInTheMiddle, meetInTheMiddle } from './meet-in-the-middle.ts';
import { membersOf, reduce, toggleMember, type Reduction } from './reduction.ts';
import { smallCombinations } from './small-combinations.ts';

export type CombineOptions = Readonly<{
  /** Solutions to give at most, from 2: one alone proves nothing. A search of many items ends when it has so many. */
  limit: number;
  budget?: CombinationBudget;
}>;

/** False when the amounts together leave the safe integers. @throws RangeError for a zero: it would be in and out. */
function hasSafeSum(amounts: Float64Array, length: number): boolean {
  let total = 0;
  for (let place = 0; place < length; place += 1) {
    const amount = amounts[place] ?? 0;
    if (amount === 0 || !Number.isSafeInteger(amount)) throw new RangeError(`an amount to combine is ${amount}`);
    total += Math.abs(amount);
  }
  return Number.isSafeInteger(total);
}

/**
 * Which sets of items, of any size, add up to the target, and whether there are others.
 *
 * Scratch memory is kept between calls, so a thread asks one question at a time; what is returned is the caller's.
 *
 * @param amounts - the first `length` count: minor units as safe integers, not zero, credit notes negative.
 * @param target - minor units, above zero.
 * @throws RangeError for a zero, an unsafe amount, a target not above zero, a limit below 2: mistakes of the caller.
 */
export function combine(
  amounts: Float64Array,
  length: number,
  target: number,
  { limit, budget = defaultBudget }: CombineOptions,
): Combinations {
  if (!Number.isSafeInteger(target) || target <= 0) throw new RangeError(`a sum to combine is ${target}`);
  if (limit < 2) throw new RangeError(`a search for ${limit} solutions can not tell whether there is another`);
  if (!hasSafeSum(amounts, length)) {
    return { solutions: [], count: 0, isComplete: false, method: 'none', nodes: 0, words: 0 };
  }
  const reduction = reduce(amounts, length, target);
  if (!reduction.isPossible || reduction.count === 0) return decidedBy(reduction);
  if (canMeetInTheMiddle(reduction, budget)) return meetInTheMiddle(reduction, limit, budget);
  return combineMany(amounts, target, reduction, limit, budget);
}

function decidedBy({ isPossible, length }: Reduction): Combinations {
  const solutions = isPossible ? [membersOf(length)] : [];
  const count = isPossible ? 1 : 0;
  return { solutions, count, isComplete: true, method: 'reduction', nodes: length, words: 0 };
}

/** Two searches of one question as one answer: the sets of both, and no more than is certain. */
function together(method: CombinationMethod, parts: readonly Combinations[], limit: number): Combinations {
  const solutions: (readonly number[])[] = [];
  for (const part of parts) for (const solution of part.solutions) keepSmallest(solutions, solution, limit);
  const sumOf = (of: (part: Combinations) => number): number => parts.reduce((sum, part) => sum + of(part), 0);
  const count = Math.max(solutions.length, ...parts.map((part) => part.count));
  const isComplete = parts.some((part) => part.isComplete);
  return {
    solutions,
    count,
    isComplete,
    method,
    nodes: sumOf((part) => part.nodes),
    words: sumOf((part) => part.words),
  };
}

/** Steps 3 to 5: too many items to look at all sets. */
function combineMany(
  amounts: Float64Array,
  target: number,
  reduction: Reduction,
  limit: number,
  budget: CombinationBudget,
): Combinations {
  const few = smallCombinations(amounts, reduction.length, target, { largestSize: 3, limit });
  const small: Combinations = { ...few, isComplete: false, method: 'pairs_and_triples', words: 0 };
  if (small.count >= limit) return small;
  const items = descending(reduction);
  const branched = branchAndBound(items, reduction, limit, budget);
  const searched = together('branch_and_bound', [small, branched], limit);
  if (branched.isComplete || searched.count >= 2) return searched;
  const words = wordsNeeded(items, reduction.target);
  if (words > budget.words) return searched;
  const counted = countedBy(items, reduction, searched, words);
  return together('bit_set', [searched, counted], limit);
}

/** What the bit set adds to a search that found one solution at most and did not finish. */
function countedBy(items: Descending, reduction: Reduction, searched: Combinations, words: number): Combinations {
  const count = countWays(items, reduction.target);
  const answer = { count, isComplete: count < 2, method: 'bit_set', nodes: 0 } as const;
  if (count !== 1 || searched.count === 1) return { ...answer, solutions: [], words };
  const ranks = onlyWay(items, reduction.target);
  for (const rank of ranks) toggleMember(items.places[rank] ?? 0);
  const solutions = [membersOf(reduction.length)];
  for (const rank of ranks) toggleMember(items.places[rank] ?? 0);
  return { ...answer, solutions, words: words * 2 };
}
