/**
 * Takes or leaves one item after the other, largest first, and cuts what can no longer reach the target. The smallest
 * items are not tried one by one: all their sums are known, and what is missing is looked up. That finds a second
 * solution of a large account within some hundred steps, but may take for ever to prove that there is none.
 */
import { keepSmallest, type CombinationBudget, type Combinations } from './combinations.ts';
import type { Descending } from './descending.ts';
import { membersOf, toggleMember } from './reduction.ts';
import { emptySums, fillSums, placeOfSum } from './subset-sums.ts';

/** 1,024 sums: twice as many take twice the time to make, which most searches do not need. */
const mostItemsLookedUp = 10;

const tail = emptySums(mostItemsLookedUp);
let chosen = new Int32Array(64);

/** A set as it stands: the first `depth` of the chosen ranks, and items of the tail as bits, its last item the lowest. */
type Chosen = Readonly<{ items: Descending; depth: number; tailSet: number; length: number }>;

function toggleChosen({ items: { places, count }, depth, tailSet }: Chosen): void {
  for (let step = 0; step < depth; step += 1) toggleMember(places[chosen[step] ?? 0] ?? 0);
  for (let bits = tailSet, rank = count - 1; bits !== 0; bits >>= 1, rank -= 1)
    if (bits & 1) toggleMember(places[rank] ?? 0);
}

function membersOfChosen(set: Chosen): readonly number[] {
  toggleChosen(set);
  const members = membersOf(set.length);
  toggleChosen(set);
  return members;
}

/** The first rank from `start` whose value is not above what is missing, `end` when there is none. */
function firstThatFits({ values }: Descending, start: number, end: number, missing: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > missing) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Ends with the budget's nodes, or when there are `limit` solutions; complete when it did neither.
 *
 * @param problem - the target of the reduction that was sorted, and the number of all amounts.
 */
export function branchAndBound(
  items: Descending,
  problem: Readonly<{ target: number; length: number }>,
  limit: number,
  budget: CombinationBudget,
): Combinations {
  const headCount = Math.max(0, items.count - mostItemsLookedUp);
  const tailCount = items.count - headCount;
  if (items.count > chosen.length) chosen = new Int32Array(items.count * 2);
  const { target, length } = problem;
  fillSums(tail, items.values, { start: headCount, end: items.count, highestBit: tailCount - 1, most: target });

  const solutions: (readonly number[])[] = [];
  let missing = target;
  let rank = 0;
  let depth = 0;
  let count = 0;
  let nodes = tail.size * 2;
  const answer = (isComplete: boolean): Combinations => {
    return { solutions, count, isComplete, method: 'branch_and_bound', nodes, words: 0 };
  };
  while (nodes < budget.nodes) {
    nodes += 1;
    const isWithinReach = missing <= (items.rests[rank] ?? 0);
    if (isWithinReach && missing > 0 && rank < headCount) {
      rank = firstThatFits(items, rank, headCount, missing);
      if (rank === headCount) continue;
      // Take it, and come back later to leave it.
      chosen[depth] = rank;
      depth += 1;
      missing -= items.values[rank] ?? 0;
      rank += 1;
      continue;
    }
    if (isWithinReach) {
      for (let place = placeOfSum(tail, missing); place < tail.size && tail.sums[place] === missing; place += 1) {
        count += 1;
        nodes += 1;
        keepSmallest(solutions, membersOfChosen({ items, depth, tailSet: tail.sets[place] ?? 0, length }), limit);
        if (count === limit) return answer(false);
      }
    }
    if (depth === 0) return answer(true);
    depth -= 1;
    rank = chosen[depth] ?? 0;
    missing += items.values[rank] ?? 0;
    rank += 1;
  }
  return answer(false);
}
