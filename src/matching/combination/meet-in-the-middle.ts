/**
 * All sets of up to 24 items with a given sum: the sums of each half, ascending, then one walk over both from two ends.
 * Sets are bits, the first item the highest: among sets of one size, the larger number is the earlier one in order.
 */
import type { CombinationBudget, Combinations } from './combinations.ts';
import { isMemberUnchosen, membersOf, toggleMember, type Reduction } from './reduction.ts';
import { smallestKeys } from './smallest-keys.ts';
import { emptySums, endOfEqual, fillSums } from './subset-sums.ts';

/** More would take milliseconds; and from about 20 items on, a sum is seldom unique. */
const mostItemsForHalves = 24;

const setCount = 2 ** mostItemsForHalves;
const left = emptySums(mostItemsForHalves / 2);
const right = emptySums(mostItemsForHalves / 2);
const keys = smallestKeys();

function bitCount(set: number): number {
  let rest = set;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Sums that are equal on each side: `leftEnd` is behind the last of them, `rightEnd` before the first. */
type Meeting = Readonly<{ leftStart: number; leftEnd: number; rightStart: number; rightEnd: number }>;

/** Shows the sets of a meeting to the keys, up to a number of them; gives how many it showed. */
function showSets({ leftStart, leftEnd, rightStart, rightEnd }: Meeting, flips: number, most: number): number {
  let shown = 0;
  for (let one = leftStart; one < leftEnd; one += 1) {
    for (let two = rightStart; two > rightEnd; two -= 1) {
      if (shown === most) return shown;
      shown += 1;
      const members = ((left.sets[one] ?? 0) | (right.sets[two] ?? 0)) ^ flips;
      keys.add(bitCount(members) * setCount + (setCount - 1 - members));
    }
  }
  return shown;
}

/** The places of the set behind a key. */
function membersOfKey(key: number, flips: number, { places, count, length }: Reduction): readonly number[] {
  const chosen = (setCount - 1 - (key % setCount)) ^ flips;
  const toggleChosen = (): void => {
    for (let index = 0; index < count; index += 1)
      if ((chosen >> (count - 1 - index)) & 1) toggleMember(places[index] ?? 0);
  };
  toggleChosen();
  const members = membersOf(length);
  toggleChosen();
  return members;
}

/** Items that are members when they are not chosen, as bits. */
function flipsOf({ count, places }: Reduction): number {
  let flips = 0;
  for (let index = 0; index < count; index += 1)
    if (isMemberUnchosen(places[index] ?? 0)) flips |= 1 << (count - 1 - index);
  return flips;
}

/** Whether the halves fit and the budget allows their sums. */
export const canMeetInTheMiddle = ({ count }: Reduction, { nodes }: CombinationBudget): boolean =>
  count <= mostItemsForHalves && 2 ** (Math.ceil(count / 2) + 2) <= nodes;

/**
 * Every solution of a reduced problem that {@link canMeetInTheMiddle}. The count is exact even when there are more
 * solutions than the budget has nodes to put into order; the answer is then not complete.
 */
export function meetInTheMiddle(reduction: Reduction, limit: number, budget: CombinationBudget): Combinations {
  const { count: itemCount, target, values } = reduction;
  const middle = itemCount >> 1;
  fillSums(left, values, { start: 0, end: middle, highestBit: itemCount - 1, most: target });
  fillSums(right, values, { start: middle, end: itemCount, highestBit: itemCount - 1 - middle, most: target });
  const flips = flipsOf(reduction);
  keys.start(limit);
  let nodes = 2 * (left.size + right.size);
  let count = 0;
  let shown = 0;
  let leftStart = 0;
  let rightStart = right.size - 1;
  while (leftStart < left.size && rightStart >= 0) {
    const difference = (left.sums[leftStart] ?? 0) + (right.sums[rightStart] ?? 0) - target;
    nodes += 1;
    if (difference < 0) leftStart += 1;
    else if (difference > 0) rightStart -= 1;
    else {
      const leftEnd = endOfEqual(left, leftStart, 1);
      const rightEnd = endOfEqual(right, rightStart, -1);
      count += (leftEnd - leftStart) * (rightStart - rightEnd);
      shown += showSets({ leftStart, leftEnd, rightStart, rightEnd }, flips, budget.nodes - shown);
      leftStart = leftEnd;
      rightStart = rightEnd;
    }
  }
  nodes += shown;
  const solutions = Array.from({ length: keys.size() }, (_, rank) => membersOfKey(keys.at(rank), flips, reduction));
  return { solutions, count, isComplete: shown === count, method: 'meet_in_the_middle', nodes, words: 0 };
}
