/**
 * Sets of one, two or three items with a given sum, in order. Two pointers run over the amounts by size; items of equal
 * amount are counted together, so that a thousand subscriptions of the same price do not make a million steps.
 */
import { smallestKeys } from './smallest-keys.ts';

type SmallCombinations = Readonly<{
  /** As in `Combinations`, up to the limit; always the first in order, whether complete or not. */
  solutions: readonly (readonly number[])[];
  /** All of up to `largestSize` members when `isComplete`, else at least so many. */
  count: number;
  /** Says nothing about larger sets. */
  isComplete: boolean;
  /** 2 where 3 was asked of more items than {@link mostItemsForTriples}. */
  largestSize: 2 | 3;
  nodes: number;
}>;

/** Beyond it triples take more than some 100 microseconds, and have long stopped to be evidence. */
const mostItemsForTriples = 400;

const keys = smallestKeys();
/** Amounts ascending, and where each stands; equal amounts by place. */
let sortedAmounts = new Float64Array(64);
let sortedPlaces = new Int32Array(64);

function sort(amounts: Float64Array, length: number): void {
  if (length > sortedPlaces.length) {
    sortedAmounts = new Float64Array(length * 2);
    sortedPlaces = new Int32Array(length * 2);
  }
  const view = sortedPlaces.subarray(0, length);
  for (let place = 0; place < length; place += 1) view[place] = place;
  view.sort((a, b) => (amounts[a] ?? 0) - (amounts[b] ?? 0) || a - b);
  for (let rank = 0; rank < length; rank += 1) sortedAmounts[rank] = amounts[view[rank] ?? 0] ?? 0;
}

/** Where the run of amounts equal to the one at `rank` ends, in the direction of `step`. */
function runEnd(rank: number, step: 1 | -1, size: number): number {
  const amount = sortedAmounts[rank];
  let end = rank + step;
  while (end >= 0 && end < size && sortedAmounts[end] === amount) end += step;
  return end;
}

type Pairs = Readonly<{ size: number; missing: number; limit: number; first: number; length: number }>;

/** Shows the pairs of two runs, by the first members of each: a pair of later ones has `limit` pairs before it. */
function showPairs(
  left: number,
  leftEnd: number,
  right: number,
  rightEnd: number,
  { limit, first, length }: Pairs,
): void {
  for (let one = left; one < Math.min(leftEnd, left + limit); one += 1) {
    for (
      let two = Math.max(right, left === right ? one + 1 : 0);
      two < Math.min(rightEnd, right + limit + 1);
      two += 1
    ) {
      const a = sortedPlaces[one] ?? 0;
      const b = sortedPlaces[two] ?? 0;
      keys.add((first * length + Math.min(a, b)) * length + Math.max(a, b));
    }
  }
}

let nodes = 0;

/** Counts the pairs among the first `size` sorted amounts that give `missing`, and shows the first ones to the keys. */
function countPairs(pairs: Pairs): number {
  const { size, missing } = pairs;
  let count = 0;
  let left = 0;
  let right = size - 1;
  while (left < right) {
    nodes += 1;
    const low = sortedAmounts[left] ?? 0;
    const high = sortedAmounts[right] ?? 0;
    if (low + high < missing) left += 1;
    else if (low + high > missing) right -= 1;
    else if (low === high) {
      showPairs(left, right + 1, left, right + 1, pairs);
      return count + ((right - left + 1) * (right - left)) / 2;
    } else {
      const leftEnd = runEnd(left, 1, size);
      const rightStart = runEnd(right, -1, size) + 1;
      showPairs(left, leftEnd, rightStart, right + 1, pairs);
      count += (leftEnd - left) * (right + 1 - rightStart);
      left = leftEnd;
      right = rightStart - 1;
    }
  }
  return count;
}

function remove(place: number, size: number): void {
  let rank = 0;
  while (sortedPlaces[rank] !== place) rank += 1;
  sortedAmounts.copyWithin(rank, rank + 1, size);
  sortedPlaces.copyWithin(rank, rank + 1, size);
}

/** The place that stands `digit` digits from the right in a key of base `length`. */
const digitOf = (key: number, digit: number, length: number): number => Math.floor(key / length ** digit) % length;

function takeKeys(into: (readonly number[])[], memberCount: number, length: number, limit: number): void {
  for (let rank = 0; rank < keys.size() && into.length < limit; rank += 1) {
    const key = keys.at(rank);
    into.push(Array.from({ length: memberCount }, (_, index) => digitOf(key, memberCount - 1 - index, length)));
  }
}

/**
 * All sets of up to two or three items with this sum, until there are `limit` of them.
 *
 * @param amounts - the first `length` count: safe integers, negative for credit notes, whose sums are safe as well.
 */
export function smallCombinations(
  amounts: Float64Array,
  length: number,
  target: number,
  options: Readonly<{ largestSize: 2 | 3; limit: number }>,
): SmallCombinations {
  const { limit } = options;
  const largestSize = length > mostItemsForTriples ? 2 : options.largestSize;
  const solutions: (readonly number[])[] = [];
  nodes = length;
  let count = 0;
  for (let place = 0; place < length; place += 1) {
    if (amounts[place] !== target) continue;
    count += 1;
    if (solutions.length < limit) solutions.push([place]);
  }
  const answer = (isComplete: boolean): SmallCombinations => ({ solutions, count, isComplete, largestSize, nodes });
  if (count >= limit) return answer(false);

  sort(amounts, length);
  keys.start(limit);
  count += countPairs({ size: length, missing: target, limit, first: 0, length });
  takeKeys(solutions, 2, length, limit);
  if (largestSize === 2) return answer(true);
  for (let first = 0; first < length - 2; first += 1) {
    if (count >= limit) return answer(false);
    remove(first, length - first);
    keys.start(limit);
    const size = length - first - 1;
    count += countPairs({ size, missing: target - (amounts[first] ?? 0), limit, first, length });
    takeKeys(solutions, 3, length, limit);
  }
  return answer(true);
}
