/**
 * The sets of a sum that lie early in an account: what a payer takes who leaves out a few invoices on the way.
 *
 * Payers pay what has long been due before what is new. So of all sets that give an amount, the likelier is the one for
 * which less of the account had to be looked through: among `n` items from the first one on there are C(n, k) sets of
 * `k`, and its logarithm is what the set costs, in bits. A set that costs few bits and gives the amount to the cent is
 * hardly a coincidence; one of 20 bits has a million others beside it.
 *
 * @see Horowitz and Sahni's two halves; Rissanen's minimum description length for the order.
 */
import { logChoose } from './coincidences.ts';
import { smallestKeys } from './smallest-keys.ts';
import { emptySums, endOfEqual, fillSums } from './subset-sums.ts';

export type EarlySet = Readonly<{
  /** Places in the amounts, ascending. */
  places: readonly number[];
  /** Logarithm to base 2 of the number of sets of its size that end no later. */
  bits: number;
}>;

export type EarlySets = Readonly<{
  /** Fewest bits first; of equal ones, the set that begins earlier. */
  sets: readonly EarlySet[];
  /** Sets that were found, 20,000 at most. */
  count: number;
  /** Amounts that were looked at: the first ones that can be part of the target. */
  itemCount: number;
}>;

/** 2 · 4,096 sums: a third of a millisecond. Beyond it the sets cost more bits than an amount has. */
const mostItems = 24;
/** Sets that are put into order: equal amounts make more than anybody would look at. */
const mostShown = 20_000;
const setCount = 2 ** mostItems;
/** Parts of a bit that two sets are told apart by. */
const bitParts = 64;

const left = emptySums(mostItems / 2);
const right = emptySums(mostItems / 2);
const keys = smallestKeys();
const places = new Int32Array(mostItems);
const values = new Float64Array(mostItems);

/** Bits that a set of `size` costs which ends at a place; places count from 0. */
export const bitsOf = (last: number, size: number): number => logChoose(last + 1, size) / Math.LN2;

/** In parts of a bit, by the last member and the size. */
const costs = Int32Array.from({ length: mostItems * (mostItems + 1) }, (_, at) => {
  const size = at % (mostItems + 1);
  const last = Math.floor(at / (mostItems + 1));
  return size > last + 1 ? 0 : Math.round(bitsOf(last, size) * bitParts);
});

/** Takes the first amounts that may be members; credit notes and what is above the target may not. */
function take(amounts: Float64Array, length: number, target: number): number {
  let count = 0;
  for (let place = 0; place < length && count < mostItems; place += 1) {
    const amount = amounts[place] ?? 0;
    if (amount <= 0 || amount > target) continue;
    places[count] = place;
    values[count] = amount;
    count += 1;
  }
  return count;
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Fewer bits first, then the larger number: the first item is the highest bit. */
function keyOf(set: number, itemCount: number): number {
  const last = itemCount - 1 - (31 - Math.clz32(set & -set));
  return (costs[last * (mostItems + 1) + bitCount(set)] ?? 0) * setCount + (setCount - 1 - set);
}

function setOfKey(key: number, itemCount: number): EarlySet {
  const set = setCount - 1 - (key % setCount);
  const members: number[] = [];
  for (let index = 0; index < itemCount; index += 1)
    if ((set >> (itemCount - 1 - index)) & 1) members.push(places[index] ?? 0);
  return { places: members, bits: Math.floor(key / setCount) / bitParts };
}

/**
 * The sets of the first 24 amounts that can be part of the target, credit notes left out.
 *
 * @param amounts - the first `length` count: minor units in the order in which they would be paid, not zero.
 * @param target - minor units, above zero.
 */
export function earlySets(amounts: Float64Array, length: number, target: number, limit: number): EarlySets {
  const itemCount = take(amounts, length, target);
  const middle = itemCount >> 1;
  fillSums(left, values, { start: 0, end: middle, highestBit: itemCount - 1, most: target });
  fillSums(right, values, { start: middle, end: itemCount, highestBit: itemCount - 1 - middle, most: target });
  keys.start(limit);
  let count = 0;
  let low = 0;
  let high = right.size - 1;
  while (low < left.size && high >= 0) {
    const difference = (left.sums[low] ?? 0) + (right.sums[high] ?? 0) - target;
    if (difference < 0) low += 1;
    else if (difference > 0) high -= 1;
    else {
      const lowEnd = endOfEqual(left, low, 1);
      const highEnd = endOfEqual(right, high, -1);
      for (let one = low; one < lowEnd && count < mostShown; one += 1)
        for (let two = high; two > highEnd && count < mostShown; two -= 1) {
          keys.add(keyOf((left.sets[one] ?? 0) | (right.sets[two] ?? 0), itemCount));
          count += 1;
        }
      low = lowEnd;
      high = highEnd;
    }
  }
  const sets = Array.from({ length: keys.size() }, (_, rank) => setOfKey(keys.at(rank), itemCount));
  return { sets, count, itemCount };
}
