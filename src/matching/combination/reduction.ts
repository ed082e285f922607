/**
 * The same question with fewer and smaller numbers, all positive. Every solution of the one is exactly one of the other:
 *
 * - leaving out a credit note of 30 is like adding 30, so a negative amount becomes positive and counts when left out;
 * - what is asked of the items taken can be asked of those left out, so the target is at most half of all;
 * - an item larger than the target is never taken, one larger than what may be left out always is;
 * - a common divisor is divided away, and ends the search when the target does not have it.
 */

export type Reduction = Readonly<{
  /** False: no set has this sum, and nothing else here means anything. */
  isPossible: boolean;
  /** Items still to be decided; with none left and `isPossible`, there is exactly one solution. */
  count: number;
  /** Above zero, by item still to be decided, in order of their places. Valid until the next reduction. */
  values: Float64Array;
  places: Int32Array;
  target: number;
  length: number;
}>;

let values = new Float64Array(64);
let places = new Int32Array(64);
/** By place in the amounts: whether it belongs to the solution when the reduced problem does not choose it. */
let isMember = new Uint8Array(64);

function reserve(length: number): void {
  if (length <= values.length) return;
  values = new Float64Array(length * 2);
  places = new Int32Array(length * 2);
  isMember = new Uint8Array(length * 2);
}

/** Keeps what may or may not be taken; gives the sum that the kept ones have to reach, or -1 when none can. */
function dropDecided(
  start: Readonly<{ count: number; target: number; total: number }>,
): [count: number, target: number] {
  let { count, target, total } = start;
  for (let before = -1; before !== count && target >= 0 && target <= total;) {
    before = count;
    let kept = 0;
    for (let index = 0; index < before; index += 1) {
      const value = values[index] ?? 0;
      const place = places[index] ?? 0;
      if (value <= target && value <= total - target) {
        values[kept] = value;
        places[kept] = place;
        kept += 1;
        continue;
      }
      total -= value;
      if (value <= target) {
        target -= value;
        toggleMember(place);
      }
    }
    count = kept;
  }
  return target < 0 || target > total || (count === 0 && target !== 0) ? [count, -1] : [count, target];
}

/** The greatest common divisor of safe integers, whatever their sign; 0 of none. */
export function commonDivisor(numbers: Float64Array, count: number): number {
  let divisor = 0;
  for (let index = 0; index < count && divisor !== 1; index += 1) {
    let rest = Math.abs(numbers[index] ?? 0);
    while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  }
  return divisor;
}

/** Reduces; `amounts` are safe integers, none of them zero, whose absolute sum is safe as well. */
export function reduce(amounts: Float64Array, length: number, target: number): Reduction {
  reserve(length);
  let total = 0;
  let positiveTarget = target;
  for (let place = 0; place < length; place += 1) {
    const amount = amounts[place] ?? 0;
    if (amount < 0) positiveTarget -= amount;
    total += Math.abs(amount);
    values[place] = Math.abs(amount);
    places[place] = place;
    isMember[place] = amount < 0 ? 1 : 0;
  }
  let [count, missing] = dropDecided({ count: length, target: positiveTarget, total });
  const divisor = commonDivisor(values, count);
  const isPossible = missing >= 0 && (count === 0 || missing % divisor === 0);
  if (isPossible && count > 0) {
    total = 0;
    for (let index = 0; index < count; index += 1) total += values[index] = (values[index] ?? 0) / divisor;
    missing /= divisor;
    if (missing > total - missing) {
      for (let index = 0; index < count; index += 1) toggleMember(places[index] ?? 0);
      missing = total - missing;
    }
  }
  return { isPossible, count, values, places, target: missing, length };
}

/** Chooses an item of the reduced problem, or takes the choice back; always undone before the next solution. */
export function toggleMember(place: number): void {
  isMember[place] = 1 - (isMember[place] ?? 0);
}

export const isMemberUnchosen = (place: number): boolean => isMember[place] === 1;

/** The places of the solution as it now stands, ascending. */
export function membersOf(length: number): readonly number[] {
  const members: number[] = [];
  for (let place = 0; place < length; place += 1) if (isMember[place] === 1) members.push(place);
  return members;
}
